package kakolog.chatlog;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import kakolog.blob.BlobStore;
import kakolog.chat.Medium;
import kakolog.db.Database;
import kakolog.id.EventSlug;
import kakolog.record.Change;
import kakolog.record.Change.Kind;

/**
 * Takes logs in, each all or not at all: it is read whole into a place of its own, its files are copied, and then one transaction
 * brings all of it into the log of its event. A second import of the same adds nothing. Thread safe.
 */
public final class LogImport {
    /** So much stays free on the disk while a log is taken in. */
    private static final long ROOM = 16_000_000;

    private final ChatLogs logs;
    private final Database database;
    private final BlobStore blobs;
    private final MediaKeeper keeper;
    private final Path staging;

    /** @param staging a folder of what is derived, for this alone */
    LogImport(ChatLogs logs, Database database, BlobStore blobs, MediaKeeper keeper, Path staging) {
        this.logs = logs;
        this.database = database;
        this.blobs = blobs;
        this.keeper = keeper;
        this.staging = staging;
    }

    /** How far an import is. */
    public enum Phase {
        READING,
        COPYING,
        WRITING
    }

    /** Told how far an import is. */
    @FunctionalInterface
    public interface Progress {
        Progress NOBODY = (phase, share) -> {};

        /** @param share of the phase that is done, from 0 to 1 */
        void at(Phase phase, double share);
    }

    /**
     * What is wanted of an import.
     *
     * @param publish whether it is published at once, or stays what it is
     * @param dropGone whether messages that it should hold and does not are taken out of the log
     */
    public record Wish(boolean publish, boolean dropGone) {}

    /**
     * Imports one.
     *
     * @throws ImportFault where it cannot be used; the log is as it was then
     * @throws kakolog.blob.DiskFull where there is no room; likewise
     */
    Imported run(EventSlug event, LogSource source, Wish wish, Change.By by, Instant now, Progress progress)
            throws ImportFault, IOException, InterruptedException {
        var stay = blobs.stay();
        try (var staged = Staging.in(staging, () -> blobs.makeRoomFor(ROOM))) {
            source.readInto(staged, share -> progress.at(Phase.READING, share));
            if (staged.count() == 0) {
                // Nobody's evening was that silent: something was left out.
                throw new ImportFault("log.import.fault.empty");
            }
            var before = database.reader().withHandle(handle -> LogBefore.of(handle, event));
            before.demandChannel(staged);
            // What says that it is from the future would hold against all that is read until then.
            var knownAt = source.isNow() || staged.knownAt().isAfter(now) ? now : staged.knownAt();
            boolean older = before.isLaterThan(knownAt);
            var whole = new Whole();
            new Comparing(database, event, staged, whole, older).run();
            var others = wish.dropGone()
                    ? database.reader().withHandle(handle -> whole.others(handle, event))
                    : List.<Long>of();
            staged.media().values().removeIf(medium -> !keeper.wanted(medium));
            var copies = keeper.keep(missing(event, staged), source, share -> progress.at(Phase.COPYING, share));
            progress.at(Phase.WRITING, 0);
            new Unchanged(database, event, staged, older).leaveOut(copies);
            var prepared = new Merge.Prepared(staged, others, copies, before, knownAt);
            var imported = merge(event, prepared, wish, by, now);
            progress.at(Phase.WRITING, 1);
            return imported;
        } catch (Unfit unfit) {
            throw unfit.fault();
        } finally {
            stay.close();
        }
    }

    private Imported merge(EventSlug event, Merge.Prepared prepared, Wish wish, Change.By by, Instant now)
            throws InterruptedException {
        try {
            return logs.write(handle -> {
                var imported = new Merge(handle, event, prepared).run(now);
                logs.noted(
                        handle,
                        by.made(now, Kind.LOG_IMPORTED, event.value(), "+" + imported.added() + " -" + imported.gone()),
                        now);
                if (wish.publish()) {
                    logs.publish(handle, event, by, now);
                }
                return imported;
            });
        } catch (Merge.Stopped stopped) {
            throw new InterruptedException();
        }
    }

    /** What there is no copy of yet. */
    private List<Medium> missing(EventSlug event, Staging staged) {
        var kept = database.reader()
                .withHandle(handle -> handle.createQuery(
                                "select key from log_medium where event = :event and blob is not null")
                        .bind("event", event.value())
                        .mapTo(String.class)
                        .set());
        return staged.media().values().stream()
                .filter(medium -> !kept.contains(medium.key()))
                .toList();
    }
}
