package kakolog.chatlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StagingTest {
    @TempDir
    Path folder;

    private long files() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    @Test
    void what_is_being_imported_is_not_swept() throws Exception {
        try (var staging = Staging.in(folder, () -> {})) {
            Staging.sweep(folder);
            assertEquals(0, staging.count());
            assertTrue(files() > 0);
        }
        assertEquals(0, files());
    }

    @Test
    void what_was_left_by_one_that_was_killed_is() throws Exception {
        var left = Files.createFile(folder.resolve("x.db"));
        var recent = Files.getLastModifiedTime(left).toInstant();
        Files.setLastModifiedTime(left, FileTime.from(recent.minus(Duration.ofDays(2))));
        Staging.sweep(folder);
        assertEquals(0, files());
        Staging.sweep(folder.resolve("none"));
    }
}
