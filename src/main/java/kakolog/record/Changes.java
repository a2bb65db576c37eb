package kakolog.record;

import java.time.Instant;
import java.util.List;
import kakolog.db.Database;
import org.jdbi.v3.core.Handle;

/** All changes that were made, newest first; nothing is ever taken away. */
public final class Changes {
    private final Database database;

    public Changes(Database database) {
        this.database = database;
    }

    /** Adds a change in the transaction that makes it: neither is there without the other. */
    public void add(Handle handle, Change change) {
        handle.createUpdate("""
                        insert into change (made_at, actor, actor_name, kind, event, subject)
                        values (:at, :actor, :actorName, :kind, :event, :subject)
                        """)
                .bind("at", change.at().toEpochMilli())
                .bind("actor", change.actor())
                .bind("actorName", change.actorName())
                .bind("kind", change.kind().word())
                .bind("event", change.event())
                .bind("subject", change.subject())
                .execute();
    }

    /** Adds a change that has no other row. */
    public void add(Change change) {
        database.writer().useTransaction(handle -> add(handle, change));
    }

    /** So many changes after so many newer ones. */
    public List<Change> newest(int offset, int limit) {
        return database.reader()
                .withHandle(handle -> handle.createQuery("""
                        select made_at, actor, actor_name, kind, event, subject
                        from change order by id desc limit :limit offset :offset
                        """)
                        .bind("limit", limit)
                        .bind("offset", offset)
                        .map((row, context) -> new Change(
                                Instant.ofEpochMilli(row.getLong("made_at")),
                                row.getString("actor"),
                                row.getString("actor_name"),
                                Change.Kind.of(row.getString("kind")),
                                row.getString("event"),
                                row.getString("subject")))
                        .list());
    }

    public int count() {
        return database.reader()
                .withHandle(handle -> handle.createQuery("select count(*) from change")
                        .mapTo(Integer.class)
                        .one());
    }
}
