package kakolog.search;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of row numbers, which are the order of results: a lane for each kind, in it the days from the newest on, in a
 * day a slot for each document. So newest first is a walk up the row numbers, which is the way FTS5 walks fastest and
 * without sorting, and a kind or a period is a stretch of them.
 *
 * @param low the lowest of the stretch
 * @param high the highest of it
 */
record RowIds(long low, long high) {
    private static final int SLOT_BITS = 32;
    private static final int DAY_BITS = 22;
    private static final long NEWEST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();
    private static final long OLDEST = NEWEST_DAY - LocalDate.of(0, 1, 1).toEpochDay();
    private static final long WITHOUT_DATE = OLDEST + 1;

    /** The order of rows of different kinds: by day, within it by kind, within that as written. */
    static final Comparator<Long> NEWEST_FIRST =
            Comparator.<Long>comparingLong(RowIds::age).thenComparing(Comparator.naturalOrder());

    static RowIds of(Kind kind, Period period) {
        if (period.isAlways()) {
            return between(kind, 0, WITHOUT_DATE);
        }
        var from = period.from();
        var until = period.until();
        return between(kind, until == null ? 0 : age(until) + 1, from == null ? OLDEST : age(from));
    }

    /** The slots of this kind and day. */
    static RowIds of(Kind kind, @Nullable LocalDate date) {
        long age = date == null ? WITHOUT_DATE : age(date);
        return between(kind, age, age);
    }

    private static RowIds between(Kind kind, long youngest, long oldest) {
        long lane = (long) kind.lane() << DAY_BITS;
        return new RowIds((lane + youngest) << SLOT_BITS, ((lane + oldest + 1) << SLOT_BITS) - 1);
    }

    /** Days before the newest that there can be. */
    private static long age(LocalDate date) {
        return NEWEST_DAY - date.toEpochDay();
    }

    private static long age(long rowId) {
        return (rowId >> SLOT_BITS) & ((1L << DAY_BITS) - 1);
    }
}
