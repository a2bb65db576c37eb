package kakolog.search;

import java.time.LocalDate;
import kakolog.id.EventSlug;

/**
 * The number of a message among those of all logs, from its event and its place in that event's log: in 37 bits or so the
 * days from the newest that there can be, the event of the day, and the place. So newest evening first is a walk up the
 * numbers, an evening or a period is a stretch of them, and no table says which message is whose.
 *
 * <p>It is the key under which a message is kept, so that the index needs no table to tell whose a hit is.
 */
public final class LogRow {
    /** A log has no more messages than this. */
    public static final int PLACES = 1 << 18;

    /** A day has no more logs than this. */
    public static final int EVENTS_A_DAY = 4;

    /** No evening is later. */
    public static final LocalDate NEWEST = LocalDate.of(2099, 12, 31);

    private static final int PLACE_BITS = 18;
    private static final int DAY_BITS = 20;

    private LogRow() {}

    /** The numbers from the lowest to the highest, both included; none where the highest is lower. */
    public record Range(long low, long high) {
        boolean holds(long row) {
            return low <= row && row <= high;
        }
    }

    /**
     * The number of a message.
     *
     * @param place in the log, from 0; never another message's
     * @throws IllegalArgumentException where the place is beyond {@link #PLACES}, or as for {@link #range}
     */
    public static long of(EventSlug event, int place) {
        if (place < 0 || place >= PLACES) {
            throw new IllegalArgumentException("a log has the places 0 to " + (PLACES - 1) + ", not " + place);
        }
        return range(event).low() + place;
    }

    /**
     * The numbers of all messages that the log of an event can have.
     *
     * @throws IllegalArgumentException where the day is after {@link #NEWEST}, or has more than {@link #EVENTS_A_DAY}
     */
    public static Range range(EventSlug event) {
        if (!canHold(event)) {
            throw new IllegalArgumentException(event + " cannot have a log: it is after " + NEWEST + " or beyond the "
                    + EVENTS_A_DAY + " of a day");
        }
        long low = of(age(event.date()), event.number(), 0);
        return new Range(low, low + PLACES - 1);
    }

    /** Whether there are numbers for the messages of this event. */
    public static boolean canHold(EventSlug event) {
        return !event.date().isAfter(NEWEST) && event.number() <= EVENTS_A_DAY;
    }

    /** The numbers of all evenings of this period. */
    static Range range(Period period) {
        var from = period.from();
        var until = period.until();
        return new Range(
                until == null ? 0 : (age(until) + 1) << DAY_BITS,
                from == null ? Long.MAX_VALUE : ((age(from) + 1) << DAY_BITS) - 1);
    }

    /** The event whose message this is. */
    public static EventSlug event(long row) {
        var date = NEWEST.minusDays(age(row));
        int number = numberOfDay(row);
        return new EventSlug(number == 1 ? date.toString() : date + "-" + number);
    }

    /** The message's place in its event. */
    public static int place(long row) {
        return (int) (row & (PLACES - 1));
    }

    static long of(long age, int numberOfDay, int place) {
        return (age << DAY_BITS) | ((numberOfDay - 1L) << PLACE_BITS) | place;
    }

    /** Days from its evening to the newest that there can be. */
    static long age(long row) {
        return row >> DAY_BITS;
    }

    /** Which of its day's events, from 1 on. */
    static int numberOfDay(long row) {
        return (int) ((row >> PLACE_BITS) & (EVENTS_A_DAY - 1)) + 1;
    }

    private static long age(LocalDate date) {
        return NEWEST.toEpochDay() - date.toEpochDay();
    }
}
