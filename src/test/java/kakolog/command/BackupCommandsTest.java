package kakolog.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kakolog.ChildJava;
import kakolog.db.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code backup} and {@code restore} as processes of their own. */
final class BackupCommandsTest {
    private static final Path CONTENT = Path.of("content").toAbsolutePath();

    @TempDir
    private Path folder;

    private record Outcome(int code, String out, String err) {}

    @BeforeEach
    void makeDatabase() {
        Database.openKept(folder.resolve("data/kakolog.db"), 1).close();
    }

    @Test
    void what_is_backed_up_beside_a_serving_process_is_restored_elsewhere() throws Exception {
        var serving = builder("data", "serve").start();
        try (var lines = serving.inputReader(StandardCharsets.UTF_8)) {
            assertTrue(String.valueOf(lines.readLine()).startsWith("http://127.0.0.1:"));
            var taken = run("data", "backup", "a.zip");
            assertEquals("", taken.err());
            assertTrue(taken.out()
                    .matches("a\\.zip: the database, 0 files of materials, \\d+ files of content; \\d+ bytes\n"));
            assertEquals(0, taken.code());
        } finally {
            serving.destroy();
            assertTrue(serving.waitFor(20, TimeUnit.SECONDS), "it does not stop");
        }
        var restored = run("elsewhere", "restore", "a.zip", "--content", "written");
        assertEquals("", restored.err());
        assertTrue(restored.out().matches("a\\.zip: restored \\d+ files into elsewhere and written\n"), restored.out());
        assertEquals(-1, Files.mismatch(CONTENT.resolve("site.yaml"), folder.resolve("written/site.yaml")));
    }

    @Test
    void what_fails_is_one_line_and_1() throws Exception {
        Files.writeString(folder.resolve("a.zip"), "dear");
        assertEquals(
                new Outcome(1, "", "kakolog: a.zip is there already, and is not written over; name a new file\n"),
                run("data", "backup", "a.zip"));
        assertEquals(
                new Outcome(1, "", "kakolog: data is not empty; name a new or empty folder\n"),
                run("data", "restore", backedUp()));
        var broken = run("elsewhere", "restore", "a.zip");
        assertEquals(1, broken.code());
        assertTrue(broken.err().startsWith("kakolog: a.zip cannot be restored: it is no zip, or was cut off ("));
        assertEquals(1, broken.err().lines().count(), broken.err());
        assertEquals(
                new Outcome(1, "", "kakolog: none.zip is no file; name a backup\n"),
                run("elsewhere", "restore", "none.zip"));
        assertEquals(
                1,
                run("none", "backup", "--every", "PT1H", "--keep", "2", "backups")
                        .code());
    }

    private String backedUp() throws Exception {
        assertEquals(0, run("data", "backup", "right.zip").code());
        return "right.zip";
    }

    @Test
    void wrong_usage_ends_with_2() throws Exception {
        assertEquals(2, Kakolog.run("backup"));
        assertEquals(2, Kakolog.run("backup", "--every", "PT1H", "backups"));
        assertEquals(2, Kakolog.run("backup", "--every", "often", "--keep", "2", "backups"));
        assertEquals(2, Kakolog.run("restore"));
        assertEquals(
                2,
                run("data", "backup", "--every", "PT0S", "--keep", "2", "backups")
                        .code());
        assertEquals(
                2,
                run("data", "backup", "--every", "PT1H", "--keep", "0", "backups")
                        .code());
    }

    @Test
    void a_series_tells_what_failed_and_goes_on_until_it_is_stopped() throws Exception {
        var process = builder("data", "backup", "--every", "PT1S", "--keep", "2", "backups")
                .redirectErrorStream(true)
                .start();
        var content = folder.resolve("content");
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            assertTrue(String.valueOf(lines.readLine()).startsWith("backups/kakolog-2021-07-06T10-14-"));
            Files.move(content, folder.resolve("away"));
            var line = lines.readLine();
            while (line != null && line.startsWith("backups/")) {
                line = lines.readLine();
            }
            assertEquals("kakolog: content folder content cannot be read; KAKOLOG_CONTENT sets another", line);
            Files.move(folder.resolve("away"), content);
            while (line != null && line.startsWith("kakolog: ")) {
                line = lines.readLine();
            }
            assertTrue(String.valueOf(line).startsWith("backups/kakolog-2021-07-06T10-1"), line);
            assertTrue(String.valueOf(lines.readLine()).startsWith("backups/kakolog-2021-07-06T10-1"));
        } finally {
            process.destroy();
            assertTrue(process.waitFor(20, TimeUnit.SECONDS), "it does not stop");
        }
        try (var files = Files.list(folder.resolve("backups"))) {
            var names = files.map(file -> String.valueOf(file.getFileName())).toList();
            assertTrue(names.stream().allMatch(name -> name.endsWith("Z.zip")), names.toString());
            assertTrue(names.size() == 2 || names.size() == 3, names.toString());
        }
    }

    private Outcome run(String data, String... words) throws Exception {
        var process = builder(data, words).start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it does not end");
        return new Outcome(process.exitValue(), out, err);
    }

    private ProcessBuilder builder(String data, String... words) throws Exception {
        copyContent();
        var builder = ChildJava.of("kakolog.Main", List.of(words)).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("KAKOLOG_"));
        builder.environment().put("KAKOLOG_DATA", data);
        builder.environment().put("KAKOLOG_PORT", "0");
        builder.environment().put("KAKOLOG_CLOCK", "2021-07-06T19:14:30+09:00");
        return builder;
    }

    private void copyContent() throws Exception {
        var events = Files.createDirectories(folder.resolve("content/events"));
        if (Files.notExists(folder.resolve("content/site.yaml"))) {
            Files.copy(CONTENT.resolve("site.yaml"), folder.resolve("content/site.yaml"));
            Files.copy(CONTENT.resolve("events/2021-07-06.md"), events.resolve("2021-07-06.md"));
        }
    }
}
