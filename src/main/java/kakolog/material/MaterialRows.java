package kakolog.material;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kakolog.blob.BlobId;
import kakolog.blob.FileName;
import kakolog.id.EventSlug;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** How materials and their revisions stand in the database. */
final class MaterialRows {
    private static final String MATERIAL = """
            select m.id, m.event, m.name, m.title, m.place, m.publish, m.publish_at, m.waiting_since, m.deleted_at, m.version,
                r.number, r.blob, r.size, r.type, r.url, r.added_at, r.actor, r.actor_name
            from material m join material_revision r on r.material = m.id
            where r.number = (select max(number) from material_revision where material = m.id)
            """;

    private MaterialRows() {}

    static List<Material> all(Handle handle) {
        return handle.createQuery(MATERIAL + " order by m.event, m.place, m.id")
                .map((row, context) -> material(row))
                .list();
    }

    static List<Material> of(Handle handle, EventSlug event) {
        return handle.createQuery(MATERIAL + " and m.event = :event and m.deleted_at is null order by m.place, m.id")
                .bind("event", event.value())
                .map((row, context) -> material(row))
                .list();
    }

    static Optional<Material> byId(Handle handle, long id) {
        return handle.createQuery(MATERIAL + " and m.id = :id")
                .bind("id", id)
                .map((row, context) -> material(row))
                .findOne();
    }

    static List<Material> deletedBefore(Handle handle, Instant before) {
        return handle.createQuery(MATERIAL + " and m.deleted_at < :before order by m.deleted_at, m.id")
                .bind("before", before.toEpochMilli())
                .map((row, context) -> material(row))
                .list();
    }

    static List<Revision> revisions(Handle handle, long material) {
        return handle.createQuery("""
                        select number, blob, size, type, url, added_at, actor, actor_name
                        from material_revision where material = :material order by number desc
                        """)
                .bind("material", material)
                .map((row, context) -> revision(row))
                .list();
    }

    static List<String> blobs(Handle handle) {
        return handle.createQuery("select distinct blob from material_revision where blob is not null")
                .mapTo(String.class)
                .list();
    }

    static long insert(Handle handle, Addition addition, FileName name, int place, boolean waiting, Instant now) {
        return handle.createUpdate("""
                        insert into material
                            (event, name, title, place, publish, publish_at, waiting_since, deleted_at, version)
                        values (:event, :name, :title, :place, :publish, :publishAt, :waiting, null, :now)
                        """)
                .bind("event", addition.event().value())
                .bind("name", name.value())
                .bind("title", addition.title().text())
                .bind("place", place)
                .bind("publish", addition.publication().word())
                .bind("publishAt", instant(addition.publication()))
                .bind("waiting", waiting ? (Long) now.toEpochMilli() : null)
                .bind("now", now.toEpochMilli())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    static void insert(Handle handle, long material, Revision revision) {
        var file = revision.content().file();
        handle.createUpdate("""
                        insert into material_revision
                            (material, number, blob, size, type, url, added_at, actor, actor_name)
                        values (:material, :number, :blob, :size, :type, :url, :at, :actor, :actorName)
                        """)
                .bind("material", material)
                .bind("number", revision.number())
                .bind("blob", file.map(it -> it.blob().sha256()).orElse(null))
                .bind("size", file.map(Content.File::size).orElse(null))
                .bind("type", file.map(it -> it.type().word()).orElse(null))
                .bind(
                        "url",
                        revision.content() instanceof Content.Outside outside
                                ? outside.url().toString()
                                : null)
                .bind("at", revision.addedAt().toEpochMilli())
                .bind("actor", revision.actor())
                .bind("actorName", revision.actorName())
                .execute();
    }

    /** Writes all that may change of a material, and its next version. */
    static void update(Handle handle, Material changed, Instant now) {
        handle.createUpdate("""
                        update material
                        set name = :name, title = :title, place = :place, publish = :publish, publish_at = :publishAt,
                            waiting_since = :waiting, deleted_at = :deleted, version = :version
                        where id = :id
                        """)
                .bind("id", changed.id())
                .bind("name", changed.name().value())
                .bind("title", changed.title().text())
                .bind("place", changed.place())
                .bind("publish", changed.publication().word())
                .bind("publishAt", instant(changed.publication()))
                .bind("waiting", millis(changed.waitingSince()))
                .bind("deleted", millis(changed.deletedAt()))
                .bind("version", Math.max(changed.version() + 1, now.toEpochMilli()))
                .execute();
    }

    static void place(Handle handle, long id, int place) {
        handle.createUpdate("update material set place = :place where id = :id")
                .bind("place", place)
                .bind("id", id)
                .execute();
    }

    static void delete(Handle handle, long id) {
        handle.createUpdate("delete from material where id = :id")
                .bind("id", id)
                .execute();
    }

    private static Material material(ResultSet row) throws SQLException {
        return new Material(
                row.getLong("id"),
                new EventSlug(row.getString("event")),
                new FileName(row.getString("name")),
                new Title(row.getString("title")),
                row.getInt("place"),
                publication(row),
                instant(row, "waiting_since"),
                instant(row, "deleted_at"),
                row.getLong("version"),
                revision(row));
    }

    private static Revision revision(ResultSet row) throws SQLException {
        return new Revision(
                row.getInt("number"),
                content(row),
                Instant.ofEpochMilli(row.getLong("added_at")),
                row.getString("actor"),
                row.getString("actor_name"));
    }

    private static Content content(ResultSet row) throws SQLException {
        var url = row.getString("url");
        return url != null
                ? new Content.Outside(URI.create(url))
                : new Content.File(
                        new BlobId(row.getString("blob")), row.getLong("size"), FileType.ofWord(row.getString("type")));
    }

    private static Publication publication(ResultSet row) throws SQLException {
        var word = row.getString("publish");
        return switch (word) {
            case Publication.At.WORD -> new Publication.At(Instant.ofEpochMilli(row.getLong("publish_at")));
            case Publication.WhenEnded.WORD -> Publication.WhenEnded.INSTANCE;
            case Publication.Never.WORD -> Publication.Never.INSTANCE;
            default -> throw new IllegalStateException("no publication: " + word);
        };
    }

    private static @Nullable Long instant(Publication publication) {
        return publication instanceof Publication.At at ? at.instant().toEpochMilli() : null;
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
