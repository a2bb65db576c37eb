package kakolog.material;

import static kakolog.material.SampleFiles.ODP;
import static kakolog.material.SampleFiles.image;
import static kakolog.material.SampleFiles.openDocument;
import static kakolog.material.SampleFiles.pdf;
import static kakolog.material.SampleFiles.text;
import static kakolog.material.SampleFiles.webp;
import static kakolog.material.SampleFiles.zip;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;
import kakolog.blob.FileName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken, and what only says that it is. */
final class FileTypeTest {
    private static final String[] PRESENTATION = {"[Content_Types].xml", "_rels/.rels", "ppt/presentation.xml"};
    private static final String[] DOCUMENT = {"[Content_Types].xml", "_rels/.rels", "word/document.xml"};

    @TempDir
    Path folder;

    static Stream<Arguments> honest() {
        return Stream.of(
                Arguments.of("a.pdf", pdf(), "PDF"),
                Arguments.of("A.PDF", pdf(), "PDF"),
                Arguments.of("a.png", image("png"), "PNG"),
                Arguments.of("a.jpg", image("jpg"), "JPEG"),
                Arguments.of("a.jpeg", image("jpg"), "JPEG"),
                Arguments.of("a.gif", image("gif"), "GIF"),
                Arguments.of("a.webp", webp(), "WEBP"),
                Arguments.of("a.txt", text("19:30 開始\n"), "TEXT"),
                Arguments.of("a.txt", text("\uFEFFWindows のメモ帳\r\n"), "TEXT"),
                Arguments.of("a.txt", text("#!/bin/sh\necho only text\n"), "TEXT"),
                Arguments.of("a.txt", text(" \n"), "TEXT"),
                Arguments.of("a.md", text("# QUIC\n\n<b>not at the start</b>\n"), "MARKDOWN"),
                Arguments.of("a.md", text("<h1 align=\"center\">kakolog</h1>\n"), "MARKDOWN"),
                Arguments.of("a.pptx", zip(PRESENTATION), "PPTX"),
                Arguments.of("a.key", zip("Index/Document.iwa", "Metadata/Properties.plist"), "KEY"),
                Arguments.of("a.key", zip("Index.zip", "preview.jpg"), "KEY"),
                Arguments.of("a.key", zip("buildVersionHistory.plist", "index.apxl"), "KEY"),
                Arguments.of("a.odp", openDocument(ODP), "ODP"),
                Arguments.of("a.zip", zip("src/main.c"), "ZIP"),
                Arguments.of("a.zip", zip(), "ZIP"),
                // A presentation is a zip too, and by that name it is served as one.
                Arguments.of("a.zip", zip(PRESENTATION), "ZIP"),
                Arguments.of("a.zip", openDocument(ODP), "ZIP"),
                // Served as a PDF and never sniffed, whatever else it could be read as.
                Arguments.of("a.pdf", joined(pdf(), zip("b.txt")), "PDF"),
                Arguments.of("a.pdf", joined(pdf(), text("<html><script>alert(1)</script>")), "PDF"));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("honest")
    void a_file_is_what_its_name_and_its_bytes_say(String name, byte[] bytes, FileType expected) throws IOException {
        assertEquals(expected, check(name, bytes));
    }

    static Stream<Arguments> lying() {
        return Stream.of(
                Arguments.of("a.pdf", text("<!DOCTYPE html><script>alert(1)</script>")),
                Arguments.of("a.pdf", joined(text("<html><!--"), pdf())),
                Arguments.of("a.pdf", joined(text("\n"), pdf())),
                Arguments.of("a.pdf", zip("a.pdf")),
                Arguments.of("a.pdf", text("%PDF")),
                Arguments.of("a.pdf", new byte[] {0}),
                Arguments.of("a.png", windowsProgram()),
                Arguments.of("a.png", hex("7f454c4602010100")),
                Arguments.of("a.png", image("jpg")),
                Arguments.of("a.png", text("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>")),
                Arguments.of("a.png", joined(text(" "), image("png"))),
                Arguments.of("a.jpg", image("gif")),
                Arguments.of("a.gif", text("<script>GIF89a</script>")),
                Arguments.of("a.webp", text("RIFF\4\0\0\0WAVE")),
                Arguments.of("a.txt", text("<!doctype html>")),
                Arguments.of("a.txt", text("\uFEFF \r\n\t<HTML>")),
                Arguments.of("a.txt", text(" ".repeat(200_000) + "<html>")),
                Arguments.of("a.txt", text("<?xml version=\"1.0\"?><svg/>")),
                Arguments.of("a.txt", text("\n<svg onload=alert(1)>")),
                Arguments.of("a.txt", text("<Script>alert(1)</Script>")),
                Arguments.of("a.txt", text("<SCRIPT src=//x.example/>")),
                Arguments.of("a.txt", text("ends with\0")),
                Arguments.of("a.txt", windowsProgram()),
                Arguments.of("a.txt", "シフト JIS".getBytes(Charset.forName("Shift_JIS"))),
                Arguments.of("a.txt", "UTF-16".getBytes(StandardCharsets.UTF_16)),
                Arguments.of("a.txt", hex("e38182e381")),
                Arguments.of("a.txt", joined(text("a".repeat(65_535)), hex("ff"))),
                Arguments.of("a.md", text("<svg><script>alert(1)</script></svg>")),
                Arguments.of("a.pptx", zip("a.txt")),
                Arguments.of("a.pptx", zip(DOCUMENT)),
                Arguments.of("a.pptx", zip("ppt/presentation.xml")),
                Arguments.of("a.pptx", openDocument(ODP)),
                Arguments.of("a.pptx", hex("d0cf11e0a1b11ae1")),
                Arguments.of("a.key", zip("a.txt")),
                Arguments.of("a.key", text("-----BEGIN PRIVATE KEY-----")),
                Arguments.of("a.odp", zip("mimetype", "content.xml")),
                Arguments.of("a.odp", openDocument("application/vnd.oasis.opendocument.text")),
                Arguments.of("a.odp", openDocument(ODP + "-template")),
                Arguments.of("a.zip", pdf()),
                Arguments.of("a.zip", text("PK\3\4")),
                Arguments.of("a.zip", joined(windowsProgram(), zip("a.txt"))),
                Arguments.of("a.zip", Arrays.copyOf(zip("a.txt"), 40)),
                Arguments.of("a.zip", joined(zip("a.txt"), text("more"))));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("lying")
    void a_file_that_is_not_what_it_calls_itself_is_refused(String name, byte[] bytes) {
        assertEquals(
                NotTaken.Reason.TYPE_LIES,
                assertThrows(NotTaken.class, () -> check(name, bytes)).reason());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.svg",
                "a.html",
                "a.xhtml",
                "a.exe",
                "a.js",
                "a.pdf.exe",
                "a.docx",
                "a.ppt",
                "a.pdf\u202Egnp",
                "pdf",
                "a",
                "a.p\u0434f"
            })
    void a_file_of_another_name_is_refused_whatever_it_is(String name) {
        assertEquals(
                NotTaken.Reason.WRONG_TYPE,
                assertThrows(NotTaken.class, () -> check(name, pdf())).reason());
        assertEquals(
                NotTaken.Reason.WRONG_TYPE,
                assertThrows(NotTaken.class, () -> CheckedUpload.nameOf(name)).reason());
    }

    @Test
    void a_character_that_falls_between_two_readings_is_whole() throws IOException {
        assertEquals(FileType.TEXT, check("a.txt", text("a".repeat(65_535) + "あ".repeat(100_000))));
    }

    @Test
    void a_list_of_names_that_is_a_bomb_is_read_to_its_bound() {
        var zip = zip("a.txt");
        var end = ByteBuffer.wrap(zip, zip.length - 22, 22).slice().order(ByteOrder.LITTLE_ENDIAN);
        end.putInt(12, -1).putInt(16, 0);
        assertEquals(
                NotTaken.Reason.TYPE_LIES,
                assertThrows(NotTaken.class, () -> check("a.pptx", zip)).reason());
        end.putInt(16, -1);
        assertEquals(
                NotTaken.Reason.TYPE_LIES,
                assertThrows(NotTaken.class, () -> check("a.pptx", zip)).reason());
    }

    @ParameterizedTest
    @CsvSource({
        "PDF, true",
        "PNG, true",
        "JPEG, true",
        "WEBP, true",
        "GIF, true",
        "TEXT, false",
        "MARKDOWN, false",
        "PPTX, false",
        "KEY, false",
        "ODP, false",
        "ZIP, false"
    })
    void only_pdf_and_pictures_are_shown_in_the_browser(FileType type, boolean inline) {
        assertEquals(inline, type.isInline());
        assertEquals(type, FileType.ofWord(type.word()));
        assertEquals(type.word(), type.word().toLowerCase(Locale.ROOT));
    }

    private FileType check(String name, byte[] bytes) throws IOException {
        var file = Files.write(folder.resolve("received"), bytes);
        return FileType.check(FileName.of(name).orElseThrow(), file);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }

    private static byte[] windowsProgram() {
        return joined(hex("4d5a90000300000004000000ffff0000"), new byte[100]);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
