package kakolog.chatlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import kakolog.blob.DiskFull;
import kakolog.chat.ChatThread;
import kakolog.chat.Listener;
import kakolog.chat.Medium;
import kakolog.chat.Message;
import kakolog.chat.Speaker;
import kakolog.db.Database;
import kakolog.db.Durability;
import kakolog.id.Snowflake;
import kakolog.search.LogRow;

/**
 * Where a log lies while it is read. Its messages are in a database file of their own, since they may be more than the memory
 * holds, and since whoever writes to the kept one must not wait for them; what belongs to them, which repeats itself, is in
 * memory. For one thread.
 */
final class Staging implements Listener, AutoCloseable {
    private static final int BATCH = 500;
    /** No import takes that long without anything being written. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Path file;
    private final Database database;
    private final Runnable room;
    private final List<Message> waiting = new ArrayList<>();
    private final Map<Snowflake, Speaker> speakers = new LinkedHashMap<>();
    private final Map<Snowflake, ChatThread> threads = new LinkedHashMap<>();
    private final Map<Snowflake, String> names = new LinkedHashMap<>();
    private final Map<String, Medium> media = new LinkedHashMap<>();
    private String channel = "";
    private String channelName = "";
    private int taken;

    private Staging(Path file, Database database, Runnable room) {
        this.file = file;
        this.room = room;
        this.database = database;
    }

    /**
     * Begins to take a log.
     *
     * @param folder of what is derived, made where it is missing
     * @param room sees to it that the disk has some left, before each step
     */
    static Staging in(Path folder, Runnable room) {
        var file = folder.resolve(UUID.randomUUID() + ".db");
        try {
            Files.createDirectories(folder);
            return new Staging(file, made(Database.open(file, Durability.DERIVED, 1)), room);
        } catch (IOException cannotWrite) {
            throw DiskFull.or(new UncheckedIOException(cannotWrite));
        } catch (RuntimeException failed) {
            delete(file);
            throw DiskFull.or(failed);
        }
    }

    private static Database made(Database database) {
        try {
            database.writer().useHandle(handle -> handle.execute("""
                    create table message (
                      id integer primary key, thread integer, author integer not null, sent_at integer not null,
                      traits integer not null, words text not null, body text not null,
                      -- the keys of its files, a line each
                      media text not null,
                      opens integer,
                      state integer not null
                    ) strict
                    """));
            return database;
        } catch (RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    /** Takes away what imports that were killed have left; others may be under way, in this process or in another. */
    static void sweep(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try {
            var abandoned = nowIn(folder).minus(LONGEST);
            try (var files = Files.list(folder)) {
                for (var file : files.toList()) {
                    if (isOlder(file, abandoned)) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isOlder(Path file, Instant than) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(than);
        } catch (NoSuchFileException over) {
            // The import that it was of has just ended.
            return false;
        }
    }

    /** By the clock that files there are dated by. */
    private static Instant nowIn(Path folder) throws IOException {
        var made = Files.createTempFile(folder, "now", "");
        try {
            return Files.getLastModifiedTime(made).toInstant();
        } finally {
            Files.delete(made);
        }
    }

    @Override
    public void channel(Snowflake id, String name) {
        channel = id.toString();
        channelName = name;
    }

    @Override
    public void thread(ChatThread thread) {
        threads.put(thread.id(), thread);
    }

    @Override
    public void speaker(Speaker speaker) {
        speakers.put(speaker.id(), speaker);
    }

    @Override
    public void name(Snowflake roleOrChannel, String name) {
        names.put(roleOrChannel, name);
    }

    /** @throws TooMany where there are more than any log has */
    @Override
    public void medium(Medium medium) {
        media.put(medium.key(), medium);
        refuseBeyond(LogRow.PLACES, media.size());
    }

    /** @throws TooMany where a log has no place for so many */
    @Override
    public void message(Message message) {
        waiting.add(message);
        taken++;
        // Some may come twice; those are one in the end.
        refuseBeyond(2 * LogRow.PLACES, taken);
        if (waiting.size() == BATCH) {
            flush();
        }
    }

    private static void refuseBeyond(int most, int number) {
        if (number > most) {
            throw new TooMany(LogRow.PLACES);
        }
    }

    /** All that follows from a message is worked out here, so that nobody waits for it who writes to the kept database. */
    private void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        room.run();
        try {
            database.writer().useTransaction(handle -> {
                try (var batch = handle.prepareBatch("insert or replace into message (" + Staged.COLUMNS + """
                        ) values (:id, :thread, :author, :sent_at, :traits, :words, :body, :media, :opens, :state)
                        """)) {
                    waiting.forEach(message -> Staged.of(message).addTo(batch));
                    batch.execute();
                }
            });
        } catch (RuntimeException failed) {
            throw DiskFull.or(failed);
        }
        waiting.clear();
    }

    int count() {
        flush();
        return database.reader()
                .withHandle(handle -> handle.createQuery("select count(*) from message")
                        .mapTo(Integer.class)
                        .one());
    }

    /** Messages in these states by id, without holding them all. */
    void each(Set<Staged.State> states, Consumer<Staged> taker) {
        flush();
        database.reader().useHandle(handle -> {
            try (var all = handle
                    .createQuery("select " + Staged.COLUMNS + " from message where state in (<states>) order by id")
                    .bindList(
                            "states", states.stream().map(Staged.State::number).toList())
                    .map((row, context) -> Staged.in(row))
                    .stream()) {
                all.forEach(taker);
            }
        });
    }

    /** Notes how messages stand to the kept ones; those of whom nothing is said are new. */
    void mark(Collection<Long> ids, Staged.State state) {
        database.writer().useTransaction(handle -> {
            try (var batch = handle.prepareBatch("update message set state = :state where id = :id")) {
                ids.forEach(
                        id -> batch.bind("state", state.number()).bind("id", id).add());
                MergedThings.execute(batch);
            }
        });
    }

    /** The id of the channel; empty where nobody told it. */
    String channel() {
        return channel;
    }

    String channelName() {
        return channelName;
    }

    Map<Snowflake, Speaker> speakers() {
        return speakers;
    }

    Map<Snowflake, ChatThread> threads() {
        return threads;
    }

    /** Of roles and channels. */
    Map<Snowflake, String> names() {
        return names;
    }

    Map<String, Medium> media() {
        return media;
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
