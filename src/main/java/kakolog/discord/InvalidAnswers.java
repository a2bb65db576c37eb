package kakolog.discord;

import java.time.Clock;
import java.time.Duration;
import kakolog.outbound.Answer;

/**
 * Counts the answers for which Discord bans an address: 10,000 of 401, 403 and 429 within ten minutes. Far before that
 * we go slow. Thread safe.
 */
final class InvalidAnswers {
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final Clock clock;
    private final int most;
    private Hold window = Hold.none();
    private int count;

    /** @param most invalid answers within ten minutes before it is too many */
    InvalidAnswers(Clock clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    /** Counts this answer if it is such a one. True where it is one too many, and there should be no call for a while. */
    synchronized boolean tooManyWith(Answer answer) {
        int status = answer.status();
        // A limit that all users of a thing share is not counted against us.
        boolean shared = answer.header("X-RateLimit-Scope").orElse("").equals("shared");
        if (shared || (status != 401 && status != 403 && status != 429)) {
            return false;
        }
        if (window.left(clock).isZero()) {
            window = Hold.of(clock, WINDOW);
            count = 0;
        }
        count++;
        return count >= most;
    }
}
