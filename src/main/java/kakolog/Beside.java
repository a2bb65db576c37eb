package kakolog;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread for what no visitor waits for; what is given to it is done in turn. */
final class Beside implements Executor, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Beside.class);
    private static final long MILLIS_FOR_THE_FIRST_PAGE = 400;
    private static final int PATIENCE_SECONDS = 10;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        var beside = new Thread(task, "beside");
        beside.setDaemon(true);
        return beside;
    });

    /** As soon as it is its turn; it tells of its faults itself. */
    @Override
    public void execute(Runnable task) {
        thread.execute(task);
    }

    /** A moment after the start; it tells of its faults itself. */
    @SuppressWarnings("FutureReturnValueIgnored") // it ends with its executor
    void afterTheFirstPage(Runnable task) {
        thread.schedule(task, MILLIS_FOR_THE_FIRST_PAGE, TimeUnit.MILLISECONDS);
    }

    /** A minute after the start and each day from then on. */
    @SuppressWarnings("FutureReturnValueIgnored") // it ends with its executor
    void everyDay(Runnable task) {
        thread.scheduleWithFixedDelay(() -> told(task), 1, 24 * 60, TimeUnit.MINUTES);
    }

    /** What was begun here, once it is there; with the failure that it had, where it is one that explains itself. */
    static <T> T join(CompletableFuture<T> begun) {
        try {
            return begun.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException unusable ? unusable : failed;
        }
    }

    private static void told(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException failed) {
            LOG.error("what is done once a day could not be done; it is tried again tomorrow", failed);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the search index was still being brought up to date; it is repaired at the next start");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
