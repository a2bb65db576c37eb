package kakolog;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import kakolog.content.ContentIndex;
import kakolog.content.Snapshot;
import kakolog.search.SearchIndex;
import kakolog.web.Unavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The search index of a running site: opened a moment after the first page, kept in step with the content from then on. Thread
 * safe.
 */
final class LiveSearch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSearch.class);
    private static final int PATIENCE_SECONDS = 5;
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Path file;
    private final Supplier<Snapshot> content;
    private final CompletableFuture<SearchIndex> opened = new CompletableFuture<>();
    private final LongSupplier nanoTime;
    private final ReentrantLock entering = new ReentrantLock();
    private volatile @Nullable Snapshot entered;
    private volatile @Nullable Long failedAt;

    LiveSearch(Path file, Supplier<Snapshot> content) {
        this(file, content, System::nanoTime);
    }

    LiveSearch(Path file, Supplier<Snapshot> content, LongSupplier nanoTime) {
        this.file = file;
        this.content = content;
        this.nanoTime = nanoTime;
    }

    /** Opens it and enters the content as it is. */
    void open() {
        try {
            var index = SearchIndex.open(file);
            enter(index);
            opened.complete(index);
        } catch (RuntimeException | Error failed) {
            // Whatever it was: a search that waited for ever would hold its thread, and in the end all of them.
            LOG.error("the search index could not be opened; searches say that they are out of order", failed);
            opened.completeExceptionally(failed);
        }
    }

    /**
     * The index, waited for a little, and in step with the content: what was taken away is found by nobody from then on.
     *
     * @throws Unavailable where it is not ready by then, or somebody still enters a change
     */
    SearchIndex index() {
        try {
            var index = opened.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            bringUpToDate(index);
            return index;
        } catch (ExecutionException | TimeoutException notReady) {
            throw new Unavailable("error.503.text", PATIENCE_SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Unavailable("error.503.text", PATIENCE_SECONDS);
        }
    }

    /** The index, for whoever does not wait. */
    Optional<SearchIndex> ifReady() {
        return isReady() ? Optional.of(opened.join()) : Optional.empty();
    }

    boolean isReady() {
        return opened.isDone() && !opened.isCompletedExceptionally();
    }

    /** Before the index is open there is nothing to do: opening it takes the content as it is then. */
    void bringUpToDate() {
        if (isReady()) {
            entering.lock();
            try {
                enter(opened.join());
            } finally {
                entering.unlock();
            }
        }
    }

    private void bringUpToDate(SearchIndex index) throws InterruptedException, TimeoutException {
        if (!isBehind()) {
            return;
        }
        if (!entering.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new TimeoutException();
        }
        try {
            enter(index);
        } finally {
            entering.unlock();
        }
    }

    /** Whether there is something to enter; what could not be entered is not tried again for a while. */
    private boolean isBehind() {
        var failed = failedAt;
        return !content.get().equals(entered) && (failed == null || nanoTime.getAsLong() - failed >= PAUSE_NANOS);
    }

    private void enter(SearchIndex index) {
        if (isBehind()) {
            var snapshot = content.get();
            if (isEntered(index, snapshot)) {
                entered = snapshot;
                failedAt = null;
            } else {
                failedAt = nanoTime.getAsLong();
            }
        }
    }

    private static boolean isEntered(SearchIndex index, Snapshot snapshot) {
        try {
            int touched = new ContentIndex(index).update(snapshot);
            if (touched > 0) {
                LOG.info("search index brought up to date: {} files", touched);
            }
            return true;
        } catch (RuntimeException | Error failed) {
            LOG.error("the search index could not be brought up to date; search answers as before", failed);
            return false;
        }
    }

    @Override
    public void close() {
        if (isReady()) {
            opened.join().close();
        }
    }
}
