package kakolog.chatlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kakolog.chat.Medium;
import kakolog.chat.Speaker;
import kakolog.id.Snowflake;
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
    void what_is_staged_is_gone_when_it_is_closed() throws Exception {
        try (var staging = Staging.in(folder, () -> {})) {
            assertEquals(0, staging.count());
            assertTrue(files() > 0);
        }
        assertEquals(0, files());
    }

    @Test
    void what_was_left_by_one_that_was_killed_is_swept_however_new() throws Exception {
        for (var name : List.of("x.db", "x.db-wal", "x.db-shm")) {
            Files.createFile(folder.resolve(name));
        }
        Staging.sweep(folder);
        assertEquals(0, files());
        Staging.sweep(folder.resolve("none"));
    }

    private static String refused(Consumer<Staging> telling, Path folder) {
        try (var staging = Staging.in(folder, () -> {})) {
            return assertThrows(Unfit.class, () -> telling.accept(staging))
                    .fault()
                    .getMessage();
        }
    }

    @Test
    void more_people_than_any_page_could_know_are_refused() {
        var words = refused(
                staging -> {
                    for (int i = 0; i <= StagedThings.MOST_PEOPLE; i++) {
                        staging.speaker(new Speaker(new Snowflake(i), "n", "n", false, null));
                    }
                },
                folder);
        assertTrue(words.contains("more than 50000 people"), words);
    }

    @Test
    void more_addresses_than_memory_holds_are_refused() {
        var location = "x".repeat(4_000);
        var words = refused(
                staging -> {
                    for (int i = 0; i <= StagedThings.MOST_CHARACTERS / 4_000; i++) {
                        staging.medium(new Medium("k" + i, Medium.Kind.ATTACHMENT, "n", location));
                    }
                },
                folder);
        assertTrue(words.contains("more than 30000000 characters"), words);
    }
}
