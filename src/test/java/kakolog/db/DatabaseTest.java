package kakolog.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import kakolog.SmallDisk;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {
    @TempDir
    Path folder;

    @Test
    void what_the_writer_committed_readers_see() {
        try (var database = open("a.db")) {
            database.writer().useHandle(handle -> handle.execute("insert into note values ('kept')"));
            assertEquals("kept", only(database.reader(), "select text from note"));
        }
    }

    @Test
    void what_was_deleted_is_nowhere_on_the_disk_once_it_is_folded() throws IOException {
        var file = folder.resolve("a.db");
        var wal = folder.resolve("a.db-wal");
        try (var database = open("a.db")) {
            database.writer().useHandle(handle -> {
                handle.execute("insert into note values ('geheimwort')");
                handle.execute("delete from note");
            });
            assertTrue(Files.readString(wal, StandardCharsets.ISO_8859_1).contains("geheimwort"));
            assertTrue(database.fold());
            assertEquals(0, Files.size(wal));
            assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains("geheimwort"));
        }
    }

    @Test
    void folding_gives_up_for_whoever_reads_what_was_before_and_does_it_later() throws IOException {
        var wal = folder.resolve("a.db-wal");
        try (var database = open("a.db")) {
            database.reader().useTransaction(reading -> {
                reading.createQuery("select count(*) from note")
                        .mapTo(Integer.class)
                        .one();
                database.writer().useHandle(handle -> handle.execute("insert into note values ('a')"));
                assertFalse(database.fold());
                database.writer().useHandle(handle -> handle.execute("insert into note values ('b')"));
            });
            assertTrue(Files.size(wal) > 0);
            assertTrue(database.fold());
            assertEquals(0, Files.size(wal));
            assertEquals("2", only(database.reader(), "select count(*) from note"));
        }
    }

    @Test
    void folding_takes_the_writer_from_nobody() {
        try (var database = open("a.db")) {
            database.writer().useHandle(handle -> {
                handle.execute("insert into note values ('a')");
                assertTrue(database.fold());
                handle.execute("insert into note values ('b')");
            });
            database.writer().useTransaction(handle -> {
                handle.execute("insert into note values ('c')");
                assertFalse(database.fold());
            });
            assertTrue(database.fold());
            assertEquals("3", only(database.reader(), "select count(*) from note"));
        }
    }

    @Test
    void folding_on_a_full_disk_fails_nobody_and_is_done_once_there_is_room() throws Exception {
        var disk = Files.createDirectory(folder.resolve("disk"));
        Assumptions.assumeTrue(SmallDisk.mount(disk, "1m"));
        try (var database = open("disk/a.db")) {
            database.writer().useHandle(handle -> handle.execute("insert into note values (hex(zeroblob(100000)))"));
            SmallDisk.fill(disk.resolve("ballast"));
            assertFalse(database.fold());
            assertEquals("1", only(database.reader(), "select count(*) from note"));
            Files.delete(disk.resolve("ballast"));
            database.writer().useHandle(handle -> handle.execute("insert into note values ('b')"));
            assertTrue(database.fold());
            assertEquals(Optional.empty(), database.faultWithIndexes());
            assertEquals("2", only(database.reader(), "select count(*) from note"));
        } finally {
            SmallDisk.unmount(disk);
        }
    }

    @Test
    void it_is_there_again_after_closing() {
        try (var database = open("a.db")) {
            database.writer().useHandle(handle -> handle.execute("insert into note values ('kept')"));
        }
        try (var database = Database.open(folder.resolve("a.db"), Durability.KEPT, 1)) {
            assertEquals("kept", only(database.reader(), "select text from note"));
        }
        assertTrue(Files.notExists(folder.resolve("a.db-wal")), "the WAL is folded into the file");
    }

    @Test
    void who_was_interrupted_closes_it_all_the_same() {
        var database = open("a.db");
        Thread.currentThread().interrupt();
        database.close();
        assertTrue(Thread.interrupted(), "that it was interrupted is forgotten");
        assertTrue(Files.notExists(folder.resolve("a.db-wal")), "the WAL is folded into the file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"どこかの 火曜日.db", "a?mode=memory.db", "100%.db", "new/folder/a.db"})
    void any_file_name_will_do(String name) {
        open(name).close();
        assertTrue(Files.exists(folder.resolve(name)));
    }

    @ParameterizedTest
    @CsvSource({
        "journal_mode, wal",
        "synchronous, 2",
        "busy_timeout, 5000",
        "foreign_keys, 1",
        "cache_size, -16000",
        "secure_delete, 1",
    })
    void settings_hold_for_the_writer(String pragma, String value) {
        try (var database = open("a.db")) {
            assertEquals(value, only(database.writer(), "pragma " + pragma));
        }
    }

    @Test
    void derived_data_does_not_wait_for_the_disk() {
        try (var database = Database.open(folder.resolve("a.db"), Durability.DERIVED, 1)) {
            assertEquals("1", only(database.writer(), "pragma synchronous"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"copy.db", "どこかの 火曜日.db", "a?mode=memory.db", "100%.db"})
    void a_copy_taken_beside_the_writer_has_what_was_committed(String name) throws IOException {
        var file = folder.resolve("kept.db");
        var copy = folder.resolve(name);
        try (var database = Database.openKept(file, 1)) {
            database.writer().useHandle(handle -> handle.execute("insert into secret values ('a', x'01')"));
            try (var beside = Database.openBeside(file)) {
                beside.copyTo(copy);
            }
            database.writer().useHandle(handle -> handle.execute("insert into secret values ('b', x'02')"));
        }
        try (var copied = Database.openBeside(copy)) {
            assertEquals("a", only(copied.reader(), "select name from secret"));
            assertEquals("delete", only(copied.reader(), "pragma journal_mode"));
            assertEquals(Optional.empty(), copied.faultWithIndexes());
            assertEquals(false, copied.isOlder());
        }
        assertTrue(Files.notExists(folder.resolve(name + "-wal")));
    }

    @Test
    void a_copy_is_not_written_over_another_file() throws IOException {
        var other = Files.writeString(folder.resolve("other"), "dear to somebody");
        try (var database = open("a.db")) {
            var refused = assertThrows(IOException.class, () -> database.copyTo(other));
            assertTrue(refused.getMessage().startsWith(folder.resolve("a.db") + " cannot be copied to " + other));
        }
        assertEquals("dear to somebody", Files.readString(other));
    }

    @Test
    void a_reader_cannot_write() {
        try (var database = open("a.db")) {
            assertThrows(
                    JdbiException.class,
                    () -> database.reader().useHandle(handle -> handle.execute("insert into note values ('no')")));
        }
    }

    @Test
    void readers_do_not_wait_for_a_writer_and_see_the_last_commit() {
        try (var database = open("a.db")) {
            database.writer().useTransaction(handle -> {
                handle.execute("insert into note values ('not yet')");
                assertEquals("0", only(database.reader(), "select count(*) from note"));
            });
            assertEquals("1", only(database.reader(), "select count(*) from note"));
        }
    }

    @Test
    void writers_take_turns_and_none_fails_for_having_read_first() throws Exception {
        try (var database = open("a.db")) {
            var together = new CountDownLatch(1);
            var threads = Executors.newFixedThreadPool(4);
            var writes = IntStream.range(0, 200)
                    .mapToObj(i -> threads.submit(() -> {
                        together.await();
                        database.writer().useTransaction(handle -> {
                            int before = handle.createQuery("select count(*) from note")
                                    .mapTo(Integer.class)
                                    .one();
                            handle.execute("insert into note values (?)", String.valueOf(before));
                        });
                        return true;
                    }))
                    .toList();
            together.countDown();
            for (var write : writes) {
                assertTrue(write.get());
            }
            threads.shutdown();
            assertEquals("200", only(database.reader(), "select count(distinct text) from note"));
        }
    }

    @Test
    void a_transaction_that_fails_leaves_nothing_and_the_connection_is_good_again() {
        try (var database = open("a.db")) {
            assertThrows(
                    IllegalStateException.class,
                    () -> database.writer().useTransaction(handle -> {
                        handle.execute("insert into note values ('gone')");
                        throw new IllegalStateException();
                    }));
            database.writer().useHandle(handle -> {
                handle.begin();
                handle.execute("insert into note values ('never committed')");
                handle.rollback();
            });
            assertEquals("0", only(database.writer(), "select count(*) from note"));
        }
    }

    @Test
    void a_file_that_is_no_database_is_named() throws IOException {
        var file = folder.resolve("notes.txt");
        Files.writeString(file, "これはデータベースではない".repeat(100));
        var refusal = assertThrows(UnreadableDatabase.class, () -> Database.open(file, Durability.KEPT, 1));
        assertTrue(refusal.getMessage().contains("notes.txt"), refusal.getMessage());
        assertEquals("これはデータベースではない".repeat(100), Files.readString(file));
    }

    @Test
    void a_folder_is_no_database_either() {
        var refusal = assertThrows(UnreadableDatabase.class, () -> Database.open(folder, Durability.KEPT, 1));
        assertTrue(refusal.getMessage().contains(folder.toString()), refusal.getMessage());
    }

    @Test
    void a_sound_file_has_no_fault_and_a_damaged_one_is_named() throws IOException {
        var file = folder.resolve("a.db");
        try (var database = open("a.db")) {
            database.writer().useTransaction(handle -> {
                for (int i = 0; i < 1000; i++) {
                    handle.execute("insert into note values (?)", "note " + i + " of many");
                }
            });
            assertEquals(Optional.empty(), database.fault());
        }
        var bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, bytes.length - 4096, bytes.length, (byte) 0x5A);
        Files.write(file, bytes);
        try (var database = Database.open(file, Durability.KEPT, 1)) {
            assertTrue(database.fault().orElse("").contains("a.db"));
        }
    }

    @Test
    void a_closed_database_refuses() {
        var database = open("a.db");
        database.close();
        database.close();
        assertThrows(JdbiException.class, () -> only(database.reader(), "select 1"));
        assertThrows(JdbiException.class, () -> only(database.writer(), "select 1"));
    }

    private Database open(String name) {
        var database = Database.open(folder.resolve(name), Durability.KEPT, 2);
        database.writer().useHandle(handle -> handle.execute("create table if not exists note (text text) strict"));
        return database;
    }

    private static String only(Jdbi jdbi, String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).one());
    }
}
