package kakolog.chatlog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kakolog.chat.Medium;
import kakolog.chat.Message;
import kakolog.id.Snowflake;
import org.jdbi.v3.core.Handle;

/**
 * Which message each file of a log belongs to: the first of those that name it, since what is passed on names the file of the
 * original. A file that no message names any more is not kept.
 */
final class Belongings {
    /** Whether a message passes another one on, in SQL. */
    static final String PASSES_ON = "instr(body, '\"forwarded\":{') > 0";

    /** No message has this id. */
    private static final long NONE = OrderedIds.of(new Snowflake(0));

    private Belongings() {}

    /** The keys of the files that a message names, in its attachments and its previews. */
    static List<String> namedBy(Message message) {
        var keys = new ArrayList<String>();
        Words.attachments(message).forEach(attachment -> keys.add(Medium.attachment(attachment.id())));
        message.embeds().forEach(embed -> keys.add(embed.picture()));
        var forwarded = message.forwarded();
        if (forwarded != null) {
            forwarded.embeds().forEach(embed -> keys.add(embed.picture()));
        }
        keys.removeIf(String::isEmpty);
        return keys;
    }

    /** The keys of the files that belong to a message, by its id as stored. */
    static Map<Long, Set<String>> of(Handle handle, String event) {
        var owned = new HashMap<Long, Set<String>>();
        handle.createQuery("select key, message from log_medium where event = :event and message is not null")
                .bind("event", event)
                .map((row, context) -> owned.computeIfAbsent(row.getLong("message"), message -> new HashSet<>())
                        .add(row.getString("key")))
                .list();
        return owned;
    }

    /** These files belong to this message no longer; {@link #settle} says to which else. */
    static void release(Handle handle, String event, long message, Collection<String> keys) {
        keys.forEach(key -> handle.createUpdate("""
                        update log_medium set message = :none where event = :event and key = :key and message = :message
                        """)
                .bind("none", NONE)
                .bind("event", event)
                .bind("key", key)
                .bind("message", message)
                .execute());
    }

    /** Gives what belonged to messages that are gone to the first that passes it on, and drops the rest; to be called last. */
    static void settle(Handle handle, String event) {
        var left =
                handle.createQuery("""
                        select key from log_medium where event = :event and message is not null and not exists
                          (select 1 from log_message m
                            where m.event = log_medium.event and m.id = log_medium.message and m.body <> '')
                        """).bind("event", event).mapTo(String.class).list();
        if (left.isEmpty()) {
            return;
        }
        var heirs = passedOn(handle, event);
        for (var key : left) {
            var heir = heirs.get(key);
            handle.createUpdate(
                            heir == null
                                    ? "delete from log_medium where event = :event and key = :key"
                                    : "update log_medium set message = :heir where event = :event and key = :key")
                    .bind("event", event)
                    .bind("key", key)
                    .bindMap(heir == null ? Map.of() : Map.of("heir", heir))
                    .execute();
        }
    }

    /** The first messages that pass files on, by the files' keys. */
    private static Map<String, Long> passedOn(Handle handle, String event) {
        var first = new HashMap<String, Long>();
        handle.createQuery("select id, body from log_message where event = :event and " + PASSES_ON + " order by id")
                .bind("event", event)
                .map((row, context) -> {
                    long id = row.getLong("id");
                    Words.attachments(MessageJson.message(row.getString("body")))
                            .forEach(attachment -> first.putIfAbsent(Medium.attachment(attachment.id()), id));
                    return id;
                })
                .list();
        return first;
    }
}
