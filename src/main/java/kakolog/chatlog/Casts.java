package kakolog.chatlog;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kakolog.db.Database;
import kakolog.id.EventSlug;

/** Who and what is named in each log, read once for each version of it. Thread safe. */
final class Casts {
    private final Database database;
    private final Map<EventSlug, Cast> known = new ConcurrentHashMap<>();

    Casts(Database database) {
        this.database = database;
    }

    Cast of(Log log) {
        var cast = known.get(log.event());
        if (cast == null || cast.version() != log.version()) {
            cast = Cast.of(log, database);
            known.put(log.event(), cast);
        }
        return cast;
    }
}
