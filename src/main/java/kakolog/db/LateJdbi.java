package kakolog.db;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Jdbi over a pool, made when first asked for: its classes take a fifth of the start, and no page waits for them. */
final class LateJdbi {
    private final ConnectionPool pool;
    private @Nullable Jdbi jdbi;

    LateJdbi(ConnectionPool pool) {
        this.pool = pool;
    }

    synchronized Jdbi get() {
        var made = jdbi;
        if (made == null) {
            made = Jdbi.create(pool);
            jdbi = made;
        }
        return made;
    }
}
