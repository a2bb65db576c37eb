package kakolog.material;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kakolog.access.Granted;
import kakolog.blob.BlobId;
import kakolog.blob.BlobMissing;
import kakolog.blob.BlobStore;
import kakolog.material.Preview.Stage;
import kakolog.pdf.Outcome;
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
    /** After so many pages that could not be drawn, whatever is in the way is in the way of the rest as well. */
    private static final int MOST_STUCK = 3;

    private final BlobStore blobs;
    private final Supplier<PdfReader> reading;
    private final Path folder;
    private final Consumer<BlobId> progressed;
    private final BlockingDeque<BlobId> queue = new LinkedBlockingDeque<>();
    private final Cache<BlobId, Preview> known =
            Caffeine.newBuilder().maximumSize(10_000).executor(Runnable::run).build();
    private final Thread thread = new Thread(this::work, "previews");
    /** Pictures are drawn while the text is being read. */
    private final ExecutorService beside = Executors.newSingleThreadExecutor(task -> {
        var drawing = new Thread(task, "previews-drawing");
        drawing.setDaemon(true);
        return drawing;
    });

    /**
     * @param reading makes the reader once the first PDF is to be read
     * @param folder of what is made; {@link #start} begins to make it
     * @param progressed told of a PDF whose text has been read, and of one whose pictures are all there
     */
    public Previews(BlobStore blobs, Supplier<PdfReader> reading, Path folder, Consumer<BlobId> progressed) {
        this.blobs = blobs;
        this.reading = reading;
        this.folder = folder;
        this.progressed = progressed;
        thread.setDaemon(true);
    }

    /** Begins to work, on these first. */
    public void start(Set<BlobId> pdfs) {
        pdfs.stream().filter(pdf -> of(pdf).isUnderWay()).forEach(queue::addLast);
        thread.start();
    }

    /** Has a PDF read before all that wait. */
    void read(BlobId pdf) {
        if (of(pdf).isUnderWay()) {
            queue.addFirst(pdf);
        }
    }

    /** What there is to see of a PDF. */
    Preview of(BlobId pdf) {
        return known.get(pdf, this::look);
    }

    private Preview look(BlobId pdf) {
        var texts = PageTexts.read(folderOf(pdf));
        if (texts.isEmpty()) {
            return Preview.WAITING;
        }
        int pages = texts.get().pages();
        if (pages == 0) {
            return Preview.NONE;
        }
        boolean done = Files.exists(done(pdf));
        return new Preview(done ? Stage.READY : Stage.DRAWING, pages, Math.min(pages, MOST_PAGES));
    }

    /** The text of each page, from the first on; empty while it is not known. */
    List<String> texts(BlobId pdf) {
        return PageTexts.read(folderOf(pdf)).map(PageTexts::texts).orElse(List.of());
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
        var picture = (small ? PictureSize.SMALL : PictureSize.LARGE).of(page, folderOf(blob));
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
        var folder = folderOf(pdf);
        return PictureExtent.of(PictureSize.LARGE.of(page, folder))
                .or(() -> PictureExtent.of(PictureSize.LARGE.of(1, folder)))
                .orElse(PictureExtent.SLIDE);
    }

    private Path folderOf(BlobId pdf) {
        return folder.resolve(pdf.sha256());
    }

    private Path done(BlobId pdf) {
        return folderOf(pdf).resolve("done");
    }

    private void work() {
        @Nullable PdfReader reader = null;
        try {
            while (true) {
                var pdf = queue.takeFirst();
                if (of(pdf).isUnderWay()) {
                    reader = reader == null ? reading.get() : reader;
                    make(pdf, reader);
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void make(BlobId pdf, PdfReader reader) {
        try {
            make(pdf, blobs.unguarded(pdf), reader);
        } catch (BlobMissing missing) {
            LOG.warn("a PDF that is to be read is not there; doctor tells which");
        } catch (IOException | RuntimeException failed) {
            if (!Thread.currentThread().isInterrupted()) {
                LOG.error("a PDF could not be read; it is tried again at the next start", failed);
            }
        } finally {
            known.invalidate(pdf);
        }
    }

    private void make(BlobId pdf, Path file, PdfReader reader) throws IOException {
        var drawing = CompletableFuture.runAsync(() -> draw(pdf, file, reader), beside);
        try {
            if (PageTexts.read(folderOf(pdf)).isEmpty()) {
                PageTexts.of(reader.contents(file)).write(folderOf(pdf));
                tell(pdf);
            }
        } finally {
            await(drawing);
        }
        Files.createDirectories(folderOf(pdf));
        Files.writeString(done(pdf), "");
        tell(pdf);
    }

    /**
     * Draws all pages. A process that comes to the end of its time leaves what it has drawn, and the next one goes on from
     * there; one that comes to nothing stands before a page that cannot be drawn, which is passed over.
     */
    private void draw(BlobId pdf, Path file, PdfReader reader) {
        int first = 1;
        int stuck = 0;
        int before = 0;
        while (first <= MOST_PAGES && stuck <= MOST_STUCK) {
            var pictures = reader.images(file, folderOf(pdf), first, MOST_PAGES);
            if (pictures.outcome() == Outcome.WHOLE || pictures.outcome() == Outcome.ENCRYPTED) {
                return;
            }
            if (pictures.pages().size() <= before) {
                stuck++;
                first = firstMissing(first, pictures.pages()) + 1;
                before = (int) count(pictures.pages(), first);
            } else {
                before = pictures.pages().size();
            }
        }
    }

    private static int firstMissing(int first, List<Integer> drawn) {
        int page = first;
        while (drawn.contains(page)) {
            page++;
        }
        return page;
    }

    private static long count(List<Integer> drawn, int first) {
        return drawn.stream().filter(page -> page >= first).count();
    }

    private static void await(CompletableFuture<Void> drawing) {
        try {
            drawing.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException known ? known : failed;
        }
    }

    private void tell(BlobId pdf) {
        known.invalidate(pdf);
        progressed.accept(pdf);
    }

    /** Takes away what was made of PDFs that nobody has any more. */
    public void keepOnly(Set<BlobId> pdfs) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        var names = pdfs.stream().map(BlobId::sha256).toList();
        try (var folders = Files.list(folder)) {
            for (var old : folders.toList()) {
                if (!names.contains(String.valueOf(old.getFileName()))) {
                    delete(old);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void delete(Path old) throws IOException {
        try (var inside = Files.walk(old)) {
            for (var file : inside.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Stops reading; what is under way ends with its process and is begun anew at the next start. */
    @Override
    public void close() {
        beside.shutdownNow();
        thread.interrupt();
        try {
            thread.join(5_000);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
