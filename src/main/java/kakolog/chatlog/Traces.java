package kakolog.chatlog;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kakolog.chat.Message;
import kakolog.chat.Message.Kind;
import kakolog.id.Snowflake;
import org.jdbi.v3.core.Handle;

/**
 * What others' messages and threads tell of messages that were taken away: copies of them that were passed on, the names of threads,
 * which Discord takes from the message a thread begins with, and the question in the result of a poll.
 */
final class Traces {
    /** No message has an id with this bit before the year 2084; with it a thread is remembered that has lost its name. */
    private static final long NAMELESS = Long.MIN_VALUE;

    private final Set<Snowflake> gone = new HashSet<>();
    private final Set<Snowflake> nameless = new HashSet<>();

    /** A message in the log of an event. */
    private record Stored(String event, Message message) {}

    /** A thread, or anything else that is called something. */
    private record Named(String event, Snowflake id) {}

    /** That this message was taken away. */
    void of(Snowflake message) {
        gone.add(message);
    }

    /** The same, with the thread that it announced. */
    void of(Message message) {
        of(message.id());
        var opens = message.opens();
        if (message.kind() == Kind.THREAD_OPENED && opens != null) {
            nameless.add(opens);
        }
    }

    /**
     * At the end of an import: what it brought of all that was ever taken away goes again, and what was kept out stays out.
     *
     * @return the slugs of the events whose logs are others now
     */
    Set<String> eraseAfterImport(Handle handle, String event, Instant now) {
        gone.forEach(id -> Removals.neverAgain(handle, id, now));
        ofAllEver(handle);
        var events = erase(handle, now);
        Strangers.forget(handle, event);
        for (var other : events) {
            Strangers.forget(handle, other);
            Belongings.settle(handle, other);
            ChatLogs.touch(handle, other, now);
        }
        return events;
    }

    /** That all this was taken away which ever was. */
    void ofAllEver(Handle handle) {
        handle.createQuery("select id from log_removed")
                .mapTo(Long.class)
                .list()
                .forEach(id -> remembered(OrderedIds.id(id)));
    }

    private void remembered(Snowflake id) {
        if ((id.bits() & NAMELESS) == 0) {
            gone.add(id);
        } else {
            nameless.add(new Snowflake(id.bits() ^ NAMELESS));
        }
    }

    /**
     * Takes them out of every log; to be called before threads are given other openers.
     *
     * @return the slugs of the events whose logs are others now
     */
    Set<String> erase(Handle handle, Instant now) {
        var events = new HashSet<String>();
        if (gone.isEmpty() && nameless.isEmpty()) {
            return events;
        }
        // Its own file has the name too, and is imported without the channel's one day.
        nameless.forEach(id -> Removals.neverAgain(handle, new Snowflake(id.bits() | NAMELESS), now));
        eraseThreadNames(handle, events);
        eraseNames(handle, events);
        // One reading of all logs, however many messages were taken away: 0.1 s for 100,000 messages of 450 bytes.
        handle.createQuery("""
                        select event, body from log_message
                        where body <> '' and (traits & :system <> 0 or instr(body, '"source":"') > 0)
                        """)
                .bind("system", Facets.SYSTEM)
                .map((row, context) -> new Stored(row.getString("event"), MessageJson.message(row.getString("body"))))
                .list()
                .forEach(stored -> erase(handle, stored, events));
        return events;
    }

    private void eraseThreadNames(Handle handle, Set<String> events) {
        var threads = handle.createQuery("select event, id from log_thread")
                .map((row, context) -> new Named(row.getString("event"), OrderedIds.id(row.getLong("id"))))
                .list();
        for (var thread : threads) {
            if (isNameless(thread.id())) {
                int changed = handle.createUpdate("""
                                update log_thread set name = '' where event = :event and id = :id and name <> ''
                                """)
                        .bind("event", thread.event())
                        .bind("id", OrderedIds.of(thread.id()))
                        .execute();
                note(changed, thread.event(), events);
            }
        }
    }

    /** Where a text leads to a thread, its name is told with the message. */
    private void eraseNames(Handle handle, Set<String> events) {
        var names = handle.createQuery("select event, id from log_name")
                .map((row, context) -> new Named(row.getString("event"), OrderedIds.id(row.getLong("id"))))
                .list();
        for (var name : names) {
            if (isNameless(name.id())) {
                int changed = handle.createUpdate("delete from log_name where event = :event and id = :id")
                        .bind("event", name.event())
                        .bind("id", OrderedIds.of(name.id()))
                        .execute();
                note(changed, name.event(), events);
            }
        }
    }

    private static void note(int changed, String event, Set<String> events) {
        if (changed > 0) {
            events.add(event);
        }
    }

    private void erase(Handle handle, Stored stored, Set<String> events) {
        var message = stored.message();
        var left = without(message);
        if (left.equals(message)) {
            return;
        }
        events.add(stored.event());
        handle.createUpdate("""
                        update log_message set traits = :traits, words = :words, body = :body
                        where event = :event and id = :id
                        """)
                .bind("traits", Facets.of(left).bits())
                .bind("words", Words.of(left))
                .bind("body", MessageJson.of(left))
                .bind("event", stored.event())
                .bind("id", OrderedIds.of(message.id()))
                .execute();
        var media = Belongings.namedBy(message);
        media.removeAll(Belongings.namedBy(left));
        Belongings.release(handle, stored.event(), OrderedIds.of(message.id()), media);
        if (message.forwarded() != null && left.forwarded() == null) {
            Removals.dropLinks(handle, stored.event(), OrderedIds.of(message.id()));
        }
    }

    /** What of a message may be kept; the message itself where it tells nothing of what was taken away. */
    Message without(Message message) {
        boolean passesOn = passesOn(message);
        boolean names = names(message);
        boolean counts = counts(message);
        if (!passesOn && !names && !counts) {
            return message;
        }
        return new Message(
                message.id(),
                message.thread(),
                message.opens(),
                message.kind(),
                message.author(),
                message.at(),
                message.editedAt(),
                message.pinned(),
                names || counts ? "" : message.text(),
                message.reply(),
                message.attachments(),
                counts ? List.of() : message.embeds(),
                message.stickers(),
                message.reactions(),
                passesOn ? null : message.forwarded(),
                message.poll(),
                message.shownAs());
    }

    private boolean passesOn(Message message) {
        var forwarded = message.forwarded();
        var source = forwarded == null ? null : forwarded.source();
        return source != null && gone.contains(source);
    }

    private boolean names(Message message) {
        var opens = message.opens();
        return message.kind() == Kind.THREAD_OPENED && opens != null && isNameless(opens);
    }

    private boolean counts(Message message) {
        var reply = message.reply();
        return message.kind() == Kind.POLL_ENDED && reply != null && gone.contains(reply.to());
    }

    private boolean isNameless(Snowflake thread) {
        return gone.contains(thread) || nameless.contains(thread);
    }
}
