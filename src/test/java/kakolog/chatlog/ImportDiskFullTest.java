package kakolog.chatlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kakolog.SmallDisk;
import kakolog.blob.DiskFull;
import kakolog.chat.GeneratedExport;
import kakolog.chatlog.LogImport.Phase;
import kakolog.chatlog.LogImport.Progress;
import kakolog.db.Database;
import kakolog.id.EventSlug;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk on which no large log has room; skipped where this user may not mount one. */
final class ImportDiskFullTest {
    private static final EventSlug SMALL = new EventSlug("2021-05-18");
    private static final EventSlug LARGE = new EventSlug("2021-07-06");

    @TempDir
    Path disk;

    @TempDir
    Path exports;

    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        mounted = SmallDisk.mount(disk, "32m");
        assumeTrue(mounted, "a tmpfs can be mounted");
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            SmallDisk.unmount(disk);
        }
    }

    private Imported run(Database database, EventSlug event, int messages) throws Exception {
        return run(database, event, messages, Progress.NOBODY);
    }

    private Imported run(Database database, EventSlug event, int messages, Progress progress) throws Exception {
        var export = exports.resolve(messages + ".json");
        try (var out = Files.newOutputStream(export)) {
            GeneratedExport.write(out, messages, 3);
        }
        return OneImport.run(export, disk, database, event, progress);
    }

    private List<Path> staged() throws IOException {
        try (Stream<Path> files = Files.list(disk.resolve("importing"))) {
            return files.toList();
        }
    }

    private static int count(Database database) {
        return database.reader()
                .withHandle(handle -> handle.createQuery("select count(*) from log_message")
                        .mapTo(Integer.class)
                        .one());
    }

    @Test
    void a_log_that_does_not_fit_is_refused_by_name_and_the_others_stay() throws Exception {
        try (var database = Database.openKept(disk.resolve("kakolog.db"), 1)) {
            run(database, SMALL, 200);
            assertThrows(DiskFull.class, () -> run(database, LARGE, 60_000));
            assertEquals(200, count(database));
            assertEquals(List.of(), staged());
            assertEquals(Optional.empty(), database.fault());
            assertEquals(300, run(database, SMALL, 300).total());
        }
    }

    @Test
    void a_disk_that_runs_full_while_it_is_written_leaves_nothing_of_it() throws Exception {
        var ballast = disk.resolve("ballast");
        Progress filling = (phase, share) -> {
            if (phase == Phase.WRITING && !Files.exists(ballast)) {
                fill(ballast);
            }
        };
        try (var database = Database.openKept(disk.resolve("kakolog.db"), 1)) {
            run(database, SMALL, 200);
            assertThrows(DiskFull.class, () -> run(database, LARGE, 5_000, filling));
            assertEquals(200, count(database));
            assertEquals(List.of(), staged());
            assertEquals(Optional.empty(), database.fault());
            Files.delete(ballast);
            assertEquals(5_000, run(database, LARGE, 5_000).added());
        }
    }

    private static void fill(Path ballast) {
        try {
            SmallDisk.fill(ballast);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Test
    void where_nothing_at_all_fits_that_is_said_too() throws Exception {
        try (var database = Database.openKept(disk.resolve("kakolog.db"), 1)) {
            run(database, SMALL, 200);
            var ballast = disk.resolve("ballast");
            fill(ballast);
            assertThrows(DiskFull.class, () -> run(database, LARGE, 200));
            assertEquals(200, count(database));
            Files.delete(ballast);
            assertEquals(200, run(database, LARGE, 200).added());
            assertEquals(List.of(), staged());
        }
    }
}
