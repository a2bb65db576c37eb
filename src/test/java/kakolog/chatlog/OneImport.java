package kakolog.chatlog;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import kakolog.blob.BlobStore;
import kakolog.chat.NamedFile;
import kakolog.chatlog.LogImport.Progress;
import kakolog.chatlog.LogImport.Wish;
import kakolog.db.Database;
import kakolog.id.EventSlug;
import kakolog.record.Change;
import kakolog.record.Changes;

/** A process that imports one export into one event's log, and says which phase it is in. It is made to be killed. */
final class OneImport {
    private static final Change.By SOMEBODY = new Change.By("11", "Hanako");
    private static final long MOST_BYTES = 1_000_000;

    private OneImport() {}

    public static void main(String[] words) throws ImportFault, IOException, InterruptedException {
        try (var database = Database.openKept(Path.of(words[0], "kakolog.db"), 2)) {
            var folder = Path.of(words[0]);
            run(folder.resolve("event.json"), folder, database, new EventSlug(words[1]), (phase, share) -> {
                System.out.println(phase);
                System.out.flush();
            });
        }
    }

    /** @param folder with blobs, and for what is staged */
    static Imported run(Path export, Path folder, Database database, EventSlug event, Progress progress)
            throws ImportFault, IOException, InterruptedException {
        var blobs = new BlobStore(folder.resolve("blobs"));
        var logs = new ChatLogs(database, new Changes(database));
        try (var keeper = new MediaKeeper(blobs, Set.of(), MOST_BYTES);
                var source = ExportSource.of(List.of(NamedFile.onDisk(export)), MOST_BYTES, () -> {})) {
            var imports = new LogImport(logs, database, blobs, keeper, folder.resolve("importing"));
            return imports.run(event, source, new Wish(true, true), SOMEBODY, Instant.EPOCH, progress);
        }
    }
}
