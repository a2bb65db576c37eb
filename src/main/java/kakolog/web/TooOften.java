package kakolog.web;

import java.time.Duration;

/** Asked more often than is allowed: 429, with the time to wait. */
public final class TooOften extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long seconds;

    public TooOften(Duration wait) {
        super("too often", null, false, false);
        seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    }

    /** Whole seconds, at least one. */
    public long seconds() {
        return seconds;
    }
}
