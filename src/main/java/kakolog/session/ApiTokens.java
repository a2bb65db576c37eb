package kakolog.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kakolog.db.Database;
import kakolog.id.Snowflake;
import kakolog.record.Change;
import kakolog.record.Change.Kind;
import kakolog.record.Changes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tokens by which programs act for an organizer below {@code /api/}. A token has the rights that its maker has at the moment
 * it is used: who is no organizer any more has none by it either. Of the token itself only the SHA-256 is kept.
 */
public final class ApiTokens {
    /** Use is noted to about an hour: nobody needs it closer, and each note is a write. */
    private static final Duration NOTED = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(ApiTokens.class);

    private final Database database;
    private final Changes changes;

    /**
     * A token as its list shows it.
     *
     * @param label what it is for
     * @param usedAt null where it never was
     */
    public record ApiToken(
            long id,
            String label,
            String maker,
            Instant madeAt,
            @Nullable Instant usedAt,
            boolean revoked) {}

    /** For whom a token acts. */
    record Holder(long id, Snowflake person, String name, Instant noted) {}

    public ApiTokens(Database database, Changes changes) {
        this.database = database;
        this.changes = changes;
    }

    /** Makes a token for an organizer; returns it, which is the only time that it can be seen. */
    public String make(String label, Change.By by, Instant now) {
        var token = Token.random();
        database.writer().useTransaction(handle -> {
            handle.createUpdate("""
                            insert into api_token (token_hash, label, person, person_name, made_at)
                            values (:hash, :label, :person, :name, :now)
                            """)
                    .bind("hash", Token.hash(token))
                    .bind("label", label)
                    .bind("person", by.actor())
                    .bind("name", by.actorName())
                    .bind("now", now.toEpochMilli())
                    .execute();
            changes.add(handle, by.made(now, Kind.TOKEN_MADE, "", label));
        });
        return token;
    }

    /** For whom this token acts; empty where it is none, or revoked. */
    Optional<Holder> find(String token, Instant now) {
        if (!Token.isWellFormed(token)) {
            return Optional.empty();
        }
        var holder = database.reader()
                .withHandle(handle -> handle.createQuery("""
                                select id, person, person_name, coalesce(used_at, 0) as used_at
                                from api_token where token_hash = :hash and revoked_at is null
                                """)
                        .bind("hash", Token.hash(token))
                        .map((row, context) -> new Holder(
                                row.getLong("id"),
                                Snowflake.of(row.getString("person")).orElseThrow(),
                                row.getString("person_name"),
                                Instant.ofEpochMilli(row.getLong("used_at"))))
                        .findOne());
        holder.filter(found -> now.isAfter(found.noted().plus(NOTED))).ifPresent(found -> note(found.id(), now));
        return holder;
    }

    /** What could not be noted, as on a full disk, is no reason to refuse a question. */
    private void note(long id, Instant now) {
        try {
            database.writer()
                    .useHandle(handle -> handle.createUpdate("update api_token set used_at = :now where id = :id")
                            .bind("now", now.toEpochMilli())
                            .bind("id", id)
                            .execute());
        } catch (RuntimeException failed) {
            LOG.warn("that a token was used could not be noted", failed);
        }
    }

    /** Takes a token's effect away for good; one that is not there, or has none, is no fault. */
    public void revoke(long id, Change.By by, Instant now) {
        database.writer().useTransaction(handle -> {
            var label = handle.createQuery("select label from api_token where id = :id and revoked_at is null")
                    .bind("id", id)
                    .mapTo(String.class)
                    .findOne();
            if (label.isPresent()) {
                handle.createUpdate("update api_token set revoked_at = :now where id = :id")
                        .bind("now", now.toEpochMilli())
                        .bind("id", id)
                        .execute();
                changes.add(handle, by.made(now, Kind.TOKEN_REVOKED, "", label.get()));
            }
        });
    }

    /** All that were ever made, newest first. */
    public List<ApiToken> all() {
        return database.reader()
                .withHandle(handle -> handle.createQuery("""
                                select id, label, person_name, made_at, used_at, revoked_at
                                from api_token order by id desc
                                """)
                        .map((row, context) -> new ApiToken(
                                row.getLong("id"),
                                row.getString("label"),
                                row.getString("person_name"),
                                Instant.ofEpochMilli(row.getLong("made_at")),
                                row.getObject("used_at") == null ? null : Instant.ofEpochMilli(row.getLong("used_at")),
                                row.getObject("revoked_at") != null))
                        .list());
    }
}
