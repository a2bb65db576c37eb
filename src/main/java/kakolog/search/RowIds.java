package kakolog.search;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Row numbers that are the order of results: a lane for each kind, in it the days, in a day the slots from the highest
 * down. So newest first is a walk down the row numbers, which FTS5 does without sorting, and a kind or a period is a
 * stretch of them.
 *
 * @param low the lowest of the stretch
 * @param high the highest of it
 */
record RowIds(long low, long high) {
    private static final int SLOT_BITS = 32;
    private static final int DAY_BITS = 22;
    /** Day 1 is 0000-01-01; day 0 is for documents without a date. */
    private static final long FIRST_DAY = LocalDate.of(0, 1, 1).toEpochDay() - 1;

    private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay() - FIRST_DAY;

    /** The order of rows of different kinds: by day, within it by kind, within that as written. */
    static final Comparator<Long> NEWEST_FIRST = Comparator.<Long>comparingLong(RowIds::dayOf)
            .reversed()
            .thenComparingLong(RowIds::laneAndDayOf)
            .thenComparing(Comparator.reverseOrder());

    static RowIds of(Kind kind, Period period) {
        if (period.isAlways()) {
            return between(kind, 0, LAST_DAY);
        }
        var from = period.from();
        var until = period.until();
        return between(kind, from == null ? 1 : day(from), until == null ? LAST_DAY : day(until) - 1);
    }

    /** The slots of this kind and day. */
    static RowIds of(Kind kind, @Nullable LocalDate date) {
        long day = date == null ? 0 : day(date);
        return between(kind, day, day);
    }

    private static RowIds between(Kind kind, long firstDay, long lastDay) {
        long lane = (long) kind.lane() << DAY_BITS;
        return new RowIds((lane + firstDay) << SLOT_BITS, ((lane + lastDay + 1) << SLOT_BITS) - 1);
    }

    private static long day(LocalDate date) {
        return date.toEpochDay() - FIRST_DAY;
    }

    private static long dayOf(long rowId) {
        return (rowId >> SLOT_BITS) & ((1L << DAY_BITS) - 1);
    }

    private static long laneAndDayOf(long rowId) {
        return rowId >> SLOT_BITS;
    }
}
