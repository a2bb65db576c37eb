package kakolog.chatlog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kakolog.WrittenLog;
import kakolog.blob.BlobStore;
import kakolog.chat.NamedFile;
import kakolog.chatlog.LogImport.Progress;
import kakolog.chatlog.LogImport.Wish;
import kakolog.db.Database;
import kakolog.id.EventSlug;
import kakolog.id.Snowflake;
import kakolog.record.Change;
import kakolog.record.Changes;

/** Logs in a database of their own, without a site around them. */
final class ImportedLogs implements AutoCloseable {
    static final Instant NOW = Instant.parse("2022-01-01T00:00:00Z");
    static final Change.By SOMEBODY = new Change.By("11", "Hanako");
    private static final long MOST_BYTES = 1_000_000;

    final Database database;
    final ChatLogs logs;
    final Removals removals;
    private final Path folder;

    ImportedLogs(Path folder) {
        this.folder = folder;
        database = Database.openKept(folder.resolve("kakolog.db"), 2);
        logs = new ChatLogs(database, new Changes(database));
        removals = new Removals(logs);
    }

    /** Writes what lies beside the exports, in {@code 0.json_Files} where it belongs to the first. */
    void beside(String name, byte[] bytes) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    /** Imports these exports and publishes them. */
    Imported put(String event, WrittenLog... exports) throws ImportFault, IOException, InterruptedException {
        return take(event, new Wish(true, false), Progress.NOBODY, source(exports));
    }

    LogSource source(WrittenLog... exports) throws ImportFault, IOException {
        var files = new ArrayList<NamedFile>();
        for (int i = 0; i < exports.length; i++) {
            files.add(NamedFile.onDisk(Files.write(folder.resolve(i + ".json"), exports[i].json())));
        }
        return ExportSource.of(files, MOST_BYTES, () -> {});
    }

    /** Imports what comes from there, and closes it. */
    Imported take(String event, Wish wish, Progress progress, LogSource from)
            throws ImportFault, IOException, InterruptedException {
        var blobs = new BlobStore(folder.resolve("blobs"));
        try (var keeper = new MediaKeeper(blobs, Set.of(), MOST_BYTES);
                var source = from) {
            return new LogImport(logs, database, blobs, keeper, folder.resolve("importing"))
                    .run(new EventSlug(event), source, wish, SOMEBODY, NOW, progress);
        }
    }

    /** The id of the message that was written at this time. */
    static Snowflake id(String event, String time) {
        return Snowflake.of(WrittenLog.id(event, time)).orElseThrow();
    }

    void run(String sql) {
        database.writer().useHandle(handle -> handle.execute(sql));
    }

    /** All that is kept in words. */
    String told() {
        return String.join("\n", texts("""
                select body || words from log_message union all select name from log_thread
                union all select name || account from log_speaker union all select name from log_name
                union all select key || name from log_medium union all select title || url from log_link
                """));
    }

    List<String> texts(String sql) {
        return database.reader()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    @Override
    public void close() {
        database.close();
    }
}
