package kakolog.chatlog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kakolog.access.Audience;
import kakolog.blob.BlobId;
import kakolog.chat.Medium;
import kakolog.db.Database;
import kakolog.id.EventSlug;
import kakolog.id.Snowflake;

/** The files and pictures of logs, and those of which there is no copy. Thread safe. */
public final class LogFiles {
    /** A quote within a text is written otherwise, so that no words are taken for an id. */
    private static final String NAMES_IT = "instr(body, '\"id\":\"' || f.key || '\"') > 0";

    /**
     * Those of which something is shown that they belong to. Pictures of people are shown beside what they wrote, and what was
     * passed on where that is, which came later than the original.
     */
    private static final String FIND = "select key, kind, name, blob, size, type"
            + " from log_medium f where f.event = :event and key in (<keys>) and blob is not null and (case"
            + " when kind = 'AVATAR' then exists (select 1 from log_message where " + LogLines.IN_WINDOW
            + " and author = cast(substr(f.key, :id) as integer) + :least)"
            + " when message is null then true"
            + " else exists (select 1 from log_message where " + LogLines.IN_WINDOW
            + " and id = f.message and body <> '') end"
            + " or (kind = 'ATTACHMENT' and exists (select 1 from log_message where " + LogLines.IN_WINDOW
            + " and id > f.message and traits & " + Facets.FILE + " <> 0 and " + Belongings.PASSES_ON
            + " and " + NAMES_IT + ")))";

    private final Database database;

    LogFiles(Database database) {
        this.database = database;
    }

    /** A file of which there is no copy: what it is called, and why, as a word of {@code log.missing.*}. */
    public record Missing(String key, String kind, String name, String fault) {}

    Optional<LogFile> find(Log log, String key, Audience audience) {
        return Optional.ofNullable(find(log, List.of(key), audience).get(key));
    }

    /** Those of these that there are copies of and that belong to what is shown of the log, by their keys. */
    Map<String, LogFile> find(Log log, Collection<String> keys, Audience audience) {
        var files = new HashMap<String, LogFile>();
        if (keys.isEmpty()) {
            return files;
        }
        database.reader()
                .useHandle(handle -> LogLines.bind(handle.createQuery(FIND), log)
                        .bind("id", Medium.avatar(new Snowflake(0)).length())
                        .bind("least", OrderedIds.of(new Snowflake(0)))
                        .bindList("keys", List.copyOf(keys))
                        .map((row, context) -> file(row, audience))
                        .forEach(file -> files.put(file.key(), file)));
        return files;
    }

    private static LogFile file(ResultSet row, Audience audience) throws SQLException {
        return new LogFile(
                row.getString("key"),
                row.getString("kind"),
                row.getString("name"),
                new BlobId(row.getString("blob")),
                row.getLong("size"),
                row.getString("type"),
                audience);
    }

    /** Those of which there is no copy, files first. */
    public List<Missing> missing(EventSlug event, int limit) {
        return database.reader()
                .withHandle(handle -> handle.createQuery("""
                        select key, kind, name, fault from log_medium where event = :event and blob is null
                        order by kind <> 'ATTACHMENT', kind, key limit :limit
                        """)
                        .bind("event", event.value())
                        .bind("limit", limit)
                        .map((row, context) -> new Missing(
                                row.getString("key"),
                                row.getString("kind"),
                                row.getString("name"),
                                row.getString("fault")))
                        .list());
    }

    /** How many of them there are. */
    public int missing(EventSlug event) {
        return database.reader()
                .withHandle(handle -> handle.createQuery(
                                "select count(*) from log_medium where event = :event and blob is null")
                        .bind("event", event.value())
                        .mapTo(Integer.class)
                        .one());
    }

    /** The blobs of all logs: none of them may be swept. */
    public Set<BlobId> blobs() {
        return database.reader()
                .withHandle(handle -> handle
                        .createQuery("select distinct blob from log_medium where blob is not null")
                        .mapTo(String.class)
                        .list()
                        .stream()
                        .map(BlobId::new)
                        .collect(Collectors.toSet()));
    }
}
