package kakolog.chatlog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kakolog.chat.ChatThread;
import kakolog.chat.Speaker;
import kakolog.db.Database;
import kakolog.id.Snowflake;

/**
 * Who and what is named in one log, as it was at one version of it. Immutable.
 *
 * @param speakers by their ids
 * @param names of roles and channels
 * @param threads in order of their ids
 * @param openers the threads that unfold under a message, by its id
 */
record Cast(
        long version,
        Map<Snowflake, Speaker> speakers,
        Map<Snowflake, String> names,
        Map<Snowflake, ChatThread> threads,
        Map<Snowflake, List<ChatThread>> openers) {
    Cast {
        speakers = Map.copyOf(speakers);
        names = Map.copyOf(names);
        threads = Map.copyOf(threads);
        openers = Map.copyOf(openers);
    }

    /** The name as it was shown; empty where nobody is known by that id. */
    String name(Snowflake person) {
        return Optional.ofNullable(speakers.get(person)).map(Speaker::name).orElse("");
    }

    static Cast of(Log log, Database database) {
        return database.reader().withHandle(handle -> {
            var speakers = new HashMap<Snowflake, Speaker>();
            handle.createQuery("select id, name, account, bot, color from log_speaker where event = :event")
                    .bind("event", log.event().value())
                    .map((row, context) -> new Speaker(
                            OrderedIds.id(row.getLong("id")),
                            row.getString("name"),
                            row.getString("account"),
                            row.getBoolean("bot"),
                            row.getObject("color") == null ? null : row.getInt("color")))
                    .forEach(speaker -> speakers.put(speaker.id(), speaker));
            var names = new HashMap<Snowflake, String>();
            handle.createQuery("select id, name from log_name where event = :event")
                    .bind("event", log.event().value())
                    .map((row, context) -> names.put(OrderedIds.id(row.getLong("id")), row.getString("name")))
                    .list();
            var threads = new HashMap<Snowflake, ChatThread>();
            var openers = new HashMap<Snowflake, List<ChatThread>>();
            handle.createQuery("select id, opener, name from log_thread where event = :event order by id")
                    .bind("event", log.event().value())
                    .map((row, context) -> {
                        var thread = new ChatThread(OrderedIds.id(row.getLong("id")), row.getString("name"));
                        threads.put(thread.id(), thread);
                        if (row.getObject("opener") != null) {
                            openers.merge(OrderedIds.id(row.getLong("opener")), List.of(thread), Cast::joined);
                        }
                        return thread;
                    })
                    .list();
            return new Cast(log.version(), speakers, names, threads, openers);
        });
    }

    private static List<ChatThread> joined(List<ChatThread> some, List<ChatThread> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
