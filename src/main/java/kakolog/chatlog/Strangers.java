package kakolog.chatlog;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import kakolog.chat.Medium;
import kakolog.id.Snowflake;
import org.jdbi.v3.core.Handle;

/** People whose name and picture a log still has, although it has no message of theirs and none that names them. */
final class Strangers {
    private static final Pattern NAMED = Pattern.compile("<@!?(\\d{1,20})>");

    private Strangers() {}

    /** Forgets all of them in the log of this event. */
    static void forget(Handle handle, String event) {
        var strangers = new HashSet<Snowflake>();
        handle.createQuery("""
                        select id from log_speaker s where s.event = :event and not exists (
                          select 1 from log_message m where m.author = s.id and m.event = :event)
                        """)
                .bind("event", event)
                .mapTo(Long.class)
                .list()
                .forEach(id -> strangers.add(OrderedIds.id(id)));
        if (strangers.isEmpty()) {
            return;
        }
        strangers.removeAll(named(handle, event));
        strangers.forEach(person -> forget(handle, event, person));
    }

    private static Set<Snowflake> named(Handle handle, String event) {
        var named = new HashSet<Snowflake>();
        handle.createQuery("select body from log_message where event = :event and instr(body, '<@') > 0")
                .bind("event", event)
                .mapTo(String.class)
                .forEach(body -> NAMED.matcher(body)
                        .results()
                        .forEach(found -> Snowflake.of(found.group(1)).ifPresent(named::add)));
        return named;
    }

    private static void forget(Handle handle, String event, Snowflake person) {
        handle.createUpdate("delete from log_speaker where event = :event and id = :person")
                .bind("event", event)
                .bind("person", OrderedIds.of(person))
                .execute();
        handle.createUpdate("delete from log_medium where event = :event and key = :key")
                .bind("event", event)
                .bind("key", Medium.avatar(person))
                .execute();
    }
}
