package kakolog.material;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kakolog.db.Database;
import kakolog.id.EventSlug;
import kakolog.record.Change;
import kakolog.record.Change.Kind;
import kakolog.record.Changes;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The links by which speakers send files. A link's secret is told once, to whoever makes it, and kept nowhere. */
public final class UploadLinks {
    private static final RowMapper<UploadLink> ROW = (row, context) -> {
        long closed = row.getLong("closed_at");
        var closedAt = row.wasNull() ? null : Instant.ofEpochMilli(closed);
        return new UploadLink(
                row.getString("token_hash"),
                new EventSlug(row.getString("event")),
                row.getString("label"),
                Instant.ofEpochMilli(row.getLong("made_at")),
                row.getString("actor_name"),
                Instant.ofEpochMilli(row.getLong("expires_at")),
                closedAt);
    };

    private final Database database;
    private final Changes changes;

    public UploadLinks(Database database, Changes changes) {
        this.database = database;
        this.changes = changes;
    }

    /**
     * Makes a link.
     *
     * @param label for whom it is meant: their name, as the change record shows it
     * @return its secret, for its address
     */
    public String make(EventSlug event, Title label, Duration lifetime, Change.By by, Instant now) {
        var secret = LinkSecret.random();
        database.writer().useTransaction(handle -> {
            handle.createUpdate("""
                            insert into upload_link (token_hash, event, label, made_at, actor, actor_name, expires_at)
                            values (:hash, :event, :label, :now, :actor, :actorName, :expires)
                            """)
                    .bind("hash", LinkSecret.hash(secret))
                    .bind("event", event.value())
                    .bind("label", label.text())
                    .bind("now", now.toEpochMilli())
                    .bind("actor", by.actor())
                    .bind("actorName", by.actorName())
                    .bind("expires", now.plus(lifetime).toEpochMilli())
                    .execute();
            changes.add(handle, by.made(now, Kind.UPLOAD_LINK_MADE, event.value(), label.text()));
        });
        return secret;
    }

    /** The link of this secret, while it can be used. */
    public Optional<UploadLink> find(String secret, Instant now) {
        if (!LinkSecret.isWellFormed(secret)) {
            return Optional.empty();
        }
        return database.reader()
                .withHandle(handle -> find(handle, LinkSecret.hash(secret)))
                .filter(link -> link.isOpen(now));
    }

    private static Optional<UploadLink> find(Handle handle, String hash) {
        return handle.createQuery("""
                        select token_hash, event, label, made_at, actor_name, expires_at, closed_at
                        from upload_link where token_hash = :hash
                        """).bind("hash", hash).map(ROW).findOne();
    }

    /** All links of an event, the latest first, closed ones too. */
    public List<UploadLink> of(EventSlug event) {
        return database.reader()
                .withHandle(handle -> handle.createQuery("""
                        select token_hash, event, label, made_at, actor_name, expires_at, closed_at
                        from upload_link where event = :event order by made_at desc, token_hash
                        """)
                        .bind("event", event.value())
                        .map(ROW)
                        .list());
    }

    /**
     * Closes a link by an organizer's word.
     *
     * @return whether there was such a link, and it was open
     */
    public boolean takeBack(EventSlug event, String hash, Change.By by, Instant now) {
        return database.writer().inTransaction(handle -> {
            var link = find(handle, hash).filter(found -> found.event().equals(event));
            if (link.isEmpty() || !use(handle, link.get(), now)) {
                return false;
            }
            changes.add(
                    handle,
                    by.made(
                            now,
                            Kind.UPLOAD_LINK_CLOSED,
                            event.value(),
                            link.get().label()));
            return true;
        });
    }

    /** Closes a link in the transaction of what it is used for; tells whether it was open until then. */
    static boolean use(Handle handle, UploadLink link, Instant now) {
        int closed = handle.createUpdate("""
                        update upload_link set closed_at = :now
                        where token_hash = :hash and closed_at is null and expires_at > :now
                        """)
                .bind("hash", link.hash())
                .bind("now", now.toEpochMilli())
                .execute();
        return closed == 1;
    }
}
