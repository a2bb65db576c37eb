package kakolog.material;

import java.util.List;
import kakolog.db.Database;

/**
 * A file that a revision of a material names, as the database keeps it.
 *
 * @param event the event's slug
 * @param name the last part of the material's address
 * @param newest whether no later revision has taken its place
 * @param inBin whether its material is in the bin
 * @param blob the SHA-256 in hexadecimal by which it is kept
 * @param size in bytes
 */
public record NamedBlob(
        String event, String name, int revision, boolean newest, boolean inBin, String blob, long size) {

    /** Of all revisions, also of older ones and of those in the bin; none where the database is older than materials. */
    public static List<NamedBlob> in(Database database) {
        return database.reader().withHandle(handle -> {
            boolean beforeMaterials = handle.createQuery(
                            "select count(*) from sqlite_schema where name = 'material_revision'")
                    .mapTo(Integer.class)
                    .one()
                    .equals(0);
            if (beforeMaterials) {
                return List.of();
            }
            // Which revision is the newest is asked before outside links, which have no file, are left out.
            return handle.createQuery("""
                            select event, name, number, newest, in_bin, blob, size
                            from (
                              select m.event, m.place, m.id, m.name, m.deleted_at is not null as in_bin, r.number,
                                r.number = max(r.number) over (partition by m.id) as newest, r.blob, r.size
                              from material m join material_revision r on r.material = m.id
                            )
                            where blob is not null
                            order by event, place, id, number""")
                    .map((row, context) -> new NamedBlob(
                            row.getString("event"),
                            row.getString("name"),
                            row.getInt("number"),
                            row.getBoolean("newest"),
                            row.getBoolean("in_bin"),
                            row.getString("blob"),
                            row.getLong("size")))
                    .list();
        });
    }

    /** Where it is on the site, for who looks after it. */
    public String address() {
        var address = "/events/" + event + "/materials/" + name + (newest ? "" : "?rev=" + revision);
        return inBin ? address + " (in the bin)" : address;
    }
}
