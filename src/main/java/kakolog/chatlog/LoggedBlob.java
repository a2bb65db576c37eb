package kakolog.chatlog;

import java.util.List;
import kakolog.db.Database;

/**
 * A file or picture of a log, as the database keeps it.
 *
 * @param event the event's slug
 * @param key names it in its log
 * @param blob the SHA-256 in hexadecimal by which it is kept
 * @param size in bytes
 */
public record LoggedBlob(String event, String key, String blob, long size) {

    /** Of all logs; none where the database is older than logs. */
    public static List<LoggedBlob> in(Database database) {
        return database.reader().withHandle(handle -> {
            boolean beforeLogs = handle.createQuery("select count(*) from sqlite_schema where name = 'log_medium'")
                    .mapTo(Integer.class)
                    .one()
                    .equals(0);
            if (beforeLogs) {
                return List.of();
            }
            return handle.createQuery(
                            "select event, key, blob, size from log_medium where blob is not null order by event, key")
                    .map((row, context) -> new LoggedBlob(
                            row.getString("event"), row.getString("key"), row.getString("blob"), row.getLong("size")))
                    .list();
        });
    }

    /** Where it is on the site, for who looks after it. */
    public String address() {
        return "/events/" + event + "/log/files/" + key;
    }
}
