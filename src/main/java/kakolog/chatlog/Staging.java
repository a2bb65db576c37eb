package kakolog.chatlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final List<Message> waiting = new ArrayList<>();
    private final Map<Snowflake, Speaker> speakers = new LinkedHashMap<>();
    private final Map<Snowflake, ChatThread> threads = new LinkedHashMap<>();
    private final Map<Snowflake, String> names = new LinkedHashMap<>();
    private final Map<String, Medium> media = new LinkedHashMap<>();
    private String channel = "";
    private String channelName = "";

    private Staging(Path file, Database database) {
        this.file = file;
        this.database = database;
    }

    /**
     * Begins to take a log.
     *
     * @param folder of what is derived, made where it is missing
     */
    static Staging in(Path folder) {
        var file = folder.resolve(UUID.randomUUID() + ".db");
        try {
            Files.createDirectories(folder);
            return new Staging(file, made(Database.open(file, Durability.DERIVED, 1)));
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
                    .useHandle(handle ->
                            handle.execute("create table message (id integer primary key, body text not null) strict"));
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

    @Override
    public void medium(Medium medium) {
        media.put(medium.key(), medium);
    }

    @Override
    public void message(Message message) {
        waiting.add(message);
        if (waiting.size() == BATCH) {
            flush();
        }
    }

    private void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        try {
            database.writer().useTransaction(handle -> {
                try (var batch = handle.prepareBatch("insert or replace into message (id, body) values (:id, :body)")) {
                    waiting.forEach(message -> batch.bind("id", OrderedIds.of(message.id()))
                            .bind("body", MessageJson.of(message))
                            .add());
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

    /** A message by its id, and as JSON. */
    record Staged(long orderedId, String json) {}

    /** All messages by id, without holding them all. */
    void each(Consumer<Staged> taker) {
        flush();
        database.reader().useHandle(handle -> {
            try (var all = handle
                    .createQuery("select id, body from message order by id")
                    .map((row, context) -> new Staged(row.getLong("id"), row.getString("body")))
                    .stream()) {
                all.forEach(taker);
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
