package kakolog.chatlog;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kakolog.id.EventSlug;

/** Which files and pictures belong to messages within the window of a log, looked up once for each version of it. Thread safe. */
final class ShownFiles {
    private final LogLines lines;
    private final Map<EventSlug, Found> known = new ConcurrentHashMap<>();

    private record Found(long version, Set<String> keys) {}

    ShownFiles(LogLines lines) {
        this.lines = lines;
    }

    boolean has(Log log, String key) {
        // Without a window all of them are, and nothing has to be looked up.
        boolean whole = log.shownFrom() == null && log.shownUntil() == null;
        return whole || keys(log).contains(key);
    }

    private Set<String> keys(Log log) {
        var found = known.get(log.event());
        if (found == null || found.version() != log.version()) {
            var keys = new HashSet<String>();
            lines.each(log, line -> {
                var message = line.message();
                if (message != null) {
                    keys.addAll(PartsOf.keysOf(message));
                }
            });
            found = new Found(log.version(), keys);
            known.put(log.event(), found);
        }
        return found.keys();
    }
}
