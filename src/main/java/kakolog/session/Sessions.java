package kakolog.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import kakolog.db.Database;
import kakolog.id.Snowflake;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The living sessions: kept in the database, and those in use in memory, so that a request asks no SQL. A session ends after
 * 14 days without use, after 30 days in any case, and never comes back, whatever the clock does then.
 */
public final class Sessions {
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    private static final Duration BETWEEN_NOTES = Duration.ofHours(1);
    private static final RowMapper<Session> ROW = (row, context) -> new Session(
            row.getString("token_hash"),
            Snowflake.of(row.getString("person")).orElseThrow(),
            row.getString("name"),
            Instant.ofEpochMilli(row.getLong("started_at")),
            Instant.ofEpochMilli(row.getLong("seen_at")),
            Optional.ofNullable(row.getString("pretence")).flatMap(Pretence::of).orElse(null));

    private final Database database;
    /** What may be written a moment later. */
    private final Executor later;

    private final Cache<String, Session> inUse =
            Caffeine.newBuilder().maximumSize(50_000).executor(Runnable::run).build();

    /** Counts endings, so that one who reads a session meanwhile notices. */
    private final AtomicLong endings = new AtomicLong();

    public Sessions(Database database, Executor later) {
        this.database = database;
        this.later = later;
    }

    /** Begins a session; returns its token, which is kept nowhere. */
    String start(Snowflake person, String name, Instant now) {
        var token = Token.random();
        var session = new Session(Token.hash(token), person, name, now, now, null);
        database.writer()
                .useHandle(handle -> handle.createUpdate("""
                        insert into session (token_hash, person, name, started_at, seen_at)
                        values (:hash, :person, :name, :now, :now)
                        """)
                        .bind("hash", session.hash())
                        .bind("person", person.toString())
                        .bind("name", name)
                        .bind("now", now.toEpochMilli())
                        .execute());
        inUse.put(session.hash(), session);
        return token;
    }

    /** The session of this token, if it lives. */
    Optional<Session> find(String token, Instant now) {
        if (!Token.isWellFormed(token)) {
            return Optional.empty();
        }
        var hash = Token.hash(token);
        var session = inUse.getIfPresent(hash);
        if (session == null) {
            long begun = endings.get();
            session = inUse.get(hash, this::load);
            if (session == null || endings.get() != begun) {
                // One that was ended while it was read must not come back to memory.
                inUse.invalidate(hash);
                session = load(hash);
            }
        }
        if (session == null) {
            return Optional.empty();
        }
        if (!session.isAlive(now)) {
            end(session);
            return Optional.empty();
        }
        return Optional.of(noted(session, now));
    }

    /** The session of this token where it is in memory and lives; else null. */
    @Nullable
    Session peek(String token, Instant now) {
        var session = Token.isWellFormed(token) ? inUse.getIfPresent(Token.hash(token)) : null;
        return session != null && session.isAlive(now) && !isDue(session, now) ? session : null;
    }

    private @Nullable Session load(String hash) {
        return database.reader()
                .withHandle(handle ->
                        handle.createQuery("""
                        select token_hash, person, name, started_at, seen_at, pretence
                        from session where token_hash = :hash
                        """).bind("hash", hash).map(ROW).findOne())
                .orElse(null);
    }

    private static boolean isDue(Session session, Instant now) {
        return Duration.between(session.seenAt(), now).compareTo(BETWEEN_NOTES) > 0;
    }

    /** Notes that it is in use, once an hour. */
    private Session noted(Session session, Instant now) {
        if (!isDue(session, now)) {
            return session;
        }
        var seen = session.seen(now);
        if (inUse.asMap().replace(session.hash(), session, seen)) {
            later.execute(() -> write(seen));
        }
        return seen;
    }

    private void write(Session seen) {
        try {
            database.writer()
                    .useHandle(
                            handle -> handle.createUpdate("update session set seen_at = :seen where token_hash = :hash")
                                    .bind("seen", seen.seenAt().toEpochMilli())
                                    .bind("hash", seen.hash())
                                    .execute());
        } catch (RuntimeException failed) {
            LOG.warn("could not note that a session is in use; it may end early", failed);
        }
    }

    /** Ends one session, for good. */
    void end(Session session) {
        database.writer()
                .useHandle(handle -> handle.createUpdate("delete from session where token_hash = :hash")
                        .bind("hash", session.hash())
                        .execute());
        endings.incrementAndGet();
        inUse.invalidate(session.hash());
    }

    /** Ends all sessions of a person, on all devices. */
    void endAll(Snowflake person) {
        database.writer()
                .useHandle(handle -> handle.createUpdate("delete from session where person = :person")
                        .bind("person", person.toString())
                        .execute());
        endings.incrementAndGet();
        inUse.asMap().values().removeIf(session -> session.person().equals(person));
    }

    /** Lets an organizer look as somebody else, or as themselves again; on this device only. */
    void pretend(Session session, @Nullable Pretence pretence) {
        database.writer()
                .useHandle(handle -> handle.createUpdate(
                                "update session set pretence = :pretence where token_hash = :hash")
                        .bind("pretence", pretence == null ? null : pretence.word())
                        .bind("hash", session.hash())
                        .execute());
        inUse.asMap().computeIfPresent(session.hash(), (hash, current) -> current.as(pretence));
    }

    /** Takes away those that have ended by their age; for once a day. */
    public void sweep(Instant now) {
        database.writer()
                .useHandle(handle -> handle.createUpdate(
                                "delete from session where seen_at < :idle or started_at < :oldest")
                        .bind("idle", now.minus(Session.IDLE).toEpochMilli())
                        .bind("oldest", now.minus(Session.LONGEST).toEpochMilli())
                        .execute());
    }

    /** How many are in use. */
    public long inUse() {
        return inUse.estimatedSize();
    }
}
