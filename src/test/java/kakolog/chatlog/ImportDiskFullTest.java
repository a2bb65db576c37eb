package kakolog.chatlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kakolog.SmallDisk;
import kakolog.blob.DiskFull;
import kakolog.chat.GeneratedExport;
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
        mounted = SmallDisk.mount(disk, "10m");
        assumeTrue(mounted, "a tmpfs can be mounted");
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            SmallDisk.unmount(disk);
        }
    }

    private Imported run(Database database, EventSlug event, int messages) throws Exception {
        var export = exports.resolve(messages + ".json");
        try (var out = Files.newOutputStream(export)) {
            GeneratedExport.write(out, messages, 3);
        }
        return OneImport.run(export, disk, database, event, Progress.NOBODY);
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
            // Some do not fit where they are staged, others not where they are kept.
            for (int messages : List.of(40_000, 12_000)) {
                assertThrows(DiskFull.class, () -> run(database, LARGE, messages), () -> messages + " messages");
                assertEquals(200, count(database));
                assertEquals(List.of(), staged());
            }
            assertEquals(Optional.empty(), database.fault());
            assertEquals(300, run(database, SMALL, 300).total());
        }
    }

    @Test
    void where_nothing_at_all_fits_that_is_said_too() throws Exception {
        try (var database = Database.openKept(disk.resolve("kakolog.db"), 1)) {
            run(database, SMALL, 200);
            var ballast = disk.resolve("ballast");
            SmallDisk.fill(ballast);
            assertThrows(DiskFull.class, () -> run(database, LARGE, 200));
            assertEquals(200, count(database));
            Files.delete(ballast);
            assertEquals(200, run(database, LARGE, 200).added());
            assertEquals(List.of(), staged());
        }
    }
}
