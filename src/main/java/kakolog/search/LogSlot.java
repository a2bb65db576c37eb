package kakolog.search;

import java.util.List;

/**
 * The number of a message in the full-text index. It is {@link LogRow}'s number pressed together: FTS5 writes how far it is
 * from one row to the next, so that days of 4096 rows in place of a million make an index of a million messages 20 MB
 * smaller. The messages of an evening that are too many for that stand far behind all others, in the order of
 * {@link LogRow}.
 */
final class LogSlot {
    private static final int DAY_BITS = 12;

    /** Where each event of a day begins in its day. Most days have one. */
    private static final int[] BEGINNINGS = {0, 2048, 3072, 3584, 1 << DAY_BITS};

    private static final long BEYOND = 1L << 40;

    private LogSlot() {}

    static long of(long row) {
        long low = row - LogRow.place(row);
        return overflows(row) ? BEYOND + row : first(low) + LogRow.place(row);
    }

    /** Whether this message is one too many for its evening's stretch of the day. */
    static boolean overflows(long row) {
        int event = LogRow.numberOfDay(row) - 1;
        return LogRow.place(row) >= BEGINNINGS[event + 1] - BEGINNINGS[event];
    }

    private static long first(long row) {
        return (LogRow.age(row) << DAY_BITS) + BEGINNINGS[LogRow.numberOfDay(row) - 1];
    }

    static long row(long slot) {
        if (slot >= BEYOND) {
            return slot - BEYOND;
        }
        int inDay = (int) (slot & ((1 << DAY_BITS) - 1));
        int event = 0;
        while (inDay >= BEGINNINGS[event + 1]) {
            event++;
        }
        return LogRow.of(slot >> DAY_BITS, event + 1, inDay - BEGINNINGS[event]);
    }

    /** Where most messages of the evening are whose lowest row this is. */
    static LogRow.Range range(long low) {
        int event = LogRow.numberOfDay(low) - 1;
        return new LogRow.Range(first(low), first(low) + BEGINNINGS[event + 1] - BEGINNINGS[event] - 1);
    }

    /** Where those are that follow them. */
    static LogRow.Range rangeBeyond(long low) {
        return new LogRow.Range(BEYOND + low, BEYOND + low + LogRow.PLACES - 1);
    }

    static List<LogRow.Range> ranges(long low) {
        return List.of(range(low), rangeBeyond(low));
    }
}
