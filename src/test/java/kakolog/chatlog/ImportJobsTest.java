package kakolog.chatlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import kakolog.blob.BlobStore;
import kakolog.chat.Listener;
import kakolog.chat.Medium;
import kakolog.chatlog.LogImport.Wish;
import kakolog.db.Database;
import kakolog.id.EventSlug;
import kakolog.record.Change;
import kakolog.record.Changes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportJobsTest {
    private static final Change.By SOMEBODY = new Change.By("11", "Hanako");
    private static final Wish WISH = new Wish(false, false);
    private static final EventSlug EVENT = new EventSlug("2021-05-18");
    private static final EventSlug ANOTHER = new EventSlug("2021-07-06");

    @TempDir
    Path folder;

    /** One that has no end of its own. */
    private static final class Endless implements LogSource {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final Thread closer;
        private volatile boolean closed;

        /** @param closer for whose waiting it waits before it ends */
        private Endless(Thread closer) {
            this.closer = closer;
        }

        @Override
        public void readInto(Listener listener, DoubleConsumer progress) throws InterruptedException {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } finally {
                long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(4);
                while (closer.getState() != Thread.State.TIMED_WAITING && System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
            }
        }

        @Override
        public boolean isNow() {
            return false;
        }

        @Override
        public Optional<InputStream> open(Medium medium) {
            return Optional.empty();
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void closing_waits_for_the_end_of_an_import() throws Exception {
        try (var database = Database.openKept(folder.resolve("kakolog.db"), 1);
                var keeper = new MediaKeeper(new BlobStore(folder.resolve("blobs")), Set.of(), 1_000)) {
            var jobs = jobs(database, keeper);
            var source = new Endless(Thread.currentThread());
            var job = jobs.begin(EVENT, source, WISH, SOMEBODY).orElseThrow();
            source.begun.await();
            assertTrue(jobs.isBusy());
            jobs.stop(ANOTHER);
            assertFalse(job.isOver());
            jobs.close();
            assertTrue(source.closed);
            job.await();
            assertEquals("log.import.fault.stopped", job.fault().orElseThrow().key());
            assertFalse(jobs.isBusy());
            var late = new Endless(Thread.currentThread());
            var refused = jobs.begin(EVENT, late, WISH, SOMEBODY).orElseThrow();
            assertEquals(
                    "log.import.fault.stopped", refused.fault().orElseThrow().key());
            assertTrue(late.closed);
        }
    }

    private ImportJobs jobs(Database database, MediaKeeper keeper) {
        var logs = new ChatLogs(database, new Changes(database));
        var blobs = new BlobStore(folder.resolve("blobs"));
        return new ImportJobs(
                new LogImport(logs, database, blobs, keeper, folder.resolve("importing")), Clock.systemUTC());
    }
}
