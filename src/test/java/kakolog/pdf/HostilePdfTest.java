package kakolog.pdf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PDFs that would harm whoever reads them. After each, no process, no half picture and no memory of it is left. */
final class HostilePdfTest {
    private static final Limits SMALL =
            new Limits(128, Duration.ofSeconds(3), Duration.ofSeconds(30), 300, 40, 20_000, 64);
    private static final Contents UNREADABLE = new Contents(0, List.of(), Outcome.BROKEN);
    private static final Pictures NONE = new Pictures(List.of(), Outcome.BEYOND_LIMITS);

    @TempDir
    Path folder;

    private PdfReader reader;
    private long heapBefore;

    @BeforeEach
    void open() {
        reader = new PdfReader(SMALL, folder.resolve("workshop"));
        heapBefore = heap();
    }

    @AfterEach
    void nothing_is_left() throws IOException {
        assertEquals(List.of(), ProcessHandle.current().children().toList());
        try (var rooms = Files.list(folder.resolve("workshop"))) {
            assertEquals(List.of(folder.resolve("workshop").resolve("fonts")), rooms.toList());
        }
        assertTrue(heap() - heapBefore < 20 << 20, heap() + " bytes, before " + heapBefore);
    }

    @Test
    void an_empty_file_a_zip_and_a_cut_off_head_are_broken() throws IOException {
        assertEquals(UNREADABLE, reader.contents(Pdfs.write(folder, new byte[0])));
        assertEquals(UNREADABLE, reader.contents(Pdfs.write(folder, zip())));
        assertEquals(UNREADABLE, reader.contents(Pdfs.write(folder, "%PDF-1.7\n1 0 obj\n<< /Ty".getBytes(UTF_8))));
        assertEquals(new Pictures(List.of(), Outcome.BROKEN), drawn(folder.resolve("made.pdf")));
    }

    @Test
    void a_file_cut_off_in_the_middle_gives_what_is_there_or_nothing() throws IOException {
        var whole = Files.readAllBytes(Pdfs.slides(folder, 20));
        var contents = reader.contents(Pdfs.write(folder, Arrays.copyOf(whole, whole.length / 2)));

        assertEquals(Outcome.BROKEN, contents.outcome());
        assertTrue(contents.pages() < 20, contents.toString());
    }

    @Test
    void a_password_is_named() {
        var pdf = Pdfs.encrypted(folder, "owner", "user");

        assertEquals(new Contents(0, List.of(), Outcome.ENCRYPTED), reader.contents(pdf));
        assertEquals(new Pictures(List.of(), Outcome.ENCRYPTED), drawn(pdf));
    }

    @Test
    void a_page_that_unpacks_to_gigabytes_is_beyond_the_limits() {
        var pdf = Pdfs.page(folder, Pdfs.bomb("", 8), "");

        assertEquals(new Contents(1, List.of(), Outcome.BEYOND_LIMITS), reader.contents(pdf));
        assertEquals(NONE, drawn(pdf));
    }

    @Test
    void a_page_that_draws_for_ever_is_ended() {
        assertEquals(NONE, drawn(Pdfs.endless(folder)));
    }

    @Test
    void wall_clock_ends_what_the_processor_does_not() {
        var moment = new Limits(128, Duration.ofSeconds(3), Duration.ofMillis(1), 300, 40, 20_000, 64);
        var hasty = new PdfReader(moment, folder.resolve("workshop"));

        assertEquals(new Contents(0, List.of(), Outcome.OUT_OF_TIME), hasty.contents(Pdfs.slides(folder, 1)));
    }

    @Test
    void forms_that_draw_themselves_come_to_an_end() {
        var form = Pdfs.stream(
                "/Type /XObject /Subtype /Form /BBox [0 0 200 200] /Resources << /XObject << /F 5 0 R >> >>",
                "/F Do /F Do");
        var pdf = Pdfs.page(folder, "/F Do".getBytes(UTF_8), "/XObject << /F 5 0 R >>", form);

        // twice itself, fifty deep: ended by the clock
        assertEquals(NONE, drawn(pdf));
    }

    @Test
    void an_image_that_unpacks_to_gigabytes_costs_only_its_page() throws IOException {
        var image = Pdfs.bomb(
                "/Type /XObject /Subtype /Image /Width 6000 /Height 6000 /BitsPerComponent 8 /ColorSpace /DeviceRGB",
                2);
        var pdf = Pdfs.of(
                folder,
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Count 2 /Kids [3 0 R 6 0 R] >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>",
                Pdfs.stream("", "200 0 0 200 0 0 cm /I Do"),
                image,
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>");

        assertEquals(new Pictures(List.of(2), Outcome.BEYOND_LIMITS), drawn(pdf));
    }

    @Test
    void a_font_that_unpacks_to_gigabytes_does_not_fit_the_heap() {
        var font = "<< /Type /Font /Subtype /TrueType /BaseFont /Bomb /FirstChar 65 /LastChar 65 /Widths [500]"
                + " /FontDescriptor 6 0 R >>";
        var look = "<< /Type /FontDescriptor /FontName /Bomb /Flags 32 /FontFile2 7 0 R >>";
        var words = "BT /F 40 Tf 20 80 Td (A) Tj ET".getBytes(UTF_8);
        var pdf = Pdfs.page(folder, words, "/Font << /F 5 0 R >>", font, look, Pdfs.bomb("", 1));

        assertEquals(NONE, drawn(pdf));
    }

    @Test
    void a_million_pages_that_are_one_are_counted_and_read_within_the_limits() {
        var kids = "3 0 R ".repeat(1_000_000);
        var pdf = Pdfs.of(
                folder,
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Count 1000000 /Kids [" + kids + "] >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 20 20] >>");
        var contents = reader.contents(pdf);

        assertEquals(Outcome.BEYOND_LIMITS, contents.outcome());
        assertTrue(contents.texts().size() <= 300, contents.toString());
    }

    @Test
    void pages_that_are_claimed_and_missing_are_not_counted() {
        var pdf = Pdfs.of(
                folder,
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Count 1000000 /Kids [3 0 R] >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 20 20] >>");

        assertEquals(new Contents(1, List.of(""), Outcome.BROKEN), reader.contents(pdf));
        assertEquals(List.of(1), drawn(pdf).pages());
    }

    @Test
    void a_tree_of_pages_that_leads_back_to_itself_is_broken() {
        var pdf = Pdfs.of(
                folder,
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Count 9 /Kids [3 0 R] >>",
                "<< /Type /Pages /Parent 2 0 R /Count 9 /Kids [2 0 R 3 0 R] >>");

        assertEquals(UNREADABLE, reader.contents(pdf));
        assertEquals(List.of(), drawn(pdf).pages());
    }

    @Test
    void an_image_that_claims_gigapixels_is_left_out_of_its_page() {
        var image = Pdfs.stream(
                "/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8 /ColorSpace /DeviceRGB",
                "x");
        var content = "0 0 1 rg 0 0 200 200 re f q 200 0 0 200 0 0 cm /I Do Q";
        var pdf = Pdfs.page(folder, content.getBytes(UTF_8), "/XObject << /I 5 0 R >>", image);

        assertEquals(new Pictures(List.of(1), Outcome.WHOLE), drawn(pdf));
    }

    @Test
    void pictures_beyond_the_bytes_allowed_are_not_written() {
        var nothing = new Limits(128, Duration.ofSeconds(9), Duration.ofSeconds(30), 300, 40, 20_000, 0);
        var miser = new PdfReader(nothing, folder.resolve("workshop"));

        assertEquals(NONE, miser.images(Pdfs.slides(folder, 1), folder.resolve("pictures"), 1, 1));
    }

    private Pictures drawn(Path pdf) {
        return reader.images(pdf, folder.resolve("pictures"), 1, 2);
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static byte[] zip() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("slides.txt"));
            zip.write("%PDF-1.7 or so it says".getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
