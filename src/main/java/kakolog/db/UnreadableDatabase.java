package kakolog.db;

import java.nio.file.Path;

/** A file that cannot be opened as a database: it is something else, it is damaged, or the system forbids it. */
public final class UnreadableDatabase extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableDatabase(Path file, Exception cause) {
        super(file + " cannot be opened as an SQLite database: " + cause.getMessage(), cause);
    }
}
