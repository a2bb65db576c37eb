package kakolog.material;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kakolog.ChildJava;
import kakolog.blob.BlobId;
import kakolog.blob.BlobStore;
import kakolog.db.Database;
import kakolog.record.Changes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An uploading process, killed again and again in each of its steps and at any moment of it: {@code -Dkakolog.kills=200} for
 * a long round.
 */
final class KillTest {
    private static final List<EndlessUploads.Step> STEPS = List.of(EndlessUploads.Step.values());
    private static final int KILLS = Math.max(STEPS.size(), Integer.getInteger("kakolog.kills", 2 * STEPS.size()));
    private static final int MOST_ACKNOWLEDGED = 10;
    /** No step takes longer unless the disk is slow: what is killed then is the next one. */
    private static final int LONGEST_NANOS = 5_000_000;

    private static final Pattern LINE = Pattern.compile("kept (\\d+) (\\d+) ([0-9a-f]{64}) (\\d+)\\.");

    @TempDir
    Path folder;

    private record Key(long material, int revision) {}

    @Test
    void what_was_acknowledged_is_there_and_nothing_is_there_by_halves() throws Exception {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        var acknowledged = new HashMap<Key, Content.File>();
        for (int kill = 0; kill < KILLS; kill++) {
            uploadUntilKilled(STEPS.get(kill % STEPS.size()), random, acknowledged);
        }
        var round = "seed " + seed + ", " + acknowledged.size() + " acknowledged";
        assertTrue(acknowledged.size() >= KILLS, round);
        try (var database = Database.openKept(folder.resolve("kakolog.db"), 1)) {
            assertEquals(Optional.empty(), database.fault(), round);
            var materials = new Materials(database, new Changes(database));
            var kept = kept(materials);
            acknowledged.forEach((key, file) -> assertEquals(file, kept.get(key), round + ": " + key));
            var blobs = new BlobStore(folder.resolve("blobs"));
            assertEquals(List.of(), faults(blobs, kept), round);
            blobs.sweep(materials::blobs);
            assertEquals(names(kept), files(), round);
        }
    }

    /** Kills it after so many acknowledgements, when it has begun this step, and a moment: it differs each time how far it came. */
    private void uploadUntilKilled(EndlessUploads.Step step, Random random, Map<Key, Content.File> acknowledged)
            throws Exception {
        var process = ChildJava.of(EndlessUploads.class, folder.toString(), String.valueOf(random.nextLong()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int enough = 1 + random.nextInt(MOST_ACKNOWLEDGED);
        long moment = random.nextInt(LONGEST_NANOS);
        var killer = new Thread(() -> {
            long killAt = System.nanoTime() + moment;
            while (System.nanoTime() < killAt) {
                Thread.onSpinWait();
            }
            // Process.destroyForcibly would close the pipe, and what is in it would be lost.
            process.toHandle().destroyForcibly();
        });
        try (var lines = process.inputReader()) {
            int read = 0;
            boolean reached = false;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                read += note(line, acknowledged) ? 1 : 0;
                if (!reached && read >= enough && line.equals(step.name())) {
                    reached = true;
                    killer.start();
                }
            }
            assertTrue(reached, "it ended by itself after " + read);
        } finally {
            process.destroyForcibly();
            assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        }
    }

    private static boolean note(String line, Map<Key, Content.File> acknowledged) {
        var match = LINE.matcher(line);
        // The last line may have been cut by the kill.
        if (match.matches()) {
            acknowledged.put(
                    new Key(Long.parseLong(match.group(1)), Integer.parseInt(match.group(2))),
                    new Content.File(new BlobId(match.group(3)), Long.parseLong(match.group(4)), FileType.PDF));
            return true;
        }
        return false;
    }

    private static Map<Key, Content.File> kept(Materials materials) {
        var kept = new HashMap<Key, Content.File>();
        for (var material : materials.all()) {
            for (var revision : materials.revisions(material.id())) {
                kept.put(
                        new Key(material.id(), revision.number()),
                        revision.content().file().orElseThrow());
            }
        }
        return kept;
    }

    private static List<String> faults(BlobStore blobs, Map<Key, Content.File> kept) {
        var faults = new ArrayList<String>();
        kept.values().forEach(file -> blobs.fullFault(file.blob(), file.size()).ifPresent(faults::add));
        return faults;
    }

    private static List<String> names(Map<Key, Content.File> kept) {
        return kept.values().stream()
                .map(file -> file.blob().sha256())
                .distinct()
                .sorted()
                .toList();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("blobs"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("backup.lock"))
                    .sorted()
                    .toList();
        }
    }
}
