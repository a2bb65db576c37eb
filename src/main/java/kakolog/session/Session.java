package kakolog.session;

import java.time.Duration;
import java.time.Instant;
import kakolog.id.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * One browser that is signed in.
 *
 * @param hash of its token
 * @param name how the person is called
 * @param seenAt when it was last used, to about an hour
 * @param pretence as whom an organizer looks at the site; null otherwise
 */
record Session(
        String hash,
        Snowflake person,
        String name,
        Instant startedAt,
        Instant seenAt,
        @Nullable Pretence pretence) {
    static final Duration IDLE = Duration.ofDays(14);
    static final Duration LONGEST = Duration.ofDays(30);

    boolean isAlive(Instant now) {
        return now.isBefore(seenAt.plus(IDLE)) && now.isBefore(startedAt.plus(LONGEST));
    }

    Session seen(Instant now) {
        return new Session(hash, person, name, startedAt, now, pretence);
    }

    Session as(@Nullable Pretence other) {
        return new Session(hash, person, name, startedAt, seenAt, other);
    }
}
