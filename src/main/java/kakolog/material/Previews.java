package kakolog.material;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kakolog.access.Granted;
import kakolog.blob.BlobId;
import kakolog.blob.BlobStore;
import kakolog.material.Preview.Stage;
import kakolog.pdf.PdfReader;
import kakolog.pdf.PictureSize;
import kakolog.web.NotFound;
import kakolog.web.Unavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The texts and pictures of PDFs, made once, one PDF after another, the newest first. All of it is derived and may be deleted
 * while kakolog is stopped. Thread safe.
 */
public final class Previews implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Previews.class);
    /** As many as the reader reads. */
    static final int MOST_PAGES = 300;

    private static final int SECONDS_TO_A_PICTURE = 3;
    /** For what is under way to end its process. */
    private static final int SECONDS_TO_CLOSE = 5;

    private final BlobStore blobs;
    private final Supplier<PdfReader> reading;
    private final PreviewFolders folders;
    private final Consumer<BlobId> progressed;
    private final PreviewQueue queue;
    /** Those for which the wall clock has run out once. */
    private final Set<BlobId> slow = ConcurrentHashMap.newKeySet();
    /** Sent since it was last said what to keep: who said so may not have known of them. */
    private final Set<BlobId> sent = ConcurrentHashMap.newKeySet();

    private final Cache<BlobId, Preview> known =
            Caffeine.newBuilder().maximumSize(10_000).executor(Runnable::run).build();
    private final Thread thread = new Thread(this::work, "previews");
    /** Pictures are drawn while the text is being read. */
    private final ExecutorService beside = Executors.newSingleThreadExecutor(task -> {
        var drawing = new Thread(task, "previews-drawing");
        drawing.setDaemon(true);
        return drawing;
    });

    /** Of the first thread alone; null until it is made. */
    private @Nullable PdfReader reader;

    private volatile boolean closing;

    /**
     * @param reading makes the reader once the first PDF is to be read
     * @param folder of what is made; {@link #start} begins to make it
     * @param progressed told of a PDF whose text has been read, of one whose pictures are all there, and of one given up
     */
    public Previews(BlobStore blobs, Supplier<PdfReader> reading, Path folder, Consumer<BlobId> progressed) {
        this(blobs, reading, folder, progressed, PreviewQueue.DELAYS);
    }

    /** @param delays before a PDF that could not be read is tried again, and again */
    Previews(
            BlobStore blobs,
            Supplier<PdfReader> reading,
            Path folder,
            Consumer<BlobId> progressed,
            List<Duration> delays) {
        this.blobs = blobs;
        this.reading = reading;
        this.folders = new PreviewFolders(folder);
        this.progressed = progressed;
        this.queue = new PreviewQueue(delays);
        thread.setDaemon(true);
    }

    /** Begins to work, on these first. */
    public void start(Set<BlobId> pdfs) {
        pdfs.stream().filter(pdf -> of(pdf).isUnderWay()).forEach(pdf -> queue.last(() -> make(pdf)));
        thread.start();
    }

    /** Has a PDF read before all that wait. */
    void read(BlobId pdf) {
        sent.add(pdf);
        if (of(pdf).isUnderWay()) {
            queue.first(() -> make(pdf));
        }
    }

    /** What there is to see of a PDF. */
    Preview of(BlobId pdf) {
        return known.get(pdf, this::look);
    }

    private Preview look(BlobId pdf) {
        if (queue.isGivenUp(pdf)) {
            return Preview.NONE;
        }
        var texts = PageTexts.read(folders.of(pdf));
        if (texts.isEmpty()) {
            return Preview.WAITING;
        }
        int pages = texts.get().pages();
        if (pages == 0) {
            return Preview.NONE;
        }
        boolean done = Files.exists(folders.done(pdf));
        return new Preview(done ? Stage.READY : Stage.DRAWING, pages, Math.min(pages, MOST_PAGES));
    }

    /** The text of each page, from the first on; empty while it is not known. */
    List<String> texts(BlobId pdf) {
        return PageTexts.read(folders.of(pdf)).map(PageTexts::texts).orElse(List.of());
    }

    /**
     * The picture of a page, for whom the policy has let in.
     *
     * @param page from 1
     * @throws NotFound where there is none and none will come
     * @throws Unavailable where it is about to be made
     */
    Path picture(Granted<ShownFile> pdf, int page, boolean small) {
        var blob = pdf.thing().blob();
        var picture = (small ? PictureSize.SMALL : PictureSize.LARGE).of(page, folders.of(blob));
        if (pdf.thing().file().type() == FileType.PDF && page > 0 && Files.exists(picture)) {
            return picture;
        }
        var preview = of(blob);
        if (pdf.thing().file().type() == FileType.PDF
                && preview.stage() == Stage.DRAWING
                && page > 0
                && page <= preview.shown()) {
            throw new Unavailable("viewer.not-ready", SECONDS_TO_A_PICTURE);
        }
        throw new NotFound();
    }

    /** How large the picture of a page is; where it has not been drawn yet, as large as the one of the first page. */
    PictureExtent extent(BlobId pdf, int page) {
        var folder = folders.of(pdf);
        return PictureExtent.of(PictureSize.LARGE.of(page, folder))
                .or(() -> PictureExtent.of(PictureSize.LARGE.of(1, folder)))
                .orElse(PictureExtent.SLIDE);
    }

    private void work() {
        try {
            while (!closing) {
                queue.next().run();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void make(BlobId pdf) {
        try {
            if (of(pdf).isUnderWay()) {
                make(pdf, blobs.unguarded(pdf));
                queue.succeeded(pdf);
                slow.remove(pdf);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException | Error failed) {
            // what is ended on the way out is begun anew at the next start
            if (!closing) {
                tryAgain(pdf, failed);
            }
        } finally {
            known.invalidate(pdf);
        }
    }

    private void make(BlobId pdf, Path file) throws IOException, InterruptedException {
        var folder = folders.of(pdf);
        var chosen = reader();
        boolean excused = !slow.contains(pdf);
        var drawing = beside.submit(new Drawing(chosen, file, folder, excused));
        try {
            if (PageTexts.read(folder).isEmpty()) {
                var contents = chosen.contents(file);
                OutOfTime.check(contents.outcome(), excused);
                PageTexts.of(contents).write(folder);
                tell(pdf);
            }
        } finally {
            await(drawing);
        }
        Files.createDirectories(folder);
        Files.writeString(folders.done(pdf), "");
        tell(pdf);
    }

    private PdfReader reader() {
        var made = reader == null ? reading.get() : reader;
        reader = made;
        return made;
    }

    private static void await(Future<?> drawing) throws InterruptedException {
        try {
            drawing.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failed);
        }
    }

    private void tryAgain(BlobId pdf, Throwable failed) {
        if (failed instanceof OutOfTime) {
            slow.add(pdf);
        }
        queue.failed(pdf, failed, () -> make(pdf));
        if (queue.isGivenUp(pdf)) {
            tell(pdf);
        }
    }

    private void tell(BlobId pdf) {
        known.invalidate(pdf);
        try {
            progressed.accept(pdf);
        } catch (RuntimeException | Error failed) {
            if (!closing) {
                LOG.error(
                        "what follows from a PDF that has been read has failed; pages may show what was before",
                        failed);
            }
        }
    }

    /** Takes away what was made of PDFs that nobody has any more, before the next is read; spares those sent meanwhile. */
    public void keepOnly(Set<BlobId> pdfs) {
        queue.first(() -> clear(pdfs));
    }

    private void clear(Set<BlobId> pdfs) {
        var since = Set.copyOf(sent);
        try {
            folders.keepOnly(pdfs, since);
        } catch (IOException | RuntimeException | Error failed) {
            LOG.error("what was made of PDFs could not be looked through; what nobody has any more stays", failed);
        } finally {
            sent.removeAll(since);
            known.invalidateAll();
        }
    }

    /** Stops reading; what is under way ends with its process and is begun anew at the next start. */
    @Override
    public void close() {
        closing = true;
        queue.close();
        thread.interrupt();
        beside.shutdownNow();
        try {
            thread.join(SECONDS_TO_CLOSE * 1000L);
            if (!beside.awaitTermination(SECONDS_TO_CLOSE, TimeUnit.SECONDS)) {
                LOG.warn("a process that draws a PDF has not ended yet");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
