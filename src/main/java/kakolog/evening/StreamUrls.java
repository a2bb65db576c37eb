package kakolog.evening;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kakolog.access.Granted;
import kakolog.db.Database;
import kakolog.id.EventSlug;
import kakolog.record.Change;
import kakolog.record.Change.Kind;
import kakolog.record.Changes;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The viewing URLs of the evenings, and which of them organizers have ended. A URL leaves only for who has been granted it. */
public final class StreamUrls {
    private static final int LONGEST = 2_000;

    private final Database database;
    private final Changes changes;

    /**
     * What is kept of an evening, without its URL.
     *
     * @param version another one after each change; 0 where nothing is kept
     */
    record Kept(boolean hasUrl, long version, @Nullable Instant endedAt) {
        static final Kept NOTHING = new Kept(false, 0, null);
    }

    public StreamUrls(Database database, Changes changes) {
        this.database = database;
        this.changes = changes;
    }

    /** The address in a text, if it is one to watch at: https, with a host, without a password, no longer than 2,000. */
    static Optional<URI> read(String text) {
        try {
            var url = new URI(text.strip());
            boolean good = "https".equalsIgnoreCase(url.getScheme())
                    && url.getHost() != null
                    && url.getRawUserInfo() == null
                    && text.length() <= LONGEST;
            return good ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    Kept of(EventSlug event) {
        return database.reader().withHandle(handle -> kept(handle, event));
    }

    private static Kept kept(Handle handle, EventSlug event) {
        return handle.createQuery("""
                        select stream_url is not null as has_url, changed_at, ended_at
                        from evening where event = :event
                        """)
                .bind("event", event.value())
                .map((row, context) -> new Kept(
                        row.getBoolean("has_url"),
                        row.getLong("changed_at"),
                        row.getObject("ended_at") == null ? null : Instant.ofEpochMilli(row.getLong("ended_at"))))
                .findOne()
                .orElse(Kept.NOTHING);
    }

    /** The viewing URL, for whom the policy has let in; empty where nobody has set one. */
    Optional<String> of(Granted<Evening> evening) {
        return database.reader()
                .withHandle(handle -> handle.createQuery(
                                "select stream_url from evening where event = :event and stream_url is not null")
                        .bind("event", evening.thing().event().slug().value())
                        .mapTo(String.class)
                        .findOne());
    }

    /**
     * Sets the URL, or takes it away.
     *
     * @param seen the version that whoever changes it has seen; -1 for whatever it is
     * @return whether nobody has changed it in between
     */
    boolean set(EventSlug event, @Nullable URI url, long seen, Change.By by, Instant now) {
        return database.writer().inTransaction(handle -> {
            long version = kept(handle, event).version();
            if (seen >= 0 && seen != version) {
                return false;
            }
            handle.createUpdate("""
                            insert into evening (event, stream_url, changed_at) values (:event, :url, :version)
                            on conflict (event) do update
                            set stream_url = excluded.stream_url, changed_at = excluded.changed_at
                            """)
                    .bind("event", event.value())
                    .bind("url", url == null ? null : url.toString())
                    .bind("version", next(version, now))
                    .execute();
            changes.add(handle, by.made(now, url == null ? Kind.STREAM_CLEARED : Kind.STREAM_SET, event.value(), ""));
            return true;
        });
    }

    /** Ends the evening now, or takes that back. */
    void end(EventSlug event, boolean ended, Change.By by, Instant now) {
        database.writer().useTransaction(handle -> {
            long version = kept(handle, event).version();
            handle.createUpdate("""
                            insert into evening (event, changed_at, ended_at) values (:event, :version, :ended)
                            on conflict (event) do update
                            set ended_at = excluded.ended_at, changed_at = excluded.changed_at
                            """)
                    .bind("event", event.value())
                    .bind("version", next(version, now))
                    .bind("ended", ended ? (Long) now.toEpochMilli() : null)
                    .execute();
            changes.add(handle, by.made(now, ended ? Kind.EVENING_ENDED : Kind.EVENING_REOPENED, event.value(), ""));
        });
    }

    /** A later one than before, also where the clock was turned back. */
    private static long next(long version, Instant now) {
        return Math.max(version + 1, now.toEpochMilli());
    }

    /** All evenings that organizers have ended, and when. */
    public Map<EventSlug, Instant> ends() {
        var ends = new HashMap<EventSlug, Instant>();
        database.reader()
                .useHandle(handle -> handle.createQuery(
                                "select event, ended_at from evening where ended_at is not null")
                        .map((row, context) -> Map.entry(
                                new EventSlug(row.getString("event")), Instant.ofEpochMilli(row.getLong("ended_at"))))
                        .forEach(end -> ends.put(end.getKey(), end.getValue())));
        return ends;
    }
}
