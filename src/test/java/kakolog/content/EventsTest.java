package kakolog.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EventsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void prepare() throws IOException {
        Files.createDirectories(folder.resolve("events"));
        write("- 初版\n");
    }

    @Test
    void a_changed_file_is_taken_up_while_serving() throws Exception {
        try (var events = new Events(new ContentFolder(folder))) {
            var snapshots = new LinkedBlockingQueue<Snapshot>();
            events.onChange(snapshots::add);
            events.watch();
            write("- 第二版\n");
            var changed = snapshots.poll(10, TimeUnit.SECONDS);
            assertTrue(changed != null, "nothing was taken up");
            assertEquals("第二版", changed.published().get(0).agenda().get(0).text());
            assertEquals(changed, events.current());
        }
    }

    @Test
    void a_file_that_breaks_while_serving_leaves_the_site_as_it_was() throws Exception {
        try (var events = new Events(new ContentFolder(folder))) {
            var snapshots = new LinkedBlockingQueue<Snapshot>();
            events.onChange(snapshots::add);
            events.watch();
            write("# 見出し\n");
            var changed = snapshots.poll(10, TimeUnit.SECONDS);
            assertTrue(changed != null, "nothing was taken up");
            assertEquals("初版", changed.published().get(0).agenda().get(0).text());
            assertEquals(5, changed.faults().get(0).line());
        }
    }

    @Test
    void a_folder_that_is_not_there_is_told() {
        var missing = new ContentFolder(folder.resolve("none"));
        assertThrows(UncheckedIOException.class, () -> new Events(missing).close());
    }

    private void write(String agenda) throws IOException {
        Files.writeString(
                folder.resolve("events/2021-07-06.md"), "---\ndate: 2021-07-06\nstart: \"19:30\"\n---\n" + agenda);
    }
}
