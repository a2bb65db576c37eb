package kakolog.chatlog;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import kakolog.blob.DiskFull;
import kakolog.chatlog.LogImport.Phase;
import kakolog.chatlog.LogImport.Wish;
import kakolog.id.EventSlug;
import kakolog.record.Change;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs imports beside the pages, one at a time, and knows how each stands. Thread safe. */
final class ImportJobs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ImportJobs.class);
    /** One that is stopped ends with its batch, or with the file that it reads. */
    private static final long PATIENCE_SECONDS = 5;

    private final LogImport imports;
    private final Clock clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(ImportJobs::daemon);
    private final AtomicBoolean busy = new AtomicBoolean();
    private final Map<EventSlug, Job> last = new ConcurrentHashMap<>();

    ImportJobs(LogImport imports, Clock clock) {
        this.imports = imports;
        this.clock = clock;
    }

    /** One import. It ends with what was imported, or with an {@link ImportFault}. */
    static final class Job {
        private final CompletableFuture<Imported> end = new CompletableFuture<>();
        private volatile Phase phase = Phase.READING;
        private volatile double share;
        private boolean stopped;
        private @Nullable Thread thread;

        /** Whoever stops it from now on interrupts this thread, and nobody once it has {@link #left}. */
        private synchronized void entered() throws InterruptedException {
            if (stopped) {
                throw new InterruptedException();
            }
            thread = Thread.currentThread();
        }

        private synchronized void left() {
            thread = null;
        }

        private synchronized void stop() {
            stopped = true;
            if (thread != null) {
                thread.interrupt();
            }
        }

        private synchronized boolean isStopped() {
            return stopped;
        }

        Phase phase() {
            return phase;
        }

        /** Of its phase, from 0 to 1. */
        double share() {
            return share;
        }

        boolean isOver() {
            return end.isDone();
        }

        /** What was imported; empty while it runs and where it failed. */
        Optional<Imported> imported() {
            return end.isDone() && !end.isCompletedExceptionally() ? Optional.of(end.join()) : Optional.empty();
        }

        /** Why nothing was imported; empty where it was, and while it runs. */
        Optional<ImportFault> fault() {
            if (!end.isCompletedExceptionally()) {
                return Optional.empty();
            }
            var failure = end.handle((imported, failed) -> failed).join();
            return Optional.of(
                    failure instanceof ImportFault fault ? fault : new ImportFault("log.import.fault.broken"));
        }

        /** Waits for its end. */
        void await() {
            end.handle((imported, failed) -> 1).join();
        }
    }

    /**
     * Begins an import.
     *
     * @param source closed when it is over, also where it is not begun
     * @return empty where another one is under way
     */
    Optional<Job> begin(EventSlug event, LogSource source, Wish wish, Change.By by) {
        if (!busy.compareAndSet(false, true)) {
            close(source);
            return Optional.empty();
        }
        var job = new Job();
        last.put(event, job);
        try {
            worker.execute(() -> run(event, source, wish, by, job));
        } catch (RejectedExecutionException closing) {
            busy.set(false);
            close(source);
            job.end.completeExceptionally(new ImportFault("log.import.fault.stopped"));
        }
        return Optional.of(job);
    }

    private void run(EventSlug event, LogSource source, Wish wish, Change.By by, Job job) {
        @Nullable Imported imported = null;
        @Nullable ImportFault fault = null;
        try {
            job.entered();
            imported = imports.run(event, source, wish, by, clock.instant(), (phase, share) -> {
                job.phase = phase;
                job.share = share;
            });
            LOG.info("log of {} imported: {} messages read, {} new", event, imported.read(), imported.added());
        } catch (ImportFault refused) {
            LOG.info("log of {} not imported: {}", event, refused.key());
            fault = refused;
        } catch (InterruptedException stopping) {
            fault = new ImportFault("log.import.fault.stopped");
        } catch (DiskFull full) {
            LOG.warn("log of {} not imported: the disk is full", event);
            fault = new ImportFault("log.import.fault.disk-full");
        } catch (IOException | RuntimeException | Error failed) {
            fault = fault(event, job, failed);
        } finally {
            job.left();
            close(source);
            busy.set(false);
        }
        if (imported != null) {
            job.end.complete(imported);
        } else if (fault != null) {
            job.end.completeExceptionally(fault);
        }
    }

    /** Files that are open close in the hands of whoever is interrupted, which looks as if the disk had failed. */
    private static ImportFault fault(EventSlug event, Job job, Throwable failed) {
        if (job.isStopped()) {
            LOG.info("log of {} not imported: stopped", event);
            return new ImportFault("log.import.fault.stopped");
        }
        LOG.error("log of {} not imported", event, failed);
        return new ImportFault("log.import.fault.broken");
    }

    private static void close(LogSource source) {
        try {
            source.close();
        } catch (IOException failed) {
            LOG.warn("what was imported could not be put away", failed);
        }
    }

    /** The last import of an event since the start. */
    Optional<Job> last(EventSlug event) {
        return Optional.ofNullable(last.get(event));
    }

    boolean isBusy() {
        return busy.get();
    }

    /** Ends the import of this event, if one runs; nothing of it is kept then. */
    void stop(EventSlug event) {
        var job = last.get(event);
        if (job != null) {
            job.stop();
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "log-import");
        thread.setDaemon(true);
        return thread;
    }

    /** One that runs is ended, and its end waited for: the database that it writes to is closed next. */
    @Override
    public void close() {
        worker.shutdown();
        last.values().forEach(Job::stop);
        try {
            if (!worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("an import does not end");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
