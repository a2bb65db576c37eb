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
import kakolog.web.Asking;
import kakolog.web.BadInput;
import org.jdbi.v3.core.Handle;

/**
 * Takes messages away, for good: from the log, from what search looks at, from links, from files, and from backups made later. No
 * import brings them back. Thread safe.
 */
final class Removals {
    /** Who wrote what was hidden is no longer known. */
    static final Snowflake NOBODY = new Snowflake(0);

    /** Who takes away what they have written themselves: who that was and what it was the record does not keep. */
    static final Change.By AUTHOR = new Change.By("", "");

    private final ChatLogs logs;

    Removals(ChatLogs logs) {
        this.logs = logs;
    }

    /** What is left of a message in its place. */
    enum Trace {
        /** That there was one. */
        MARK,
        NOTHING;

        /** What was asked for by a button. */
        static Trace of(Asking asking) {
            return switch (asking.field("do").orElse("")) {
                case "hide" -> MARK;
                case "remove" -> NOTHING;
                default -> throw new BadInput("error.400.text", "");
            };
        }
    }

    /** A message in the log of an event; without a body where it was hidden. */
    private record Found(String event, long id, String body) {}

    /**
     * Takes a message away, from each log that has it.
     *
     * @param author only if this one wrote it; {@link #NOBODY} for whoever did
     * @param by {@link #AUTHOR} where they do it themselves
     * @return the events whose logs had it
     */
    Set<EventSlug> remove(Snowflake message, Snowflake author, Trace trace, Change.By by, Instant now) {
        return logs.write(handle -> {
            var found = handle.createQuery("""
                            select event, id, body from log_message
                            where id = :id and (:anybody or author = :author)
                            """)
                    .bind("id", OrderedIds.of(message))
                    .bind("anybody", author.equals(NOBODY))
                    .bind("author", OrderedIds.of(author))
                    .map((row, context) -> found(row))
                    .list();
            boolean mark = trace == Trace.MARK;
            found.forEach(one -> {
                neverAgain(handle, message, now);
                if (mark) {
                    hide(handle, one.event(), one.id());
                } else {
                    delete(handle, one.event(), one.id());
                }
            });
            var events = events(found);
            withoutTraces(handle, found, events, now);
            var kind = mark ? Kind.MESSAGE_HIDDEN : Kind.MESSAGE_REMOVED;
            events.forEach(event -> logs.noted(handle, by.made(now, kind, event.value(), subject(by, message)), now));
            return events;
        });
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(row.getString("event"), row.getLong("id"), row.getString("body"));
    }

    private static String subject(Change.By by, Snowflake about) {
        return by.equals(AUTHOR) ? "" : about.toString();
    }

    /**
     * What others' messages tell of these goes too, and the names of who is no longer heard nor named.
     *
     * @param events that had them; other logs get another version here
     */
    private static void withoutTraces(Handle handle, List<Found> found, Set<EventSlug> events, Instant now) {
        var traces = new Traces();
        for (var one : found) {
            if (one.body().isEmpty()) {
                traces.of(OrderedIds.id(one.id()));
            } else {
                traces.of(MessageJson.message(one.body()));
            }
        }
        var all = traces.erase(handle, now);
        all.forEach(event -> ChatLogs.touch(handle, event, now));
        events.forEach(event -> all.add(event.value()));
        for (var event : all) {
            Merge.findOpeners(handle, event);
            Strangers.forget(handle, event);
            Belongings.settle(handle, event);
        }
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
            var found = handle.createQuery("select event, id, body from log_message where author = :person")
                    .bind("person", OrderedIds.of(person))
                    .map((row, context) -> found(row))
                    .list();
            found.forEach(one -> {
                neverAgain(handle, OrderedIds.id(one.id()), now);
                delete(handle, one.event(), one.id());
            });
            var events = events(found);
            events.addAll(forget(handle, person));
            withoutTraces(handle, found, events, now);
            events.forEach(event ->
                    logs.noted(handle, by.made(now, Kind.MESSAGES_REMOVED, event.value(), subject(by, person)), now));
            return events;
        });
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

    static void neverAgain(Handle handle, Snowflake message, Instant now) {
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

    /** Takes a message out of one log; its files go with {@link Belongings#settle}. Returns how many are gone. */
    static int delete(Handle handle, String event, long id) {
        withoutBelongings(handle, event, id);
        return handle.createUpdate("delete from log_message where event = :event and id = :id")
                .bind("event", event)
                .bind("id", id)
                .execute();
    }

    /** Its files are for {@link Belongings#settle}, since others may name them. */
    private static void withoutBelongings(Handle handle, String event, long id) {
        dropLinks(handle, event, id);
        handle.createUpdate("delete from log_topic where event = :event and message = :id")
                .bind("event", event)
                .bind("id", id)
                .execute();
    }

    /** Addresses that were taken from a message are public no longer. */
    static void dropLinks(Handle handle, String event, long id) {
        handle.createUpdate("delete from log_link where event = :event and message = :id")
                .bind("event", event)
                .bind("id", id)
                .execute();
    }
}
