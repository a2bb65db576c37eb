package kakolog.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MigrationsTest {
    @TempDir
    Path folder;

    @Test
    void an_empty_file_gets_the_whole_schema_and_a_second_start_changes_nothing() {
        for (int start = 0; start < 2; start++) {
            try (var database = Database.openKept(folder.resolve("kakolog.db"), 1)) {
                int rows = database.reader()
                        .withHandle(handle -> handle.createQuery("select count(*) from agenda_item")
                                .mapTo(int.class)
                                .one());
                assertEquals(0, rows);
            }
        }
    }

    @Test
    void a_newer_schema_is_refused_with_what_to_do() {
        var file = folder.resolve("kakolog.db");
        try (var database = Database.open(file, Durability.KEPT, 1)) {
            database.writer().useHandle(handle -> handle.execute("pragma user_version = 99"));
        }
        var refused = assertThrows(
                UncheckedIOException.class, () -> Database.openKept(file, 1).close());
        assertTrue(String.valueOf(refused.getMessage()).contains("was written by a newer kakolog (schema 99"));
    }

    @Test
    void a_file_that_is_no_database_is_refused_and_left_as_it_is() throws IOException {
        var file = folder.resolve("kakolog.db");
        Files.writeString(file, "not a database, but somebody's notes\n".repeat(100));
        assertThrows(UnreadableDatabase.class, () -> Database.openKept(file, 1).close());
        assertTrue(Files.readString(file).startsWith("not a database"));
    }
}
