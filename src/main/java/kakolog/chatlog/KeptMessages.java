package kakolog.chatlog;

import java.util.List;
import java.util.Optional;
import kakolog.chat.Medium;
import kakolog.db.Database;
import kakolog.id.EventSlug;
import kakolog.id.Snowflake;
import org.jdbi.v3.core.statement.Query;

/** The messages of all logs by who wrote them or by their ids, whatever is shown of the logs. Thread safe. */
final class KeptMessages {
    private final Database database;

    KeptMessages(Database database) {
        this.database = database;
    }

    /** A message with the event of its log. */
    record Kept(EventSlug event, Line line) {}

    /** How many of somebody's there are. */
    int count(Snowflake person) {
        return database.reader()
                .withHandle(handle -> handle.createQuery("select count(*) from log_message where author = :person")
                        .bind("person", OrderedIds.of(person))
                        .mapTo(Integer.class)
                        .one());
    }

    /** Whether any log has somebody's name or picture. */
    boolean knows(Snowflake person) {
        return database.reader()
                .withHandle(handle -> handle.createQuery("""
                        select exists (select 1 from log l join log_speaker s on s.event = l.event and s.id = :person)
                          or exists (select 1 from log l join log_medium f on f.event = l.event and f.key = :avatar)
                        """)
                        .bind("person", OrderedIds.of(person))
                        .bind("avatar", Medium.avatar(person))
                        .mapTo(Boolean.class)
                        .one());
    }

    /** So many of somebody's after so many newer ones, newest first. */
    List<Kept> by(Snowflake person, int offset, int limit) {
        return database.reader()
                .withHandle(handle -> kept(handle.createQuery("""
                        select event, row, id, thread, author, sent_at, traits, body from log_message
                        where author = :person order by id desc limit :limit offset :offset
                        """)
                        .bind("person", OrderedIds.of(person))
                        .bind("limit", limit)
                        .bind("offset", offset)));
    }

    /** The message of this id, in whichever log it is; none that was hidden. */
    Optional<Kept> find(Snowflake id) {
        return database
                .reader()
                .withHandle(handle -> kept(handle.createQuery("""
                        select event, row, id, thread, author, sent_at, traits, body from log_message
                        where id = :id and body <> '' limit 1
                        """).bind("id", OrderedIds.of(id))))
                .stream()
                .findFirst();
    }

    /** That of the log of this event; none that was hidden. */
    Optional<Kept> find(EventSlug event, Snowflake id) {
        return database
                .reader()
                .withHandle(handle -> kept(
                        handle.createQuery("""
                        select event, row, id, thread, author, sent_at, traits, body from log_message
                        where event = :event and id = :id and body <> ''
                        """).bind("event", event.value()).bind("id", OrderedIds.of(id))))
                .stream()
                .findFirst();
    }

    private static List<Kept> kept(Query query) {
        return query.map((row, context) -> new Kept(new EventSlug(row.getString("event")), LogLines.line(row)))
                .list();
    }
}
