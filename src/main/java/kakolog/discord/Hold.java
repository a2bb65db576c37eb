package kakolog.discord;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * A time to keep still. It is over as soon as either the clock or the machine's running time says so: a clock that is
 * set back, or one that stands, does not prolong it.
 */
record Hold(Instant until, long runningUntil) {

    static Hold of(Clock clock, Duration wait) {
        return new Hold(clock.instant().plus(wait), System.nanoTime() + wait.toNanos());
    }

    /** One that is over. */
    static Hold none() {
        return new Hold(Instant.EPOCH, System.nanoTime());
    }

    /** What is left of it; zero when it is over. */
    Duration left(Clock clock) {
        var byClock = Duration.between(clock.instant(), until);
        var byRunning = Duration.ofNanos(runningUntil - System.nanoTime());
        var left = byClock.compareTo(byRunning) < 0 ? byClock : byRunning;
        return left.isNegative() ? Duration.ZERO : left;
    }
}
