package kakolog.chatlog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import kakolog.blob.DiskFull;
import kakolog.db.Database;
import kakolog.id.EventSlug;
import kakolog.record.Change;
import kakolog.record.Change.Kind;
import kakolog.record.Changes;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Which events have a past log, and how each stands; all of them in memory, so that a page asks no SQL. Each change writes its
 * line of the change record with it, and is seen by whoever asks from then on. Thread safe.
 */
public final class ChatLogs {
    private final Database database;
    private final Changes changes;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable Map<EventSlug, Log> current;

    /** Asks nothing of the database yet. */
    public ChatLogs(Database database, Changes changes) {
        this.database = database;
        this.changes = changes;
    }

    /** Has this run after each change, in the thread that made it. */
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** All logs as they are now, read when first asked for. */
    Map<EventSlug, Log> now() {
        var known = current;
        return known != null ? known : readOnce();
    }

    private synchronized Map<EventSlug, Log> readOnce() {
        var known = current;
        return known != null ? known : read();
    }

    private synchronized Map<EventSlug, Log> read() {
        var logs = new HashMap<EventSlug, Log>();
        try {
            database.reader()
                    .withHandle(handle -> handle.createQuery("""
                            select event, channel, channel_name, shown_from, shown_until, published_at, imported_at, version
                            from log
                            """)
                            .map((row, context) -> log(row))
                            .list())
                    .forEach(log -> logs.put(log.event(), log));
            current = Map.copyOf(logs);
        } catch (RuntimeException unreadable) {
            current = null;
            throw unreadable;
        }
        return logs;
    }

    /** The log of an event, a draft too. */
    Optional<Log> of(EventSlug event) {
        return Optional.ofNullable(now().get(event));
    }

    /** Whether an event has a published log, as everybody may know; none before they have been read for the first time. */
    public boolean has(EventSlug event) {
        var known = current;
        var log = known == null ? null : known.get(event);
        return log != null && log.isPublished();
    }

    void publish(EventSlug event, Change.By by, Instant now) {
        write(handle -> {
            publish(handle, event, by, now);
            return null;
        });
    }

    /** One that is published already stays as it is, since when too. */
    void publish(Handle handle, EventSlug event, Change.By by, Instant now) {
        int published = handle.createUpdate(
                        "update log set published_at = :at where event = :event and published_at is null")
                .bind("at", now.toEpochMilli())
                .bind("event", event.value())
                .execute();
        if (published > 0) {
            noted(handle, by.made(now, Kind.LOG_PUBLISHED, event.value(), ""), now);
        }
    }

    /** Makes a draft of it again. */
    void withdraw(EventSlug event, Change.By by, Instant now) {
        write(handle -> {
            handle.createUpdate("update log set published_at = null where event = :event")
                    .bind("event", event.value())
                    .execute();
            noted(handle, by.made(now, Kind.LOG_WITHDRAWN, event.value(), ""), now);
            return null;
        });
    }

    /** Shows only what was said from one instant on and before another; null for no bound. */
    void clip(EventSlug event, @Nullable Instant from, @Nullable Instant until, Change.By by, Instant now) {
        write(handle -> {
            handle.createUpdate("update log set shown_from = :from, shown_until = :until where event = :event")
                    .bind("from", from == null ? null : (Long) from.toEpochMilli())
                    .bind("until", until == null ? null : (Long) until.toEpochMilli())
                    .bind("event", event.value())
                    .execute();
            noted(handle, by.made(now, Kind.LOG_CLIPPED, event.value(), ""), now);
            return null;
        });
    }

    /** Takes away the whole log of an event. What was removed from it stays removed, if it is imported again. */
    void delete(EventSlug event, Change.By by, Instant now) {
        write(handle -> {
            handle.createUpdate("delete from log where event = :event")
                    .bind("event", event.value())
                    .execute();
            changes.add(handle, by.made(now, Kind.LOG_DELETED, event.value(), ""));
            return null;
        });
    }

    /** One change of a log that writes its line of the record and its next version with it. */
    void change(Change change, Instant now, Consumer<Handle> work) {
        write(handle -> {
            work.accept(handle);
            noted(handle, change, now);
            return null;
        });
    }

    /** Writes the line of the record, and another version of the log that it is about. */
    void noted(Handle handle, Change change, Instant now) {
        touch(handle, change.event(), now);
        changes.add(handle, change);
    }

    /** Gives a log another version. */
    static void touch(Handle handle, String event, Instant now) {
        handle.createUpdate("update log set version = max(version + 1, :now) where event = :event")
                .bind("now", now.toEpochMilli())
                .bind("event", event)
                .execute();
    }

    /**
     * One transaction, seen by all from then on.
     *
     * @throws DiskFull where there is no room
     */
    <T extends @Nullable Object> T write(Function<Handle, T> work) {
        T result;
        try {
            result = database.writer().inTransaction(work::apply);
        } catch (RuntimeException failed) {
            throw DiskFull.or(failed);
        }
        read();
        listeners.forEach(Runnable::run);
        return result;
    }

    private static Log log(ResultSet row) throws SQLException {
        return new Log(
                new EventSlug(row.getString("event")),
                row.getString("channel"),
                row.getString("channel_name"),
                instant(row, "shown_from"),
                instant(row, "shown_until"),
                instant(row, "published_at"),
                Instant.ofEpochMilli(row.getLong("imported_at")),
                row.getLong("version"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
