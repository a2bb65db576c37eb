package kakolog.chatlog;

import java.time.Instant;
import kakolog.id.Snowflake;

/** A span of time as ids tell it: from its first moment until before its last. */
record Window(Instant from, Instant until) {
    /** The beginning of 2015, from which ids count milliseconds. */
    private static final long EPOCH = 1_420_070_400_000L;

    private static final int LOWER_BITS = 22;
    private static final long LAST = (1L << (Long.SIZE - LOWER_BITS)) - 1;

    Window {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("the window ends before it begins");
        }
    }

    /** All of the window comes after this id. */
    Snowflake before() {
        long first = millis(from) << LOWER_BITS;
        return new Snowflake(first == 0 ? 0 : first - 1);
    }

    boolean isBefore(Snowflake id) {
        return millis(id) < millis(from);
    }

    boolean isOver(Snowflake id) {
        return millis(id) >= millis(until);
    }

    /** How far into the window this id lies, 0 to 1. */
    double fraction(Snowflake id) {
        double whole = millis(until) - millis(from);
        return whole <= 0 ? 1 : Math.max(0, Math.min(1, (millis(id) - millis(from)) / whole));
    }

    private static long millis(Snowflake id) {
        return id.bits() >>> LOWER_BITS;
    }

    /** Within what an id can tell, which is until 2154. */
    private static long millis(Instant at) {
        return Math.max(0, Math.min(LAST, at.toEpochMilli() - EPOCH));
    }
}
