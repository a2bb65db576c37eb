package kakolog.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/**
 * One SQLite file in WAL mode, with one connection that writes and a few that only read: readers never wait for the
 * writer and see the last commit. What is deleted is overwritten in the file. Thread safe; a second writer waits its turn for up to 5 seconds.
 */
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int BUSY_TIMEOUT_MILLIS = 5000;
    /** While it waits for readers nobody begins to write. */
    private static final int FOLDING_TIMEOUT_MILLIS = 100;

    private static final int CACHE_KIB = 16_000;

    private final Path file;
    private final ConnectionPool writing;
    private final ConnectionPool reading;
    private final LateJdbi writer;
    private final LateJdbi reader;

    private Database(Path file, ConnectionPool writing, ConnectionPool reading) {
        this.file = file;
        this.writing = writing;
        this.reading = reading;
        this.writer = new LateJdbi(writing);
        this.reader = new LateJdbi(reading);
    }

    /**
     * Opens this file, making it and its folder where they are missing.
     *
     * @param readers how many may read at the same time
     * @throws UnreadableDatabase where the file is no database, or so damaged that its tables cannot be listed
     */
    public static Database open(Path file, Durability durability, int readers) {
        try {
            makeFolderOf(file.toAbsolutePath());
            var writing = ConnectionPool.open(source(file, writerConfig(durability)), 1);
            try {
                listTables(writing);
                return new Database(file, writing, ConnectionPool.open(source(file, readerConfig()), readers));
            } catch (SQLException notOurs) {
                writing.close();
                throw notOurs;
            }
        } catch (SQLException unreadable) {
            throw new UnreadableDatabase(file, unreadable);
        } catch (IOException noFolder) {
            throw new UncheckedIOException(noFolder);
        }
    }

    /**
     * Opens the file of what is kept, every commit safe from a loss of power, and brings it to the schema of this program.
     *
     * @throws UnreadableDatabase where the file is no database or damaged
     * @throws UncheckedIOException where a newer program has written it
     */
    public static Database openKept(Path file, int readers) {
        var database = open(file, Durability.KEPT, readers);
        try {
            var connection = database.writing.openConnection();
            try {
                Migrations.apply(connection, file);
            } finally {
                database.writing.closeConnection(connection);
            }
            return database;
        } catch (SQLException unreadable) {
            database.close();
            throw new UnreadableDatabase(file, unreadable);
        } catch (RuntimeException unusable) {
            database.close();
            throw unusable;
        }
    }

    /**
     * Opens the file of what is kept beside the process that serves it: it is only read, and stays in the schema it has.
     *
     * @throws UnreadableDatabase where the file is no database, damaged or not there
     * @throws UncheckedIOException where a newer program has written it
     */
    public static Database openBeside(Path file) {
        try {
            var reading = ConnectionPool.open(source(file, readerConfig()), 1);
            try {
                listTables(reading);
                stepsAhead(reading, file);
                // Whoever asks for the writer all the same is refused by SQLite.
                return new Database(file, ConnectionPool.open(source(file, readerConfig()), 1), reading);
            } catch (SQLException | RuntimeException unusable) {
                reading.close();
                throw unusable;
            }
        } catch (SQLException unreadable) {
            throw new UnreadableDatabase(file, unreadable);
        }
    }

    private static int stepsAhead(ConnectionPool pool, Path file) throws SQLException {
        var connection = pool.openConnection();
        try {
            return Migrations.ahead(connection, file);
        } finally {
            pool.closeConnection(connection);
        }
    }

    /** Whether an older program has written it, so that tables may be missing. */
    public boolean isOlder() {
        try {
            return stepsAhead(reading, file) > 0;
        } catch (SQLException unreadable) {
            throw new UnreadableDatabase(file, unreadable);
        }
    }

    /** The number of the last step that its schema has taken. */
    public int schema() {
        try {
            var connection = reading.openConnection();
            try {
                return Migrations.version(connection);
            } finally {
                reading.closeConnection(connection);
            }
        } catch (SQLException unreadable) {
            throw new UnreadableDatabase(file, unreadable);
        }
    }

    /**
     * Says what {@link #openBeside} would of a file with this schema.
     *
     * @throws UncheckedIOException where it is a newer program's
     */
    public static void refuseNewer(int schema, Path file) {
        Migrations.refuseNewer(schema, file);
    }

    /**
     * Writes all that is committed, as of one instant, to another file: without a WAL, and without what was deleted. Who
     * writes meanwhile is not held up.
     *
     * @param target must be empty or not there
     * @throws IOException where it cannot be read or the copy cannot be written, as on a full disk
     */
    public void copyTo(Path target) throws IOException {
        try {
            var connection = reading.openConnection();
            try (var statement = connection.prepareStatement("vacuum into ?")) {
                statement.setString(1, target.toUri().toString());
                statement.execute();
            } finally {
                reading.closeConnection(connection);
            }
        } catch (SQLException cannotCopy) {
            throw new IOException(file + " cannot be copied to " + target + ": " + cannotCopy.getMessage(), cannotCopy);
        }
    }

    /**
     * Folds the WAL into the file and empties it, so that what was deleted before stands in neither. On a connection of its own:
     * others write meanwhile, and wait at most a tenth of a second for it to wait for those who read.
     *
     * @return false where somebody still reads what was before, or writes, or the disk is full; to be asked again later
     */
    public boolean fold() {
        try (var connection = source(file, foldingConfig()).getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery("pragma wal_checkpoint(truncate)")) {
            return result.next() && result.getInt("busy") == 0;
        } catch (SQLException cannotFold) {
            LOG.warn("the WAL of {} could not be folded into it", file.getFileName(), cannotFold);
            return false;
        }
    }

    private static void makeFolderOf(Path file) throws IOException {
        var folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
    }

    /** SQLite opens any file and looks into it only when asked something. */
    private static void listTables(ConnectionPool pool) throws SQLException {
        var connection = pool.openConnection();
        try (var statement = connection.createStatement();
                var tables = statement.executeQuery("select name from sqlite_schema")) {
            while (tables.next()) {
                tables.getString("name");
            }
        } finally {
            pool.closeConnection(connection);
        }
    }

    private static SQLiteDataSource source(Path file, SQLiteConfig config) {
        var source = new SQLiteDataSource(config);
        // As a URI, since the driver takes what follows a ? in a plain path for settings.
        source.setUrl("jdbc:sqlite:" + file.toUri());
        return source;
    }

    private static SQLiteConfig writerConfig(Durability durability) {
        var config = commonConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(durability.synchronous());
        config.setPragma(Pragma.SECURE_DELETE, "true");
        // A deferred transaction that reads first and then writes fails at once when another has committed in between.
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        return config;
    }

    private static SQLiteConfig readerConfig() {
        var config = commonConfig();
        config.setReadOnly(true);
        return config;
    }

    private static SQLiteConfig foldingConfig() {
        var config = new SQLiteConfig();
        config.setBusyTimeout(FOLDING_TIMEOUT_MILLIS);
        return config;
    }

    private static SQLiteConfig commonConfig() {
        var config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        config.enforceForeignKeys(true);
        config.setCacheSize(-CACHE_KIB);
        return config;
    }

    /** For queries: read-only, several at a time. */
    public Jdbi reader() {
        return reader.get();
    }

    /** For changes: one at a time, each transaction IMMEDIATE. Do not ask for it again while holding a handle of it. */
    public Jdbi writer() {
        return writer.get();
    }

    /** The first thing wrong with the file's pages, or empty where it is sound. Reads the whole file. */
    public Optional<String> fault() {
        return fault("pragma quick_check(1)");
    }

    /** The same, and whether each index goes with its table, which takes longer. */
    public Optional<String> faultWithIndexes() {
        return fault("pragma integrity_check(1)");
    }

    private Optional<String> fault(String check) {
        try {
            var complaint = reader().withHandle(handle ->
                    handle.createQuery(check).mapTo(String.class).one());
            return complaint.equals("ok") ? Optional.empty() : Optional.of(file + ": " + complaint.replace('\n', ' '));
        } catch (JdbiException tooDamagedToCheck) {
            return Optional.of(file + ": " + tooDamagedToCheck.getMessage());
        }
    }

    /** Waits for what is under way, then closes; the writer last, so that it folds the WAL into the file. */
    @Override
    public void close() {
        try (writing;
                reading) {
            // both close, readers first, whatever the other one throws
        } catch (SQLException cannotClose) {
            throw new IllegalStateException("closing " + file, cannotClose);
        }
    }
}
