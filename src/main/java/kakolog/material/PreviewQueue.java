package kakolog.material;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import kakolog.blob.BlobId;
import kakolog.blob.BlobMissing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The work on PDFs that waits for its turn. A PDF whose turn has failed gets another one later, each time later, until it is
 * given up. Thread safe.
 */
final class PreviewQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PreviewQueue.class);
    /** A full disk or a machine without memory may need a while; who waits for pictures does not wait for ever. */
    static final List<Duration> DELAYS = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30));

    private final List<Duration> delays;
    private final BlockingDeque<Runnable> turns = new LinkedBlockingDeque<>();
    private final Map<BlobId, Integer> failures = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor later = new ScheduledThreadPoolExecutor(1, task -> {
        var clock = new Thread(task, "previews-later");
        clock.setDaemon(true);
        return clock;
    });

    /** @param delays before the second turn of a PDF, the third and so on */
    PreviewQueue(List<Duration> delays) {
        this.delays = List.copyOf(delays);
        // what fails while this is closed waits for the next start
        later.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    void first(Runnable turn) {
        turns.addFirst(turn);
    }

    void last(Runnable turn) {
        turns.addLast(turn);
    }

    /** Takes out the next, once there is one. */
    Runnable next() throws InterruptedException {
        return turns.takeFirst();
    }

    /** Notes that a PDF's turn has failed, and puts its next one into the queue after a while, unless it is given up. */
    @SuppressWarnings("FutureReturnValueIgnored") // it ends with its executor
    void failed(BlobId pdf, Throwable failure, Runnable again) {
        int turn = failures.merge(pdf, 1, Integer::sum);
        if (turn == 1) {
            log(failure);
        }
        if (turn > delays.size()) {
            LOG.error("a PDF could not be read {} times; it is tried again at the next start", turn);
            return;
        }
        later.schedule(() -> last(again), delays.get(turn - 1).toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void log(Throwable failure) {
        boolean isOfTheMachine = failure instanceof OutOfTime
                || failure instanceof BlobMissing
                || failure instanceof IOException
                || failure instanceof UncheckedIOException;
        if (isOfTheMachine) {
            LOG.warn("a PDF could not be read now; it is tried again later: {}", failure.toString());
        } else {
            LOG.error("a PDF could not be read; it is tried again later", failure);
        }
    }

    boolean isGivenUp(BlobId pdf) {
        return failures.getOrDefault(pdf, 0) > delays.size();
    }

    void succeeded(BlobId pdf) {
        failures.remove(pdf);
    }

    @Override
    public void close() {
        later.shutdownNow();
    }
}
