package kakolog.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jdbi.v3.core.JdbiException;
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
    void beside_the_one_that_serves_it_can_be_read_and_not_changed() {
        var file = folder.resolve("kakolog.db");
        try (var serving = Database.openKept(file, 1);
                var beside = Database.openBeside(file)) {
            serving.writer().useHandle(handle -> handle.execute("create table note (text text) strict"));
            assertFalse(beside.isOlder());
            assertTrue(beside.fault().isEmpty());
            int rows = beside.reader()
                    .withHandle(handle -> handle.createQuery("select count(*) from note")
                            .mapTo(int.class)
                            .one());
            assertEquals(0, rows);
            assertThrows(
                    JdbiException.class,
                    () -> beside.writer().useHandle(handle -> handle.execute("insert into note values ('x')")));
        }
    }

    @Test
    void beside_an_older_schema_is_left_as_it_is_and_a_newer_one_refused() {
        var file = folder.resolve("kakolog.db");
        Database.open(file, Durability.KEPT, 1).close();
        try (var older = Database.openBeside(file)) {
            assertTrue(older.isOlder());
        }
        try (var database = Database.open(file, Durability.KEPT, 1)) {
            database.writer().useHandle(handle -> handle.execute("pragma user_version = 99"));
        }
        assertThrows(UncheckedIOException.class, () -> Database.openBeside(file).close());
    }

    @Test
    void beside_nothing_nothing_is_made() {
        var file = folder.resolve("kakolog.db");
        assertThrows(UnreadableDatabase.class, () -> Database.openBeside(file).close());
        assertFalse(Files.exists(file));
    }

    @Test
    void a_file_that_is_no_database_is_refused_and_left_as_it_is() throws IOException {
        var file = folder.resolve("kakolog.db");
        Files.writeString(file, "not a database, but somebody's notes\n".repeat(100));
        assertThrows(UnreadableDatabase.class, () -> Database.openKept(file, 1).close());
        assertTrue(Files.readString(file).startsWith("not a database"));
    }
}
