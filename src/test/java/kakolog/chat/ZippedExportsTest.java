package kakolog.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ZippedExportsTest {
    private static final String LOG = Heard.channel(Heard.message(3, ""));
    private static final long MOST = 1_000;

    @TempDir
    Path folder;

    @Test
    void a_zip_is_read_whatever_it_is_called() throws Exception {
        var zip = new HandMadeZip()
                .add("logs/thread.json", Heard.thread(77, Heard.message(4, "")))
                .add("logs/event.json", LOG)
                .add("logs/event.json_Files/data-1f.json", "{\"no\": \"export\"}")
                .add("__MACOSX/logs/._event.json", "junk")
                .add("logs/._event.json", "junk")
                .add("logs/other.zip", "PK");
        try (var exports = Exports.of(List.of(NamedFile.sent(written(zip), "evening.zip")))) {
            assertEquals(
                    List.of("evening.zip: logs/event.json", "evening.zip: logs/thread.json"),
                    exports.documents().stream().map(ExportDocument::name).toList());
            var heard = new Heard();
            exports.read(heard, (read, total) -> {});
            assertEquals(2, heard.messages.size());
        }
    }

    @Test
    void zips_and_files_may_come_together() throws Exception {
        Files.writeString(folder.resolve("x"), Heard.thread(77, Heard.message(4, "")));
        try (var exports = Exports.of(List.of(
                NamedFile.sent(folder.resolve("x"), "thread.json"),
                NamedFile.sent(written(new HandMadeZip().add("event.json", LOG)), "a.zip")))) {
            assertEquals(2, exports.documents().size());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "event.json_Files/a-1f.png, one",
        "event.json_Files/./a-1f.png, one",
        "/home/hanako/media/event.json_Files/a-1f.png, one",
        "C:/Users/hanako/a-1f.png, one",
        "C:\\Users\\hanako\\a-1f.png, one",
        "../other/a-1f.png, one",
        "same.png, ''",
        "event.json_Files/same.png, two",
        "media/b.png, four",
        "b.png, ''",
        "'', ''",
        "nothing.png, ''",
        "https://example.com/a-1f.png, ''"
    })
    void a_medium_is_found_from_the_folder_of_the_document_or_by_its_name(String location, String content)
            throws Exception {
        var zip = new HandMadeZip()
                .add("logs/event.json", LOG)
                .add("logs/event.json_Files/a-1f.png", "one")
                .add("logs/event.json_Files/same.png", "two")
                .add("logs/thread.json_Files/same.png", "three")
                .add("logs\\media\\b.png", "four");
        assertEquals(content, opened(zip, location));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../a.png", "logs/../../a.png", "/a.png", "C:a.png", "C:\\a.png", "\\\\host\\a.png", "..\\a.png"
            })
    void an_entry_whose_name_leads_out_is_not_there(String name) throws Exception {
        var zip = new HandMadeZip().add("logs/event.json", LOG).add(name, "evil");
        assertEquals("", opened(zip, name));
        assertEquals("", opened(zip, "a.png"));
        var outside = new HandMadeZip().add(name.replace("a.png", "a.json"), LOG);
        assertEquals("log.import.fault.zip-without", fault(outside.bytes()).key());
    }

    @Test
    void a_link_is_only_its_few_bytes() throws Exception {
        var zip = new HandMadeZip().add("event.json", LOG).addLink("event.json_Files/a.png", "/etc/passwd");
        assertEquals("/etc/passwd", opened(zip, "event.json_Files/a.png"));
        assertEquals(
                "log.import.fault.neither",
                fault(new HandMadeZip().addLink("event.json", "/etc/passwd").bytes())
                        .key());
    }

    @Test
    void names_in_the_old_encoding_of_windows_are_read() throws Exception {
        var windows = Charset.forName("windows-31j");
        var zip = new HandMadeZip()
                .addEncoded("雑談.json", windows, LOG)
                .addEncoded("雑談.json_Files/表.png", windows, "picture");
        assertEquals("picture", opened(zip, "雑談.json_Files/表.png"));
    }

    @Test
    void two_files_of_one_name_are_refused() throws Exception {
        var twice = new HandMadeZip().add("event.json", LOG).add("event.json", LOG);
        assertEquals("log.import.fault.zip-twice", fault(twice.bytes()).key());
        var asSpelled = new HandMadeZip().add("a/event.json", LOG).add("a\\event.json", LOG);
        assertEquals("log.import.fault.zip-twice", fault(asSpelled.bytes()).key());
    }

    @Test
    void what_is_no_zip_of_a_log_is_named_for_what_it_is() throws Exception {
        assertEquals(
                "log.import.fault.zip-encrypted",
                fault(new HandMadeZip().addEncrypted("event.json", LOG).bytes()).key());
        assertEquals(
                "log.import.fault.zip-without", fault(new HandMadeZip().bytes()).key());
        assertEquals(
                "log.import.fault.zip-without",
                fault(new HandMadeZip().add("a.txt", "x").bytes()).key());
        assertEquals(
                "log.import.fault.zip-broken",
                fault(new byte[] {'P', 'K', 3, 4, 0, 0}).key());
        var cut = new HandMadeZip().add("event.json", LOG).bytes();
        assertEquals(
                "log.import.fault.zip-broken",
                fault(Arrays.copyOf(cut, cut.length - 10)).key());
    }

    @Test
    void whatever_the_end_of_a_zip_claims_it_is_read_or_named() throws Exception {
        var zip = new HandMadeZip().add("event.json", LOG).bytes();
        for (int at = zip.length - 22; at < zip.length; at++) {
            for (int claim : new int[] {0, 1, 2, 0x7F, 0x80, 0xFF}) {
                var changed = zip.clone();
                changed[at] = (byte) claim;
                assertNull(otherFault(changed), at + " is " + claim);
            }
        }
    }

    private @Nullable Exception otherFault(byte[] zip) throws IOException {
        var file = Files.write(folder.resolve("upload.tmp"), zip);
        try (var exports = Exports.of(List.of(NamedFile.sent(file, "evening.zip")))) {
            exports.read(new Heard(), (read, total) -> {});
            return null;
        } catch (BadExport named) {
            return null;
        } catch (IOException | RuntimeException other) {
            return other;
        }
    }

    @Test
    void a_fault_in_a_zip_names_zip_and_entry() throws Exception {
        var bad = fault(
                new HandMadeZip().add("a/event.json", LOG.substring(0, 60)).bytes());
        assertEquals("evening.zip: a/event.json", bad.file());
        assertEquals("log.import.fault.cut-off", bad.key());
    }

    @Test
    void a_directory_longer_than_any_is_refused_before_it_is_read() throws Exception {
        assertEquals(
                "log.import.fault.zip-crowded",
                fault(new HandMadeZip().add("event.json", LOG).bytes(100 << 20)).key());
    }

    @Test
    void more_entries_than_any_log_has_are_refused() throws Exception {
        var zip = new HandMadeZip();
        for (int number = 0; number <= 200_000; number++) {
            zip.add(Integer.toString(number), new byte[0]);
        }
        assertEquals("log.import.fault.zip-crowded", fault(zip.bytes()).key());
    }

    @Test
    void several_zips_have_no_more_room_than_one() throws Exception {
        var half = withEntries(100_000).bytes();
        assertEquals(
                "log.import.fault.zip-crowded",
                secondFault(half, withEntries(100_001).bytes()).key());
        var claiming = withEntries(1).bytesWithAnotherEnd(40 << 20);
        assertEquals(
                "log.import.fault.zip-crowded", secondFault(claiming, claiming).key());
        try (var exports = Exports.of(two(claiming, half))) {
            assertEquals(2, exports.documents().size());
        }
    }

    private static HandMadeZip withEntries(int count) {
        var zip = new HandMadeZip().add("event.json", LOG);
        for (int number = 1; number < count; number++) {
            zip.add(Integer.toString(number), new byte[0]);
        }
        return zip;
    }

    private BadExport secondFault(byte[] first, byte[] second) throws IOException {
        var files = two(first, second);
        var bad = assertThrows(BadExport.class, () -> Exports.of(files));
        assertEquals("2.zip", bad.file());
        return bad;
    }

    private List<NamedFile> two(byte[] first, byte[] second) throws IOException {
        return List.of(
                NamedFile.sent(Files.write(folder.resolve("1"), first), "1.zip"),
                NamedFile.sent(Files.write(folder.resolve("2"), second), "2.zip"));
    }

    @Test
    void what_holds_no_channel_near_its_start_is_not_searched_for_one() throws Exception {
        var far = "{\"x\":\"" + "x".repeat(300_000) + "\"," + LOG.substring(1);
        assertEquals(
                "log.import.fault.foreign",
                fault(new HandMadeZip().add("event.json", far).bytes()).key());
    }

    @Test
    void a_bomb_is_refused_while_it_is_read() throws Exception {
        var start = LOG.substring(0, LOG.length() - 1) + ",\"x\":[" + "0,".repeat(27 << 20) + "0]}";
        var bytes = start.getBytes(StandardCharsets.UTF_8);
        var honest = new HandMadeZip().addClaiming("event.json", bytes, bytes.length, HandMadeZip.crc(bytes));
        assertEquals("log.import.fault.zip-bomb", readFault(honest.bytes()).key());
        var claiming = new HandMadeZip().addClaiming("event.json", bytes, 0xFFFF_FFF0L, HandMadeZip.crc(bytes));
        assertEquals("log.import.fault.zip-bomb", fault(claiming.bytes()).key());
    }

    @Test
    void what_is_not_what_was_packed_is_refused() throws Exception {
        var bytes = LOG.getBytes(StandardCharsets.UTF_8);
        var wrong = new HandMadeZip().addClaiming("event.json", bytes, bytes.length, 1);
        assertEquals("log.import.fault.zip-broken", fault(wrong.bytes()).key());
        var damaged = new HandMadeZip().add("event.json", LOG).bytes();
        damaged[30 + "event.json".length()] = 7;
        assertEquals("log.import.fault.zip-broken", fault(damaged).key());
    }

    @Test
    void a_medium_larger_than_it_may_be_is_not_there_and_never_read_on() throws Exception {
        var large = new byte[(int) MOST + 1];
        var zip = new HandMadeZip().add("event.json", LOG).add("m.png", large);
        assertEquals("", opened(zip, "m.png"));
        var lying = new HandMadeZip().add("event.json", LOG).addClaiming("m.png", large, 10, HandMadeZip.crc(large));
        assertThrows(IOException.class, () -> opened(lying, "m.png"));
        var changed = new HandMadeZip().add("event.json", LOG).addClaiming("m.png", new byte[5], 5, 1);
        assertThrows(ZipException.class, () -> opened(changed, "m.png"));
    }

    private String opened(HandMadeZip zip, String location) throws Exception {
        try (var exports = Exports.of(List.of(NamedFile.sent(written(zip), "evening.zip")))) {
            var found = exports.open(new Medium("1", Medium.Kind.ATTACHMENT, "a", location), MOST);
            if (found.isEmpty()) {
                return "";
            }
            try (var in = found.get()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }

    private BadExport fault(byte[] zip) throws IOException {
        var file = Files.write(folder.resolve("upload.tmp"), zip);
        return assertThrows(BadExport.class, () -> Exports.of(List.of(NamedFile.sent(file, "evening.zip"))));
    }

    private BadExport readFault(byte[] zip) throws Exception {
        var file = Files.write(folder.resolve("upload.tmp"), zip);
        try (var exports = Exports.of(List.of(NamedFile.sent(file, "evening.zip")))) {
            return assertThrows(BadExport.class, () -> exports.read(new Heard(), (read, total) -> {}));
        }
    }

    private Path written(HandMadeZip zip) throws IOException {
        return Files.write(folder.resolve("upload.tmp"), zip.bytes());
    }
}
