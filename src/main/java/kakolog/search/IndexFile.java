package kakolog.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import kakolog.db.Database;
import kakolog.db.Durability;
import kakolog.db.UnreadableDatabase;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file of an index. All in it can be derived anew, so a file that is not as it should be is thrown away. */
final class IndexFile {
    private static final int READERS = 4;
    private static final Logger LOG = LoggerFactory.getLogger(IndexFile.class);

    private IndexFile() {}

    /**
     * Opens it; where it is not sound or its tables are of another version, an empty one in its place.
     *
     * @param tables makes them where there is no file yet
     */
    static Database open(Path file, int version, Consumer<Handle> tables) {
        boolean isNew = !Files.exists(file);
        try {
            var database = Database.open(file, Durability.DERIVED, READERS);
            var fault = isNew ? Optional.<String>empty() : fault(database, version);
            if (fault.isEmpty()) {
                return isNew ? withTables(database, version, tables) : database;
            }
            database.close();
            LOG.warn("making {} anew: {}", file.getFileName(), fault.get());
        } catch (UnreadableDatabase unreadable) {
            LOG.warn("making {} anew: {}", file.getFileName(), unreadable.getMessage());
        }
        delete(file);
        return withTables(Database.open(file, Durability.DERIVED, READERS), version, tables);
    }

    private static Optional<String> fault(Database database, int wanted) {
        try {
            int version = database.reader()
                    .withHandle(handle -> handle.createQuery("pragma user_version")
                            .mapTo(Integer.class)
                            .one());
            return version == wanted
                    ? database.fault()
                    : Optional.of("its tables are of version " + version + ", not " + wanted);
        } catch (JdbiException damaged) {
            return Optional.of(String.valueOf(damaged.getMessage()));
        }
    }

    private static void delete(Path file) {
        try {
            for (var suffix : new String[] {"", "-wal", "-shm"}) {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
            }
        } catch (IOException cannotDelete) {
            throw new UncheckedIOException(cannotDelete);
        }
    }

    private static Database withTables(Database database, int version, Consumer<Handle> tables) {
        database.writer().useTransaction(handle -> {
            tables.accept(handle);
            handle.execute("pragma user_version = " + version);
        });
        return database;
    }
}
