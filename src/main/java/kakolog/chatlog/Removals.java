package kakolog.chatlog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kakolog.chat.Medium;
import kakolog.id.EventSlug;
import kakolog.id.Snowflake;
import kakolog.record.Change;
import kakolog.record.Change.Kind;
import org.jdbi.v3.core.Handle;

/**
 * Takes messages away, for good: from the log, from what search looks at, from links, from files, and from backups made later. No
 * import brings them back. Thread safe.
 */
final class Removals {
    /** Who wrote what was hidden is no longer known. */
    static final Snowflake NOBODY = new Snowflake(0);

    private final ChatLogs logs;

    Removals(ChatLogs logs) {
        this.logs = logs;
    }

    /** What is left of a message in its place. */
    enum Trace {
        /** That there was one. */
        MARK,
        NOTHING
    }

    /** A message in the log of an event. */
    private record Found(String event, long id, long author) {}

    /**
     * Takes a message away, from each log that has it.
     *
     * @param author only if this one wrote it; {@link #NOBODY} for whoever did
     * @return the events whose logs had it
     */
    Set<EventSlug> remove(Snowflake message, Snowflake author, Trace trace, Change.By by, Instant now) {
        return logs.write(handle -> {
            var found = handle.createQuery("""
                            select event, id, author from log_message
                            where id = :id and (:anybody or author = :author)
                            """)
                    .bind("id", OrderedIds.of(message))
                    .bind("anybody", author.equals(NOBODY))
                    .bind("author", OrderedIds.of(author))
                    .map((row, context) -> found(row))
                    .list();
            if (!found.isEmpty()) {
                neverAgain(handle, message, now);
            }
            var kind = trace == Trace.MARK ? Kind.MESSAGE_HIDDEN : Kind.MESSAGE_REMOVED;
            found.forEach(one -> {
                if (trace == Trace.MARK) {
                    hide(handle, one.event(), OrderedIds.of(message));
                } else {
                    delete(handle, one.event(), OrderedIds.of(message));
                    Merge.findOpeners(handle, one.event());
                }
                forgetSilent(handle, one);
                logs.noted(handle, by.made(now, kind, one.event(), message.toString()), now);
            });
            return events(found);
        });
    }

    /** Takes away all that somebody has written up to now, with their name and picture; imports of it stay without. */
    Set<EventSlug> silence(Snowflake person, Change.By by, Instant now) {
        return logs.write(handle -> {
            handle.createUpdate("""
                            insert into log_silenced (person, until_at) values (:person, :now)
                            on conflict (person) do update set until_at = max(until_at, :now)
                            """)
                    .bind("person", OrderedIds.of(person))
                    .bind("now", now.toEpochMilli())
                    .execute();
            var found = handle.createQuery("select event, id, author from log_message where author = :person")
                    .bind("person", OrderedIds.of(person))
                    .map((row, context) -> found(row))
                    .list();
            found.forEach(one -> {
                neverAgain(handle, OrderedIds.id(one.id()), now);
                delete(handle, one.event(), one.id());
            });
            var events = events(found);
            events.addAll(forget(handle, person));
            events.forEach(event -> {
                Merge.findOpeners(handle, event.value());
                logs.noted(handle, by.made(now, Kind.MESSAGES_REMOVED, event.value(), person.toString()), now);
            });
            return events;
        });
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(row.getString("event"), row.getLong("id"), row.getLong("author"));
    }

    /** With somebody's last message in a log their name and their picture go from it. */
    private static void forgetSilent(Handle handle, Found last) {
        int gone = handle.createUpdate("""
                        delete from log_speaker where event = :event and id = :author and not exists
                          (select 1 from log_message m where m.event = :event and m.author = :author)
                        """)
                .bind("event", last.event())
                .bind("author", last.author())
                .execute();
        if (gone > 0) {
            handle.createUpdate("delete from log_medium where event = :event and key = :key")
                    .bind("event", last.event())
                    .bind("key", Medium.avatar(OrderedIds.id(last.author())))
                    .execute();
        }
    }

    /** The name and the picture go from every log, also from those where others only named them. */
    private static List<EventSlug> forget(Handle handle, Snowflake person) {
        var events = handle.createQuery("select event from log_speaker where id = :person")
                .bind("person", OrderedIds.of(person))
                .map((row, context) -> new EventSlug(row.getString("event")))
                .list();
        handle.createUpdate("delete from log_speaker where id = :person")
                .bind("person", OrderedIds.of(person))
                .execute();
        handle.createUpdate("delete from log_medium where key = :key")
                .bind("key", Medium.avatar(person))
                .execute();
        return events;
    }

    private static Set<EventSlug> events(List<Found> found) {
        var events = new HashSet<EventSlug>();
        found.forEach(one -> events.add(new EventSlug(one.event())));
        return events;
    }

    private static void neverAgain(Handle handle, Snowflake message, Instant now) {
        handle.createUpdate("insert into log_removed (id, removed_at) values (:id, :now) on conflict do nothing")
                .bind("id", OrderedIds.of(message))
                .bind("now", now.toEpochMilli())
                .execute();
    }

    private static void hide(Handle handle, String event, long id) {
        withoutBelongings(handle, event, id);
        handle.createUpdate("""
                        update log_message set author = :nobody, traits = 0, words = '', body = ''
                        where event = :event and id = :id
                        """)
                .bind("nobody", OrderedIds.of(NOBODY))
                .bind("event", event)
                .bind("id", id)
                .execute();
    }

    /** Takes a message out of one log, with all that belongs to it alone; returns how many are gone. */
    static int delete(Handle handle, String event, long id) {
        withoutBelongings(handle, event, id);
        return handle.createUpdate("delete from log_message where event = :event and id = :id")
                .bind("event", event)
                .bind("id", id)
                .execute();
    }

    private static void withoutBelongings(Handle handle, String event, long id) {
        handle.createQuery("select body from log_message where event = :event and id = :id and body <> ''")
                .bind("event", event)
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .map(MessageJson::message)
                .ifPresent(message -> Merge.mediaOf(message)
                        .forEach(
                                key -> handle.createUpdate("delete from log_medium where event = :event and key = :key")
                                        .bind("event", event)
                                        .bind("key", key)
                                        .execute()));
        for (var table : List.of("log_link", "log_topic")) {
            handle.createUpdate("delete from <table> where event = :event and message = :id")
                    .define("table", table)
                    .bind("event", event)
                    .bind("id", id)
                    .execute();
        }
    }
}
