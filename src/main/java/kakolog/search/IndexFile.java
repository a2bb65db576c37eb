package kakolog.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import kakolog.db.Database;
import kakolog.db.Durability;
import kakolog.db.UnreadableDatabase;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The index's file and its tables. All in it can be derived anew, so a file that is not as it should be is thrown away. */
final class IndexFile {
    /** Goes up with any change of the tables, of {@link Grams}, of {@link RowIds} or of folding. */
    static final int VERSION = 2;

    private static final int READERS = 4;
    private static final Logger LOG = LoggerFactory.getLogger(IndexFile.class);

    private IndexFile() {}

    static Database open(Path file) {
        boolean isNew = !Files.exists(file);
        try {
            var database = Database.open(file, Durability.DERIVED, READERS);
            var fault = isNew ? Optional.<String>empty() : fault(database);
            if (fault.isEmpty()) {
                return isNew ? withTables(database) : database;
            }
            database.close();
            LOG.warn("making the search index anew: {}", fault.get());
        } catch (UnreadableDatabase unreadable) {
            LOG.warn("making the search index anew: {}", unreadable.getMessage());
        }
        delete(file);
        return withTables(Database.open(file, Durability.DERIVED, READERS));
    }

    private static Optional<String> fault(Database database) {
        try {
            int version = database.reader()
                    .withHandle(handle -> handle.createQuery("pragma user_version")
                            .mapTo(Integer.class)
                            .one());
            return version == VERSION
                    ? database.fault()
                    : Optional.of("its tables are of version " + version + ", not " + VERSION);
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

    private static Database withTables(Database database) {
        database.writer().useTransaction(IndexFile::createTables);
        return database;
    }

    /**
     * What a query looks at stands before the long texts, which it would have to step over. The tokenizer is ascii and
     * not unicode61: it takes every character outside ASCII for a part of a token, whatever Unicode it was built for, and
     * Grams has decided already what a token is. detail=none keeps no positions and halves the index.
     */
    private static void createTables(Handle handle) {
        handle.execute("""
                create table source (
                  name text not null primary key,
                  fingerprint text not null
                ) strict, without rowid
                """);
        handle.execute("""
                create table document (
                  id integer not null primary key,
                  source text not null references source (name),
                  audience text not null,
                  has_link integer not null,
                  own_folded text not null,
                  context_folded text not null,
                  key text not null unique,
                  kind text not null,
                  date integer,
                  path text not null,
                  title text not null,
                  context text not null,
                  body text not null
                ) strict
                """);
        handle.execute("""
                create table opener (
                  audience text not null,
                  key text not null,
                  primary key (audience, key)
                ) strict, without rowid
                """);
        handle.execute("create index document_source on document (source)");
        handle.execute("""
                create virtual table fts using fts5 (
                  g, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
                )
                """);
        handle.execute("pragma user_version = " + VERSION);
    }
}
