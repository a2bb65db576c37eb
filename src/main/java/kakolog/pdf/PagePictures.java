package kakolog.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Draws pages, two at a time where there are two processors, the first page first. */
final class PagePictures {
    private static final int THREADS = 2;

    private final Task.DrawPages task;
    private final Limits limits;
    private final AtomicInteger next;
    private final AtomicLong bytesLeft;
    private Outcome outcome = Outcome.WHOLE;
    private @Nullable Unwritable unwritable;

    PagePictures(Task.DrawPages task, Limits limits) {
        this.task = task;
        this.limits = limits;
        next = new AtomicInteger(task.first());
        bytesLeft = new AtomicLong(limits.written() * 1024L * 1024L);
    }

    static boolean areIn(Path folder, int page) {
        // the large one is put there last
        return Files.exists(PictureSize.LARGE.of(page, folder));
    }

    Outcome draw() throws IOException {
        var threads =
                Math.min(Math.min(THREADS, Runtime.getRuntime().availableProcessors()), task.last() - task.first() + 1);
        var second = new Thread(this::drawSome, "second");
        if (threads > 1) {
            second.start();
        }
        drawSome();
        join(second);
        if (unwritable != null) {
            throw unwritable;
        }
        return outcome;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException never) {
            throw new IllegalStateException(never);
        }
    }

    /** Each thread opens the document for itself: it is not made for two. */
    private void drawSome() {
        try (var document = Documents.open(task.pdf())) {
            var renderer = new PageRenderer(document, limits.megapixels());
            var last = Math.min(task.last(), PageNumbers.of(document, limits).read());
            for (var page = next.getAndIncrement(); page <= last; page = next.getAndIncrement()) {
                if (!areIn(task.folder(), page)) {
                    draw(renderer, page);
                }
            }
        } catch (Unwritable failure) {
            note(failure);
        } catch (IOException | RuntimeException | Error failure) {
            note(Documents.outcomeOf(failure));
        }
    }

    private void draw(PageRenderer renderer, int page) throws Unwritable {
        BufferedImage large;
        try {
            large = renderer.draw(page);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError failure) {
            note(Documents.outcomeOf(failure));
            return;
        }
        try {
            keep(Thumbnail.of(large), PictureSize.SMALL, page);
            keep(large, PictureSize.LARGE, page);
        } catch (IOException failure) {
            throw new Unwritable(failure);
        }
    }

    private void keep(BufferedImage image, PictureSize size, int page) throws IOException {
        var png = Png.of(image);
        if (bytesLeft.addAndGet(-png.length) < 0) {
            note(Outcome.BEYOND_LIMITS);
            return;
        }
        var half = size.of(page, task.room());
        Files.write(half, png);
        Files.move(half, size.of(page, task.folder()), StandardCopyOption.ATOMIC_MOVE);
    }

    private synchronized void note(Outcome seen) {
        outcome = outcome.or(seen);
    }

    private synchronized void note(Unwritable seen) {
        unwritable = seen;
    }
}
