package kakolog.discord;

import java.time.Duration;

/** How long one caller still waits for its turn, over all tries of one question. */
record Patience(long until) {

    static Patience of(Duration wait) {
        return new Patience(System.nanoTime() + wait.toNanos());
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, until - System.nanoTime()));
    }

    boolean outlasts(Duration wait) {
        return wait.compareTo(left()) <= 0;
    }
}
