package kakolog.chatlog;

import java.sql.ResultSet;
import java.sql.SQLException;
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
 * @param threads by their ids; without a name where nothing of them is shown
 * @param openers the threads that unfold under a message of the channel, by its id; none of which nothing is shown
 */
record Cast(
        Map<Snowflake, Speaker> speakers,
        Map<Snowflake, String> names,
        Map<Snowflake, ChatThread> threads,
        Map<Snowflake, List<ChatThread>> openers) {
    /** The columns that {@link #speaker} reads. */
    static final String SPEAKER = "id, name, account, bot, color";

    private static final String IN_CHANNEL =
            "select id from log_message where " + LogLines.IN_WINDOW + " and thread is null";

    /**
     * Threads with where they unfold: under the message that opened them; where that is not shown, under the last one of the
     * channel before their own first one; else under the first of the channel.
     */
    private static final String THREADS =
            "select id, case when first is null then '' else name end as name, case when first is not null then coalesce("
                    + "(" + IN_CHANNEL + " and id = opened.opener),"
                    + "(" + IN_CHANNEL + " and id < opened.first order by id desc limit 1),"
                    + "(" + IN_CHANNEL + " order by id limit 1)) end as shown_under"
                    + " from (select t.id, t.name, t.opener, (select id from log_message where " + LogLines.IN_WINDOW
                    + " and thread = t.id order by id limit 1) as first from log_thread t where t.event = :event) opened"
                    + " order by id";

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

    /** As whom the author of a message was shown in it; empty where nobody is known by that id. */
    String name(Line line) {
        var message = line.message();
        var shown = message == null ? null : message.shownAs();
        return shown == null ? name(line.author()) : shown;
    }

    static Speaker speaker(ResultSet row) throws SQLException {
        return new Speaker(
                OrderedIds.id(row.getLong("id")),
                row.getString("name"),
                row.getString("account"),
                row.getBoolean("bot"),
                row.getObject("color") == null ? null : row.getInt("color"));
    }

    static Cast of(Log log, Database database) {
        return database.reader().withHandle(handle -> {
            var speakers = new HashMap<Snowflake, Speaker>();
            handle.createQuery("select " + SPEAKER + " from log_speaker where event = :event")
                    .bind("event", log.event().value())
                    .map((row, context) -> speaker(row))
                    .forEach(speaker -> speakers.put(speaker.id(), speaker));
            var names = new HashMap<Snowflake, String>();
            handle.createQuery("select id, name from log_name where event = :event")
                    .bind("event", log.event().value())
                    .map((row, context) -> names.put(OrderedIds.id(row.getLong("id")), row.getString("name")))
                    .list();
            var threads = new HashMap<Snowflake, ChatThread>();
            var openers = new HashMap<Snowflake, List<ChatThread>>();
            LogLines.bind(handle.createQuery(THREADS), log)
                    .map((row, context) -> {
                        var thread = new ChatThread(OrderedIds.id(row.getLong("id")), row.getString("name"));
                        threads.put(thread.id(), thread);
                        if (row.getObject("shown_under") != null) {
                            openers.merge(OrderedIds.id(row.getLong("shown_under")), List.of(thread), Cast::joined);
                        }
                        return thread;
                    })
                    .list();
            return new Cast(speakers, names, threads, openers);
        });
    }

    private static List<ChatThread> joined(List<ChatThread> some, List<ChatThread> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
