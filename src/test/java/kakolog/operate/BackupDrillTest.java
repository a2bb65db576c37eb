package kakolog.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import kakolog.ChildJava;
import kakolog.db.Database;
import kakolog.material.NamedBlob;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Backups taken while others write, and killed in the middle: each is restored. {@code -Dkakolog.kills=200} for a long round.
 */
final class BackupDrillTest {
    private static final int FILES = 2;
    private static final int KILLS = Math.max(5, Integer.getInteger("kakolog.kills", 0) / 4);
    /** In which a backup is over, and the next begun, even where the disk is slow. */
    private static final int LONGEST_MILLIS = 120;

    @TempDir
    private Path folder;

    private KeptFolders kept;

    @BeforeEach
    void fill() throws IOException {
        kept = new KeptFolders(folder);
    }

    @AfterEach
    void close() {
        kept.close();
    }

    @Test
    void taken_while_others_write_it_holds_all_that_was_acknowledged_before() throws Exception {
        var acknowledged = new AtomicInteger();
        var written = new Semaphore(0);
        var taken = new LinkedHashMap<Path, Integer>();
        var writer = Executors.newSingleThreadScheduledExecutor();
        try {
            var writing = writer.scheduleAtFixedRate(
                    () -> {
                        try {
                            int number = acknowledged.get();
                            kept.upload(
                                    "2021-07-06", number + ".pdf", ("file " + number).getBytes(StandardCharsets.UTF_8));
                            acknowledged.incrementAndGet();
                            written.release();
                        } catch (IOException failed) {
                            throw new UncheckedIOException(failed);
                        }
                    },
                    0,
                    10,
                    TimeUnit.MILLISECONDS);
            for (int round = 0; round < 5; round++) {
                assertTrue(written.tryAcquire(30, 30, TimeUnit.SECONDS), "it does not write");
                int before = acknowledged.get();
                var file = folder.resolve("round-" + round + ".zip");
                kept.backup().write(file);
                assertFalse(writing.isDone(), "the writer goes on");
                taken.put(file, before);
            }
        } finally {
            writer.shutdownNow();
            assertTrue(writer.awaitTermination(10, TimeUnit.SECONDS));
        }
        for (var round : taken.entrySet()) {
            assertTrue(assertRestores(round.getKey()) >= round.getValue(), "all of " + round.getValue());
        }
    }

    @Test
    void killed_at_any_moment_it_leaves_no_half_under_its_name() throws Exception {
        for (int number = 0; number < FILES; number++) {
            kept.upload(
                    "2021-07-06",
                    number + ".pdf",
                    (number + "-").repeat(300_000).getBytes(StandardCharsets.UTF_8));
        }
        var target = Files.createDirectories(folder.resolve("backups"));
        var random = new Random();
        int whole = 0;
        int half = 0;
        for (int round = 0; round < KILLS; round++) {
            // Spread over all of it, so that none of its parts is left out.
            int moment = (int) ((round + random.nextDouble()) * LONGEST_MILLIS / KILLS);
            var process = ChildJava.of(
                            EndlessBackups.class,
                            kept.data.toString(),
                            kept.content.toString(),
                            target.toString(),
                            "round-" + round)
                    .redirectErrorStream(true)
                    .start();
            try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
                assertTrue(String.valueOf(lines.readLine()).startsWith(target.toString()));
                assertFalse(process.waitFor(moment, TimeUnit.MILLISECONDS), "it goes on");
            } finally {
                process.destroyForcibly().waitFor();
            }
            for (var name : names(target)) {
                if (name.endsWith(".zip")) {
                    assertEquals(FILES, assertRestores(target.resolve(name)));
                    whole++;
                } else {
                    half++;
                }
                Files.delete(target.resolve(name));
            }
        }
        assertTrue(whole >= KILLS, whole + " whole ones");
        assertTrue(half > 0, "none was killed in the middle");
    }

    /** How many files of materials it holds. */
    private int assertRestores(Path backup) throws IOException {
        var restored = folder.resolve("restored");
        new Restore(backup, restored, null).write();
        try (var database = Database.openBeside(restored.resolve("kakolog.db"))) {
            var named = NamedBlob.in(database);
            for (var blob : named) {
                var bytes = Files.readAllBytes(HeldBlobs.file(restored, blob.blob()));
                assertEquals(blob.blob(), KeptFolders.sha256(bytes));
            }
            return named.size();
        } finally {
            Disk.deleteAll(restored);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }
}
