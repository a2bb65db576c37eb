package kakolog.session;

import java.util.List;
import kakolog.db.Database;
import kakolog.id.EventSlug;
import kakolog.id.Snowflake;

/**
 * A role that was once matched by its name and is known by its id from then on, as the database keeps it.
 *
 * @param purpose what it stands for; see the methods that make one
 * @param name the name by which it was found
 */
public record RememberedRole(String purpose, String name, Snowflake role) {
    /** What the organizers' role stands for. */
    public static final String ORGANIZERS = "organizer";

    /** What the dated role of an event stands for. */
    public static String purposeOf(EventSlug event) {
        return "events/" + event;
    }

    /** All that are kept. */
    public static List<RememberedRole> in(Database database) {
        return database.reader()
                .withHandle(handle -> handle.createQuery("select purpose, name, role from matched_role")
                        .map((row, context) -> new RememberedRole(
                                row.getString("purpose"),
                                row.getString("name"),
                                Snowflake.of(row.getString("role")).orElseThrow()))
                        .list());
    }
}
