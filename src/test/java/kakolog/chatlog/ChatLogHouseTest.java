package kakolog.chatlog;

import static kakolog.chatlog.ImportedLogs.SOMEBODY;
import static kakolog.demo.Person.KEN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import kakolog.WrittenLog;
import kakolog.access.Policy;
import kakolog.blob.BlobStore;
import kakolog.content.ContentFolder;
import kakolog.content.Events;
import kakolog.db.Database;
import kakolog.id.EventSlug;
import kakolog.record.Changes;
import kakolog.web.Assets;
import kakolog.web.Frames;
import kakolog.web.PublicUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is changed is changed, whatever becomes of what follows from it. */
final class ChatLogHouseTest {
    private static final String EVENT = "2021-05-18";

    @TempDir
    Path folder;

    private ChatLogHouse house(Database database, Events events, Executor beside) {
        var publicUrl = new PublicUrl();
        return new ChatLogHouse(new ChatLogHouse.Setup(
                database,
                new Changes(database),
                events,
                new Policy(),
                new BlobStore(folder.resolve("blobs")),
                folder.resolve("logs.db"),
                folder.resolve("importing"),
                1_000_000,
                null,
                null,
                null,
                Servers.REAL,
                new Frames(
                        new Assets(),
                        publicUrl,
                        () -> {
                            throw new IllegalStateException("no page is asked for");
                        },
                        false,
                        false),
                publicUrl,
                Clock.systemUTC(),
                beside,
                () -> {}));
    }

    @Test
    void a_change_while_the_site_stops_is_no_failure_of_whoever_made_it() throws Exception {
        Files.createDirectories(folder.resolve("content/events"));
        Files.writeString(folder.resolve("content/site.yaml"), "name: 雑談会\n");
        var export = Files.write(
                folder.resolve("0.json"),
                WrittenLog.of(EVENT).say(KEN, "20:15", "eins").json());
        Executor stopped = task -> {
            throw new RejectedExecutionException("stopped");
        };
        try (var database = Database.openKept(folder.resolve("kakolog.db"), 2);
                var events = new Events(new ContentFolder(folder.resolve("content")));
                var house = house(database, events, stopped)) {
            assertEquals(
                    1,
                    house.add(new EventSlug(EVENT), List.of(export), SOMEBODY).added());
            house.logs().delete(new EventSlug(EVENT), SOMEBODY, ImportedLogs.NOW);
            assertEquals(Optional.empty(), house.logs().of(new EventSlug(EVENT)));
        }
    }
}
