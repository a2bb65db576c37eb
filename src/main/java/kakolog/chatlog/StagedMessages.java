package kakolog.chatlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import kakolog.blob.DiskFull;
import kakolog.chat.Message;
import kakolog.chatlog.Staged.State;
import kakolog.db.Database;
import kakolog.db.Durability;
import org.jdbi.v3.core.Handle;

/**
 * The messages of a log that is being read, in a database file of their own: they may be more than the memory holds, and whoever
 * writes to the kept one must not wait for them. For one thread.
 */
final class StagedMessages implements AutoCloseable {
    private final Path file;
    private final Database database;
    private final Runnable room;
    private int counted;

    private StagedMessages(Path file, Database database, Runnable room) {
        this.file = file;
        this.database = database;
        this.room = room;
    }

    /**
     * Makes the file.
     *
     * @param folder made where it is missing
     * @param room sees to it that the disk has some left, before each step
     */
    static StagedMessages in(Path folder, Runnable room) {
        var file = folder.resolve(UUID.randomUUID() + ".db");
        try {
            Files.createDirectories(folder);
            return new StagedMessages(file, made(Database.open(file, Durability.DERIVED, 1)), room);
        } catch (IOException cannotWrite) {
            throw DiskFull.or(new UncheckedIOException(cannotWrite));
        } catch (RuntimeException failed) {
            delete(file);
            throw DiskFull.or(failed);
        }
    }

    private static Database made(Database database) {
        try {
            database.writer()
                    .useHandle(handle -> List.of("""
                    create table message (
                      id integer primary key, thread integer, author integer not null, sent_at integer not null,
                      traits integer not null, words text not null, body text not null,
                      opens integer,
                      state integer not null
                    ) strict
                    """, """
                    create index message_other on message (id) where state <> 0
                    """, """
                    create index message_opens on message (opens) where opens is not null
                    """, """
                    -- the files that messages name, by their keys
                    create table owned (
                      key text not null, message integer not null, primary key (key, message)
                    ) strict, without rowid
                    """, "create index owned_message on owned (message)")
                            .forEach(handle::execute));
            return database;
        } catch (RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    /**
     * Puts messages in this state where they are, in place of those of the same ids. All that follows from a message is worked
     * out here, so that nobody waits for it who writes to the kept database.
     */
    void put(Collection<Message> messages, State state) {
        room.run();
        write(handle -> {
            try (var batch = handle.prepareBatch("insert or replace into message (" + Staged.COLUMNS + """
                            ) values (:id, :thread, :author, :sent_at, :traits, :words, :body, :opens, :state)
                            """);
                    var disown = handle.prepareBatch("delete from owned where message = :message");
                    var own = handle.prepareBatch(
                            "insert or replace into owned (key, message) values (:key, :message)")) {
                for (var message : messages) {
                    long id = OrderedIds.of(message.id());
                    Staged.of(message, state).addTo(batch);
                    disown.bind("message", id).add();
                    Belongings.namedBy(message)
                            .forEach(key ->
                                    own.bind("key", key).bind("message", id).add());
                }
                MergedThings.execute(batch);
                MergedThings.execute(disown);
                MergedThings.execute(own);
            }
        });
        counted = -1;
    }

    private void write(Consumer<Handle> work) {
        try {
            database.writer().useTransaction(work::accept);
        } catch (RuntimeException failed) {
            throw DiskFull.or(failed);
        }
    }

    int count() {
        if (counted < 0) {
            counted = database.reader()
                    .withHandle(handle -> handle.createQuery("select count(*) from message")
                            .mapTo(Integer.class)
                            .one());
        }
        return counted;
    }

    /** All messages by id, without holding them all. */
    void each(Consumer<Staged> taker) {
        each("select " + Staged.COLUMNS + " from message order by id", taker);
    }

    /** Those that are not the same as the kept ones. */
    void eachOther(Consumer<Staged> taker) {
        each("select " + Staged.COLUMNS + " from message where state <> 0 order by id", taker);
    }

    private void each(String sql, Consumer<Staged> taker) {
        database.reader().useHandle(handle -> {
            try (var all = handle.createQuery(sql).map((row, context) -> Staged.in(row)).stream()) {
                all.forEach(taker);
            }
        });
    }

    /** Notes how messages stand to the kept ones; those of whom nothing is said are new. */
    void mark(Collection<Long> ids, State state) {
        write(handle -> {
            try (var batch = handle.prepareBatch("update message set state = :state where id = :id")) {
                ids.forEach(
                        id -> batch.bind("state", state.number()).bind("id", id).add());
                MergedThings.execute(batch);
            }
        });
    }

    /** The messages that threads begin with, by the ids of those. */
    Map<Long, Long> openers() {
        var openers = new HashMap<Long, Long>();
        database.reader()
                .useHandle(handle -> handle.createQuery(
                                "select opens, id from message where opens is not null order by opens, id")
                        .map((row, context) -> new long[] {row.getLong(1), row.getLong(2)})
                        .forEach(pair -> openers.put(pair[0], pair[1])));
        return openers;
    }

    /** The first messages that name these files, by the keys of those that any names. */
    Map<String, Long> owners(Set<String> keys) {
        var owners = new HashMap<String, Long>();
        database.reader()
                .useHandle(handle -> handle.createQuery("select key, min(message) from owned group by key")
                        .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                        .filter(owner -> keys.contains(owner.getKey()))
                        .forEach(owner -> owners.put(owner.getKey(), owner.getValue())));
        return owners;
    }

    @Override
    public void close() {
        database.close();
        delete(file);
    }

    private static void delete(Path file) {
        try {
            for (var suffix : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
            }
        } catch (IOException cannotDelete) {
            throw new UncheckedIOException(cannotDelete);
        }
    }
}
