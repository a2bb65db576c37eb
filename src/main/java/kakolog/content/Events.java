package kakolog.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import kakolog.id.EventSlug;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events as they are now. While {@link #watch() watching}, a file changed on disk is on the site within two seconds; a
 * file that has become faulty is named in the log and stays as it last was.
 */
public final class Events implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Events.class);
    /** Asked twice before a change counts, so that a file that is still being written is not read by halves. */
    private static final long MILLIS_BETWEEN_LOOKS = 400;

    private final ContentFolder folder;
    private final List<Consumer<Snapshot>> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService looking;
    private final Object publishing = new Object();
    private volatile Snapshot current;
    private Snapshot asRead;
    private Map<EventSlug, Instant> ends = Map.of();
    private Map<EventSlug, List<Link>> links = Map.of();
    private Set<Fault> toldFaults = new HashSet<>();
    private String lastFailure = "";
    private int read;
    private int lastSeen;

    /**
     * Reads the folder for the first time.
     *
     * @throws UncheckedIOException where there is no such folder
     */
    public Events(ContentFolder folder) {
        this.folder = folder;
        this.looking = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "content");
            thread.setDaemon(true);
            return thread;
        });
        try {
            read = folder.fingerprint();
            lastSeen = read;
            asRead = folder.read();
            current = asRead;
        } catch (IOException noFolder) {
            throw new UncheckedIOException(noFolder);
        }
        tell(current.faults());
    }

    public Snapshot current() {
        return current;
    }

    /** Says which evenings organizers have ended, and when: their own word, which no file holds. */
    public void end(Map<EventSlug, Instant> ended) {
        synchronized (publishing) {
            if (!ends.equals(ended)) {
                ends = Map.copyOf(ended);
                publish(asRead);
            }
        }
    }

    /** Says which links organizers took from the chats, which no file holds either. */
    public void link(Map<EventSlug, List<Link>> taken) {
        synchronized (publishing) {
            if (!links.equals(taken)) {
                links = Map.copyOf(taken);
                publish(asRead);
            }
        }
    }

    private void publish(Snapshot read) {
        synchronized (publishing) {
            asRead = read;
            var snapshot = read.with(ends, links);
            current = snapshot;
            listeners.forEach(listener -> listener.accept(snapshot));
        }
    }

    /** Has this called with each new snapshot from now on. */
    public void onChange(Consumer<Snapshot> listener) {
        listeners.add(listener);
    }

    /** Begins to look for changed files. */
    @SuppressWarnings("FutureReturnValueIgnored") // it ends with the executor
    public void watch() {
        looking.scheduleWithFixedDelay(this::look, MILLIS_BETWEEN_LOOKS, MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }

    private void look() {
        try {
            int seen = folder.fingerprint();
            if (seen != read && seen == lastSeen) {
                var snapshot = folder.read();
                read = seen;
                publish(snapshot);
                tell(snapshot.faults());
                LOG.info(
                        "content read again: {} events, {} faults",
                        snapshot.published().size(),
                        snapshot.faults().size());
            }
            lastSeen = seen;
            if (!lastFailure.isEmpty()) {
                LOG.info("the content folder can be read again");
                lastFailure = "";
            }
        } catch (IOException unreadable) {
            tellOnce(unreadable);
        } catch (RuntimeException | Error failed) {
            // Nothing may end the looking: a task of this executor that throws is never run again.
            if (tellOnce(failed)) {
                LOG.error("while reading the content folder", failed);
            }
        }
    }

    /** Says once, not at every look, that the site stays as it was; returns whether it was said now. */
    private boolean tellOnce(Throwable failure) {
        var told = String.valueOf(failure);
        if (told.equals(lastFailure)) {
            return false;
        }
        lastFailure = told;
        LOG.warn("the content folder cannot be read, the site stays as it was: {}", told);
        return true;
    }

    /** Names each fault once, not at every look. */
    private void tell(List<Fault> faults) {
        faults.stream().filter(fault -> !toldFaults.contains(fault)).forEach(fault -> LOG.warn("{}", fault));
        toldFaults = new HashSet<>(faults);
    }
}
