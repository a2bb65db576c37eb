package kakolog.material;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kakolog.Log;
import kakolog.Slides;
import kakolog.blob.BlobId;
import kakolog.blob.BlobStore;
import kakolog.material.Preview.Stage;
import kakolog.pdf.Limits;
import kakolog.pdf.PdfReader;
import kakolog.pdf.PictureSize;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of PDFs where the machine, and not the PDF, is at fault. */
final class PreviewsTest {
    private static final Limits LIMITS = limits(Duration.ofSeconds(60));
    private static final Limits HASTY = limits(Duration.ofMillis(1));
    private static final List<Duration> SOON = Collections.nCopies(10_000, Duration.ofMillis(5));
    private static final List<Duration> NEVER = List.of();
    private static final Preview READY = new Preview(Stage.READY, 2, 2);

    @TempDir
    private Path folder;

    private final BlockingQueue<BlobId> told = new LinkedBlockingQueue<>();
    private final List<Previews> opened = new ArrayList<>();
    private BlobStore blobs;
    private Path workshop;
    private Path pages;

    @BeforeEach
    void open() {
        blobs = new BlobStore(folder.resolve("blobs"));
        workshop = folder.resolve("workshop");
        pages = folder.resolve("pages");
    }

    @AfterEach
    void close() {
        opened.forEach(Previews::close);
        assertEquals(List.of(), ProcessHandle.current().children().toList());
    }

    @Test
    void slides_are_read_and_drawn() throws Exception {
        var pdf = kept(Slides.pdf("one", "two"));
        var previews = previews(this::reader, NEVER);
        previews.start(Set.of(pdf));

        assertRead(previews, pdf);
    }

    @Test
    void what_is_no_pdf_has_no_preview_and_is_not_tried_again() throws Exception {
        var pdf = kept(Slides.text("%PDF-1.7 or so it says"));
        var previews = previews(this::reader, NEVER);
        previews.start(Set.of(pdf));

        assertEquals(Preview.NONE, end(previews, pdf));
        assertEquals(Preview.NONE, afterRestart(pdf));
    }

    @Test
    void processes_that_others_end_are_begun_anew() throws Exception {
        var pdf = kept(Slides.pdf("one", "two"));
        var previews = previews(this::reader, SOON);
        previews.start(Set.of(pdf));
        await(this::isReading);
        children().forEach(ProcessHandle::destroy);

        assertRead(previews, pdf);
    }

    @Test
    void a_clock_that_has_run_out_once_says_nothing_for_good() throws Exception {
        var pdf = kept(Slides.pdf("one", "two"));
        var previews = previews(() -> new PdfReader(HASTY, workshop), NEVER);
        previews.start(Set.of(pdf));

        assertEquals(Preview.NONE, end(previews, pdf));
        assertEquals(Preview.WAITING, afterRestart(pdf));
    }

    @Test
    void a_clock_that_has_run_out_twice_does() throws Exception {
        var pdf = kept(Slides.pdf("one", "two"));
        var previews = previews(() -> new PdfReader(HASTY, workshop), List.of(Duration.ofMillis(1)));
        previews.start(Set.of(pdf));

        assertEquals(Preview.NONE, end(previews, pdf));
        assertEquals(Preview.NONE, afterRestart(pdf));
    }

    @Test
    void a_folder_that_cannot_be_written_is_tried_until_it_can() throws Exception {
        Files.writeString(workshop, "stands in the way");
        var tried = new CountDownLatch(3);
        var pdf = kept(Slides.pdf("one", "two"));
        var previews = previews(
                () -> {
                    tried.countDown();
                    return reader();
                },
                SOON);
        previews.start(Set.of(pdf));
        assertTrue(tried.await(60, TimeUnit.SECONDS));
        Files.delete(workshop);

        assertEquals(READY, end(previews, pdf));
    }

    @Test
    void an_error_stops_one_pdf_and_not_the_next() throws Exception {
        var first = kept(Slides.pdf("first"));
        var second = kept(Slides.pdf("one", "two"));
        var failed = new AtomicBoolean();
        var previews = previews(
                () -> {
                    if (!failed.getAndSet(true)) {
                        throw new NoClassDefFoundError("gone");
                    }
                    return reader();
                },
                NEVER);
        previews.start(Set.of(first));
        assertEquals(Preview.NONE, end(previews, first));
        previews.read(second);

        assertEquals(READY, end(previews, second));
        assertEquals(Preview.WAITING, afterRestart(first));
    }

    @Test
    void a_pdf_that_is_not_there_is_given_up_until_the_next_start() throws Exception {
        var bytes = Slides.pdf("one", "two");
        var pdf = kept(bytes, new BlobStore(folder.resolve("elsewhere")));
        var previews = previews(this::reader, Collections.nCopies(3, Duration.ofMillis(1)));
        try (var log = Log.captured()) {
            previews.start(Set.of(pdf));

            assertEquals(Preview.NONE, end(previews, pdf));
            assertEquals(2, log.text().lines().count(), log.text());
            assertTrue(log.text().contains("could not be read 4 times"), log.text());
        }
        kept(bytes);
        var next = previews(this::reader, NEVER);
        next.start(Set.of(pdf));

        assertEquals(READY, end(next, pdf));
    }

    @Test
    void who_is_told_and_fails_does_not_stop_the_drawing() throws Exception {
        var pdf = kept(Slides.pdf("one", "two"));
        var previews = new Previews(
                blobs,
                this::reader,
                pages,
                read -> {
                    told.add(read);
                    throw new IllegalStateException("no index");
                },
                NEVER);
        opened.add(previews);
        previews.start(Set.of(pdf));

        assertRead(previews, pdf);
    }

    @Test
    void it_closes_in_the_midst_of_a_pdf_without_a_word() throws Exception {
        var pdf = kept(Slides.pdf(Collections.nCopies(300, "slide").toArray(String[]::new)));
        var previews = previews(this::reader, SOON);
        try (var log = Log.captured()) {
            previews.start(Set.of(pdf));
            await(() -> children().findAny().isPresent());
            previews.close();

            assertEquals("", log.text());
        }
        var threads = Thread.getAllStackTraces().keySet().stream().map(Thread::getName);
        assertTrue(threads.noneMatch(name -> name.startsWith("previews")));
        assertTrue(afterRestart(pdf).isUnderWay());
    }

    @Test
    void what_nobody_has_any_more_goes_and_what_was_sent_meanwhile_stays() throws Exception {
        var sent = kept(Slides.pdf("one", "two"));
        var kept = new BlobId("a".repeat(64));
        var old = new BlobId("b".repeat(64));
        for (var pdf : List.of(sent, kept, old)) {
            Files.writeString(
                    Files.createDirectories(pages.resolve(pdf.sha256())).resolve("made"), "before");
        }
        var previews = previews(this::reader, NEVER);
        previews.read(sent);
        previews.keepOnly(Set.of(kept));
        previews.start(Set.of());

        assertEquals(READY, end(previews, sent));
        assertTrue(Files.exists(pages.resolve(sent.sha256()).resolve("made")));
        assertTrue(Files.exists(pages.resolve(kept.sha256()).resolve("made")));
        assertFalse(Files.exists(pages.resolve(old.sha256())));

        previews.keepOnly(Set.of(kept));
        await(() -> !Files.exists(pages.resolve(sent.sha256())));
    }

    private PdfReader reader() {
        return new PdfReader(LIMITS, workshop);
    }

    private static Limits limits(Duration wallClock) {
        return new Limits(128, Duration.ofSeconds(20), wallClock, 300, 40, 20_000, 64);
    }

    private Previews previews(Supplier<PdfReader> reading, List<Duration> delays) {
        var previews = new Previews(blobs, reading, pages, told::add, delays);
        opened.add(previews);
        return previews;
    }

    /** What another process would see that has just begun. */
    private Preview afterRestart(BlobId pdf) {
        return previews(this::reader, NEVER).of(pdf);
    }

    private BlobId kept(byte[] bytes) {
        return kept(bytes, blobs);
    }

    private static BlobId kept(byte[] bytes, BlobStore store) {
        try (var receiving = store.receive()) {
            receiving.write(ByteBuffer.wrap(bytes));
            return receiving.keep();
        }
    }

    private Preview end(Previews previews, BlobId pdf) throws InterruptedException {
        while (previews.of(pdf).isUnderWay()) {
            assertNotNull(told.poll(60, TimeUnit.SECONDS), "nothing came of it");
        }
        return previews.of(pdf);
    }

    private void assertRead(Previews previews, BlobId pdf) throws InterruptedException {
        assertEquals(READY, end(previews, pdf));
        assertEquals(List.of("one", "two"), previews.texts(pdf));
        var made = pages.resolve(pdf.sha256());
        assertTrue(Files.exists(PictureSize.LARGE.of(1, made)) && Files.exists(PictureSize.LARGE.of(2, made)));
    }

    /** Whether the process that reads the text has come to the PDF. */
    private boolean isReading() {
        try (var all = Files.find(workshop, 2, (path, what) -> path.endsWith("contents"))) {
            return all.findAny().isPresent();
        } catch (IOException | UncheckedIOException notYet) {
            return false;
        }
    }

    private static Stream<ProcessHandle> children() {
        return ProcessHandle.current().children();
    }

    private static void await(BooleanSupplier come) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!come.getAsBoolean()) {
            assertTrue(System.nanoTime() < until, "it did not come");
            Thread.onSpinWait();
        }
    }
}
