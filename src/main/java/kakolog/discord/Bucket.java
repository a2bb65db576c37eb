package kakolog.discord;

import java.time.Clock;
import java.time.Duration;
import kakolog.outbound.Answer;

/** What Discord still allows on the routes that it counts together. Guarded by the lock of {@link RateLimits}. */
final class Bucket {
    /** On routes whose answers tell no limits, as the token route's. */
    private static final int UNTOLD = 8;

    private final Clock clock;
    private int inFlight;
    /** Before the first answer one call finds out. */
    private int remaining = 1;

    private String window = "";
    private Hold hold = Hold.none();

    Bucket(Clock clock) {
        this.clock = clock;
    }

    Duration holdLeft() {
        return hold.left(clock);
    }

    /** Calls in flight may not yet be in the number that Discord told, so they count against it. */
    boolean isFull() {
        return inFlight > 0 && inFlight >= remaining;
    }

    void begin() {
        inFlight++;
    }

    void end() {
        inFlight--;
    }

    void holdFor(Duration wait) {
        hold = Hold.of(clock, wait);
        remaining = 1;
    }

    void learn(Answer answer) {
        var told = Headers.number(answer, "X-RateLimit-Remaining");
        if (told.isEmpty()) {
            // Breakdowns on the way tell no limits either, and come as HTML.
            remaining = answer.isJson() && window.isEmpty() ? UNTOLD : remaining;
            return;
        }
        int left = (int) Math.min(1_000, told.getAsDouble());
        var reset = answer.header("X-RateLimit-Reset").orElse("");
        // Answers overtake one another: within one window the count only falls.
        remaining = reset.equals(window) ? Math.min(remaining, left) : left;
        window = reset;
        if (left == 0) {
            holdFor(Headers.seconds(answer, "X-RateLimit-Reset-After").orElse(Duration.ofSeconds(1)));
        }
    }
}
