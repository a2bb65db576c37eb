package kakolog.chatlog;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import kakolog.db.Database;
import kakolog.id.EventSlug;
import org.jspecify.annotations.Nullable;

/**
 * What was found out of each log: once for each version of it, however many ask for it at the same time. Of logs that are gone
 * nothing is kept once another one is asked for. Thread safe.
 */
final class Kept<T> {
    private final Supplier<Set<EventSlug>> there;
    private final Map<EventSlug, Found<T>> known = new ConcurrentHashMap<>();

    /** @param there of which events there is a log */
    Kept(Supplier<Set<EventSlug>> there) {
        this.there = there;
    }

    /** Where nobody has them in memory. */
    static Supplier<Set<EventSlug>> in(Database database) {
        return () -> database.reader()
                .withHandle(handle -> Set.copyOf(handle.createQuery("select event from log")
                        .map((row, context) -> new EventSlug(row.getString("event")))
                        .list()));
    }

    /** Found by whoever asks first; all others wait for it. */
    private static final class Found<T> {
        private final long version;
        private final Object besides;
        private @Nullable T found;

        Found(long version, Object besides) {
            this.version = version;
            this.besides = besides;
        }

        boolean isOf(Log log, Object also) {
            return version == log.version() && besides.equals(also);
        }

        synchronized T get(Supplier<T> finder) {
            var value = found;
            if (value == null) {
                value = finder.get();
                found = value;
            }
            return value;
        }
    }

    T of(Log log, Supplier<T> finder) {
        return of(log, "", finder);
    }

    /** @param besides what it follows from besides the log */
    T of(Log log, Object besides, Supplier<T> finder) {
        var last = known.get(log.event());
        if (last == null || !last.isOf(log, besides)) {
            known.keySet().retainAll(there.get());
        }
        return known.compute(
                        log.event(),
                        (event, kept) ->
                                kept != null && kept.isOf(log, besides) ? kept : new Found<>(log.version(), besides))
                .get(finder);
    }
}
