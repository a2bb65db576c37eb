package kakolog.chatlog;

import kakolog.db.Database;

/** Who and what is named in each log, read once for each version of it. Thread safe. */
final class Casts {
    private final Database database;
    private final Kept<Cast> known;

    Casts(Database database) {
        this.database = database;
        known = new Kept<>(Kept.in(database));
    }

    Cast of(Log log) {
        return known.of(log, () -> Cast.of(log, database));
    }
}
