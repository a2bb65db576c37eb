package kakolog.pdf;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PDFs as people make them. */
final class PdfReaderTest {
    private static final Path JAPANESE = Path.of("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc");

    @TempDir
    Path folder;

    private Path pictures;
    private PdfReader reader;

    @BeforeEach
    void open() {
        pictures = folder.resolve("pictures");
        reader = new PdfReader(Limits.DEFAULT, folder.resolve("workshop"));
    }

    @Test
    void slides_are_counted_and_the_text_of_each_is_read() {
        var contents = reader.contents(Pdfs.slides(folder, 3));

        assertEquals(new Contents(3, List.of("slide 1", "slide 2", "slide 3"), Outcome.WHOLE), contents);
    }

    @Test
    void pages_asked_for_are_drawn_in_two_sizes() throws IOException {
        var drawn = reader.images(Pdfs.slides(folder, 4), pictures, 2, 3);

        assertEquals(new Pictures(List.of(2, 3), Outcome.WHOLE), drawn);
        assertEquals("1600 x 900", size(2, PictureSize.LARGE));
        assertEquals("320 x 180", size(2, PictureSize.SMALL));
        assertEquals(List.of("2-small.png", "2.png", "3-small.png", "3.png"), names(pictures));
        assertTrue(isInked(ImageIO.read(PictureSize.LARGE.of(2, pictures).toFile())));
        assertTrue(isInked(ImageIO.read(PictureSize.SMALL.of(2, pictures).toFile())));
        assertEquals(List.of("fonts"), names(folder.resolve("workshop")));
    }

    @Test
    void a_page_that_is_drawn_stays_as_it_is() throws IOException {
        Files.createDirectories(pictures);
        Files.writeString(PictureSize.LARGE.of(1, pictures), "drawn before");

        assertEquals(
                List.of(1, 2),
                reader.images(Pdfs.slides(folder, 2), pictures, 1, 9).pages());
        assertEquals("drawn before", Files.readString(PictureSize.LARGE.of(1, pictures)));
    }

    @Test
    void a_page_is_as_its_crop_box_and_rotation_show_it() throws IOException {
        try (var document = new PDDocument()) {
            Pdfs.add(document, PDRectangle.A4, "upright");
            Pdfs.add(document, PDRectangle.A4, "turned").setRotation(90);
            Pdfs.add(document, PDRectangle.A4, "cut").setCropBox(new PDRectangle(50, 50, 200, 100));
            Pdfs.add(document, new PDRectangle(200_000, 200_000), "wide");
            Pdfs.add(document, new PDRectangle(200_000, 10), "a line");
            reader.images(Pdfs.save(document, folder), pictures, 1, 5);
        }

        // down to whole pixels, as PDFBox does it
        assertEquals("1131 x 1600", size(1, PictureSize.LARGE));
        assertEquals("1600 x 1131", size(2, PictureSize.LARGE));
        assertEquals("800 x 400", size(3, PictureSize.LARGE));
        assertEquals("1600 x 1600", size(4, PictureSize.LARGE));
        assertEquals("1600 x 1", size(5, PictureSize.LARGE));
        assertEquals("320 x 1", size(5, PictureSize.SMALL));
    }

    @Test
    void japanese_is_read_though_the_pdf_brings_no_font() {
        assertEquals(List.of("輻輳制御"), reader.contents(japanese()).texts());
    }

    @Test
    void japanese_is_drawn_with_a_font_of_this_machine() throws IOException {
        assumeTrue(Files.exists(JAPANESE), "SKIPPED, no Japanese font: install fonts-noto-cjk");

        assertEquals(List.of(1), reader.images(japanese(), pictures, 1, 1).pages());
        assertTrue(isInked(ImageIO.read(PictureSize.LARGE.of(1, pictures).toFile())));
        assertEquals(List.of(".pdfbox.cache"), names(folder.resolve("workshop").resolve("fonts")));
    }

    private Path japanese() {
        var font =
                "<< /Type /Font /Subtype /Type0 /BaseFont /NotoSansCJKjp-Regular /Encoding /UniJIS-UTF16-H /DescendantFonts [6 0 R] >>";
        var glyphs =
                "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /NotoSansCJKjp-Regular /FontDescriptor 7 0 R /CIDSystemInfo"
                        + " << /Registry (Adobe) /Ordering (Japan1) /Supplement 6 >> >>";
        var look =
                "<< /Type /FontDescriptor /FontName /NotoSansCJKjp-Regular /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0"
                        + " /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>";
        var words = "BT /F 40 Tf 20 80 Td <8F3B 8F33 5236 5FA1> Tj ET".getBytes(US_ASCII);
        return Pdfs.page(folder, words, "/Font << /F 5 0 R >>", font, glyphs, look);
    }

    @Test
    void who_sets_only_an_owners_password_lets_everyone_read() {
        var pdf = Pdfs.encrypted(folder, "owner", "");

        assertEquals(new Contents(1, List.of("for the few"), Outcome.WHOLE), reader.contents(pdf));
        assertEquals(new Pictures(List.of(1), Outcome.WHOLE), reader.images(pdf, folder.resolve("資料"), 1, 1));
    }

    @Test
    void more_pages_than_the_limit_are_counted_but_not_read() {
        var two = new Limits(256, Limits.DEFAULT.processor(), Limits.DEFAULT.wallClock(), 2, 40, 5, 512);
        var few = new PdfReader(two, folder.resolve("workshop"));
        var pdf = Pdfs.slides(folder, 3);

        assertEquals(new Contents(3, List.of("slide", "slide"), Outcome.BEYOND_LIMITS), few.contents(pdf));
        assertEquals(List.of(1, 2), few.images(pdf, pictures, 1, 3).pages());
    }

    @Test
    void text_is_cut_between_two_characters() {
        var four = new Limits(256, Limits.DEFAULT.processor(), Limits.DEFAULT.wallClock(), 9, 40, 4, 512);
        var font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>";
        var smile = "begincmap 1 begincodespacerange <00> <FF> endcodespacerange"
                + " 1 beginbfchar <41> <D83DDE00> endbfchar endcmap";
        var words = "BT /F 40 Tf 20 80 Td (xAA) Tj ET".getBytes(US_ASCII);
        var pdf = Pdfs.page(folder, words, "/Font << /F 5 0 R >>", font, Pdfs.stream("", smile));

        assertEquals(List.of("x😀😀"), reader.contents(pdf).texts());
        assertEquals(
                List.of("x😀"),
                new PdfReader(four, folder.resolve("workshop")).contents(pdf).texts());
    }

    @Test
    void contents_that_cannot_be_written_are_no_fault_of_the_pdf() throws IOException {
        var full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "SKIPPED: no /dev/full, which is always full");
        try (var document = Documents.open(Pdfs.slides(folder, 1))) {
            assertThrows(Unwritable.class, () -> ContentsFile.write(document, full, Limits.DEFAULT));
        }
    }

    @Test
    void what_a_killed_server_left_is_cleared_away() throws IOException {
        var room = Files.createDirectories(folder.resolve("workshop").resolve("room-123"));
        Files.writeString(room.resolve("1.png"), "half");

        new PdfReader(Limits.DEFAULT, folder.resolve("workshop"));

        assertFalse(Files.exists(room));
    }

    private String size(int page, PictureSize size) throws IOException {
        var image = ImageIO.read(size.of(page, pictures).toFile());
        return image.getWidth() + " x " + image.getHeight();
    }

    private static boolean isInked(BufferedImage image) {
        return Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .anyMatch(pixel -> (pixel & 0xff) < 0x60);
    }

    private static List<String> names(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
