package kakolog.chatlog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import kakolog.db.Database;
import kakolog.id.Snowflake;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads the messages of logs, a page at a time; what lies outside the window of a log is not there. Thread safe. */
final class LogLines {
    private static final String COLUMNS = "row, id, thread, author, sent_at, traits, body";
    /** What a log shows of its messages, in SQL; {@link #bind} says the rest. */
    static final String IN_WINDOW = "event = :event and sent_at >= :from and sent_at < :until";

    /** As the index of questions has it, which is used only where it is written so. */
    private static final String ASKS = " and traits & " + Facets.ASKS + " <> 0";

    private final Database database;

    LogLines(Database database) {
        this.database = database;
    }

    /** Which messages are meant. */
    sealed interface Part {
        /** Those of the channel itself. */
        enum Channel implements Part {
            INSTANCE
        }

        /** Those that ask something, in the channel and in threads. */
        enum Questions implements Part {
            INSTANCE
        }

        /** Those of one thread. */
        record OfThread(Snowflake thread) implements Part {}

        /** All, in the channel and in threads. */
        enum Whole implements Part {
            INSTANCE
        }

        /** What limits the messages to it, in SQL. */
        private String sql() {
            if (this instanceof OfThread) {
                return " and thread = :thread";
            }
            if (this == Channel.INSTANCE) {
                return " and thread is null";
            }
            return this == Questions.INSTANCE ? ASKS : "";
        }
    }

    /** So many messages after this one, which comes not with them; from the first on where none is given. */
    List<Line> after(Log log, Part part, @Nullable Snowflake id, int limit) {
        return database.reader()
                .withHandle(handle -> bind(
                                handle.createQuery("select " + COLUMNS + " from log_message where " + IN_WINDOW
                                        + part.sql() + " and id > :id order by id limit :limit"),
                                log,
                                part)
                        .bind("id", id == null ? Long.MIN_VALUE : OrderedIds.of(id))
                        .bind("limit", limit)
                        .map((row, context) -> line(row))
                        .list());
    }

    /** So many messages before this one, which comes not with them, oldest first; the last of all where none is given. */
    List<Line> before(Log log, Part part, @Nullable Snowflake id, int limit) {
        var lines = new ArrayList<>(database.reader()
                .withHandle(handle -> bind(
                                handle.createQuery("select " + COLUMNS + " from log_message where " + IN_WINDOW
                                        + part.sql() + " and id < :id order by id desc limit :limit"),
                                log,
                                part)
                        .bind("id", id == null ? Long.MAX_VALUE : OrderedIds.of(id))
                        .bind("limit", limit)
                        .map((row, context) -> line(row))
                        .list()));
        Collections.reverse(lines);
        return lines;
    }

    Optional<Line> find(Log log, Snowflake id) {
        return database.reader()
                .withHandle(handle -> bind(
                                handle.createQuery(
                                        "select " + COLUMNS + " from log_message where " + IN_WINDOW + " and id = :id"),
                                log,
                                Part.Whole.INSTANCE)
                        .bind("id", OrderedIds.of(id))
                        .map((row, context) -> line(row))
                        .findOne());
    }

    /** Those of these ids that are there, in no particular order. */
    List<Line> find(Log log, Collection<Snowflake> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return database.reader()
                .withHandle(handle -> bind(
                                handle.createQuery("select " + COLUMNS + " from log_message where " + IN_WINDOW
                                        + " and id in (<ids>)"),
                                log,
                                Part.Whole.INSTANCE)
                        .bindList("ids", ids.stream().map(OrderedIds::of).toList())
                        .map((row, context) -> line(row))
                        .list());
    }

    /** The ids of all questions from one message to another, both included. */
    List<Snowflake> questions(Log log, Snowflake first, Snowflake last) {
        Part part = Part.Questions.INSTANCE;
        return database.reader()
                .withHandle(handle -> bind(
                                handle.createQuery("select id from log_message where " + IN_WINDOW + part.sql()
                                        + " and id between :first and :last order by id"),
                                log,
                                part)
                        .bind("first", OrderedIds.of(first))
                        .bind("last", OrderedIds.of(last))
                        .map((row, context) -> OrderedIds.id(row.getLong("id")))
                        .list());
    }

    /** The first message of a part that was sent at this instant or later. */
    Optional<Line> firstFrom(Log log, Part part, Instant at) {
        return database.reader()
                .withHandle(handle -> bind(
                                handle.createQuery("select " + COLUMNS + " from log_message where " + IN_WINDOW
                                        + part.sql() + " and sent_at >= :at order by id limit 1"),
                                log,
                                part)
                        .bind("at", at.toEpochMilli())
                        .map((row, context) -> line(row))
                        .findOne());
    }

    boolean has(Log log, Part part) {
        return !after(log, part, null, 1).isEmpty();
    }

    /** So many messages from the beginning of each of these threads, oldest first; only the index is read of the others. */
    Map<Snowflake, List<Line>> beginnings(Log log, Collection<Snowflake> threads, int limit) {
        var lines = new HashMap<Snowflake, List<Line>>();
        if (threads.isEmpty()) {
            return lines;
        }
        database.reader()
                .withHandle(handle -> bind(
                                handle.createQuery("select " + COLUMNS + " from log_message where row in ("
                                        + "select row from (select row,"
                                        + " row_number() over (partition by thread order by id) as place"
                                        + " from log_message where " + IN_WINDOW + " and thread in (<threads>))"
                                        + " where place <= :limit) order by id"),
                                log)
                        .bindList(
                                "threads", threads.stream().map(OrderedIds::of).toList())
                        .bind("limit", limit)
                        .map((row, context) -> line(row))
                        .list())
                .forEach(line -> lines.computeIfAbsent(
                                Objects.requireNonNull(line.thread()), thread -> new ArrayList<>())
                        .add(line));
        return lines;
    }

    /** How many messages each of these threads has. */
    Map<Snowflake, Integer> sizes(Log log, Collection<Snowflake> threads) {
        if (threads.isEmpty()) {
            return Map.of();
        }
        return database.reader()
                .withHandle(handle -> bind(
                                handle.createQuery("select thread, count(*) as size from log_message where " + IN_WINDOW
                                        + " and thread in (<threads>) group by thread"),
                                log,
                                Part.Whole.INSTANCE)
                        .bindList(
                                "threads", threads.stream().map(OrderedIds::of).toList())
                        .reduceRows(new HashMap<Snowflake, Integer>(), (sizes, row) -> {
                            sizes.put(
                                    OrderedIds.id(row.getColumn("thread", Long.class)),
                                    row.getColumn("size", Integer.class));
                            return sizes;
                        }));
    }

    /** Every message of the window, by id, without holding them all. */
    void each(Log log, Consumer<Line> taker) {
        database.reader().useHandle(handle -> {
            try (var lines = bind(
                    handle.createQuery("select " + COLUMNS + " from log_message where " + IN_WINDOW + " order by id"),
                    log,
                    Part.Whole.INSTANCE)
                    .map((row, context) -> line(row))
                    .stream()) {
                lines.forEach(taker);
            }
        });
    }

    /** Milliseconds from which on a log shows messages. */
    static long from(Log log) {
        var from = log.shownFrom();
        return from == null ? Long.MIN_VALUE : from.toEpochMilli();
    }

    /** Milliseconds before which a log shows messages. */
    static long until(Log log) {
        var until = log.shownUntil();
        return until == null ? Long.MAX_VALUE : until.toEpochMilli();
    }

    /** Binds what {@link #IN_WINDOW} asks for. */
    static Query bind(Query query, Log log) {
        return query.bind("event", log.event().value()).bind("from", from(log)).bind("until", until(log));
    }

    private static Query bind(Query query, Log log, Part part) {
        bind(query, log);
        return part instanceof Part.OfThread one ? query.bind("thread", OrderedIds.of(one.thread())) : query;
    }

    static Line line(ResultSet row) throws SQLException {
        long thread = row.getLong("thread");
        boolean inChannel = row.wasNull();
        var body = row.getString("body");
        return new Line(
                row.getLong("row"),
                OrderedIds.id(row.getLong("id")),
                inChannel ? null : OrderedIds.id(thread),
                OrderedIds.id(row.getLong("author")),
                Instant.ofEpochMilli(row.getLong("sent_at")),
                new Facets(row.getInt("traits")),
                body.isEmpty() ? null : MessageJson.message(body));
    }
}
