package kakolog.chatlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import kakolog.ChildJava;
import kakolog.WrittenLog;
import kakolog.blob.BlobId;
import kakolog.blob.BlobStore;
import kakolog.chat.GeneratedExport;
import kakolog.chatlog.LogImport.Phase;
import kakolog.chatlog.LogImport.Progress;
import kakolog.db.Database;
import kakolog.id.EventSlug;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import that is killed in each of its phases, at any moment of it: {@code -Dkakolog.kills=200} for a long round. */
final class ImportKillTest {
    private static final List<Phase> PHASES = List.of(Phase.WRITING, Phase.READING, Phase.COPYING);
    private static final int KILLS = Math.max(PHASES.size(), Integer.getInteger("kakolog.kills", 0) / 4);
    private static final int MESSAGES = 3_000;
    private static final int PEOPLE = 12;
    private static final int LONGEST_NANOS = 400_000_000;

    @TempDir
    Path folder;

    @Test
    void a_log_is_there_whole_or_not_at_all_and_the_next_import_makes_it_whole() throws Exception {
        write();
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int kill = 0; kill < KILLS; kill++) {
            var event = new EventSlug(LocalDate.of(2021, 1, 1).plusDays(kill).toString());
            var phase = PHASES.get(kill % PHASES.size());
            killed(event, phase, random.nextInt(LONGEST_NANOS));
            check(event, "seed " + seed + ", kill " + kill + " while " + phase);
        }
    }

    private void write() throws IOException {
        try (var out = Files.newOutputStream(folder.resolve("event.json"))) {
            GeneratedExport.write(out, MESSAGES, 7);
        }
        var media = Files.createDirectories(folder.resolve("event.json_Files"));
        for (int person = 0; person < PEOPLE; person++) {
            Files.write(media.resolve(person + "-0123456789abcdef.png"), WrittenLog.png(person));
        }
    }

    private void killed(EventSlug event, Phase phase, int nanos) throws Exception {
        var process = ChildJava.of(OneImport.class, folder.toString(), event.value())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var lines = process.inputReader()) {
            var line = lines.readLine();
            while (line != null && !line.equals(phase.name())) {
                line = lines.readLine();
            }
            assertTrue(line != null, "it ended before it was " + phase);
            long killAt = System.nanoTime() + nanos;
            while (System.nanoTime() < killAt) {
                Thread.onSpinWait();
            }
        } finally {
            process.toHandle().destroyForcibly();
            assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        }
    }

    private void check(EventSlug event, String round) throws Exception {
        try (var database = Database.openKept(folder.resolve("kakolog.db"), 1)) {
            assertEquals(Optional.empty(), database.fault(), round);
            int before = count(database, event);
            assertTrue(before == 0 || before == MESSAGES, round + ": " + before);
            assertEquals(before == 0 ? 0 : 1, logs(database, event), round);
            var imported = OneImport.run(folder.resolve("event.json"), folder, database, event, Progress.NOBODY);
            assertEquals(MESSAGES - before, imported.added(), round);
            assertEquals(
                    List.of(MESSAGES, 0, 0), List.of(imported.total(), imported.changed(), imported.gone()), round);
            assertEquals(MESSAGES, count(database, event), round);
            assertEquals(List.of(), faults(database), round);
        }
    }

    private static int count(Database database, EventSlug event) {
        return number(database, "select count(*) from log_message where event = :event", event);
    }

    private static int logs(Database database, EventSlug event) {
        return number(database, "select count(*) from log where event = :event and published_at is not null", event);
    }

    private static int number(Database database, String sql, EventSlug event) {
        return database.reader()
                .withHandle(handle -> handle.createQuery(sql)
                        .bind("event", event.value())
                        .mapTo(Integer.class)
                        .one());
    }

    /** Files that the database names and that are not there whole. */
    private List<String> faults(Database database) {
        var blobs = new BlobStore(folder.resolve("blobs"));
        return database
                .reader()
                .withHandle(handle -> handle.createQuery(
                                "select distinct blob, size from log_medium where blob is not null")
                        .map((row, context) -> blobs.fullFault(new BlobId(row.getString("blob")), row.getLong("size")))
                        .list())
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }
}
