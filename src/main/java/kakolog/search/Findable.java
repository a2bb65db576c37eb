package kakolog.search;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import kakolog.access.Audience;
import kakolog.id.EventSlug;
import kakolog.search.Evenings.Evening;

/**
 * Which logs may be found as of now, and by whom, whatever the index still holds: what was entered for other readers is found by
 * nobody until it is entered anew. Nothing of it has to wait for the index.
 */
public final class Findable {
    /** All that the index holds. */
    static final Findable ALL = new Findable(evening -> true);

    private final Predicate<Evening> holds;

    private Findable(Predicate<Evening> holds) {
        this.holds = holds;
    }

    /**
     * These logs, each by its readers.
     *
     * @throws IllegalArgumentException where {@link LogRow} cannot hold one
     */
    public static Findable of(Map<EventSlug, Audience> readers) {
        var audiences = new HashMap<Long, String>();
        readers.forEach((event, audience) -> audiences.put(LogRow.range(event).low(), audience.key()));
        return new Findable(evening -> evening.audience().equals(audiences.get(evening.low())));
    }

    boolean holds(Evening evening) {
        return holds.test(evening);
    }
}
