package kakolog.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kakolog.ChildJava;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as a process of their own, with their exit codes and what they print. */
final class CommandsTest {
    private static final Path CONTENT = Path.of("content").toAbsolutePath();

    @TempDir
    Path folder;

    private record Outcome(int code, String out, String err) {}

    @Test
    void check_finds_no_fault_in_the_communitys_content() throws Exception {
        assertEquals(new Outcome(0, "11 events and 5 pages, no faults\n", ""), run(CONTENT, "check"));
    }

    @Test
    void check_names_every_fault_and_ends_with_1() throws Exception {
        Files.createDirectories(folder.resolve("content/events"));
        Files.writeString(folder.resolve("content/events/2021-07-06.md"), "---\ndate: 2021-07-06\n---\n# x\n");
        var outcome = run(folder.resolve("content"), "check");
        assertEquals(1, outcome.code());
        assertEquals(2, outcome.out().lines().count(), outcome.out());
        assertTrue(outcome.out().contains("events/2021-07-06.md:4: a block of the kind Heading, expected "));
    }

    @Test
    void a_folder_that_is_not_there_is_one_line_and_1() throws Exception {
        var outcome = run(folder.resolve("none"), "check");
        assertEquals(1, outcome.code());
        assertEquals(1, outcome.err().lines().count(), outcome.err());
    }

    @Test
    void wrong_usage_and_wrong_settings_end_with_2() throws Exception {
        assertEquals(2, Kakolog.run("no-such-command"));
        assertEquals(2, Kakolog.run("export"));
        var builder = builder(CONTENT, "serve");
        builder.environment().put("KAKOLOG_PROT", "1");
        var outcome = wait(builder.start());
        assertEquals(2, outcome.code());
        assertTrue(outcome.err().startsWith("KAKOLOG_PROT is no setting"), outcome.err());
    }

    @Test
    void help_and_version_are_everywhere() throws Exception {
        var version = run(CONTENT, "--version");
        assertEquals(0, version.code());
        assertTrue(version.out().startsWith("kakolog "), version.out());
        for (var command : List.of(
                "serve",
                "demo",
                "check",
                "doctor",
                "import-page",
                "import-log",
                "export",
                "backup",
                "restore",
                "upload")) {
            assertEquals(0, Kakolog.run(command, "--help"), command);
            assertEquals(0, Kakolog.run(command, "--version"), command);
        }
    }

    @Test
    void a_second_process_on_the_same_data_is_refused_with_one_line() throws Exception {
        var first = builder(CONTENT, "serve").start();
        try (var lines = first.inputReader(StandardCharsets.UTF_8)) {
            assertTrue(String.valueOf(lines.readLine()).startsWith("http://127.0.0.1:"));
            var second = run(CONTENT, "serve");
            assertEquals(1, second.code());
            assertEquals(1, second.err().lines().count(), second.err());
            assertTrue(second.err().contains("another kakolog uses this data folder"), second.err());
        } finally {
            first.destroy();
            assertTrue(first.waitFor(20, TimeUnit.SECONDS), "it does not stop");
        }
    }

    @Test
    void doctor_looks_beside_a_serving_process_and_finds_no_fault() throws Exception {
        var first = builder(CONTENT, "serve").start();
        try (var lines = first.inputReader(StandardCharsets.UTF_8)) {
            assertTrue(String.valueOf(lines.readLine()).startsWith("http://127.0.0.1:"));
            var outcome = run(CONTENT, "doctor");
            assertEquals(0, outcome.code(), outcome.out() + outcome.err());
            assertEquals("", outcome.err());
            assertTrue(outcome.out().contains("ok: database data/kakolog.db is sound\n"), outcome.out());
            assertTrue(outcome.out().contains("note: Discord is not set up: only the public archive runs"));
        } finally {
            first.destroy();
            assertTrue(first.waitFor(20, TimeUnit.SECONDS), "it does not stop");
        }
    }

    @Test
    void doctor_tells_every_fault_of_the_settings_and_ends_with_2() throws Exception {
        var builder = builder(CONTENT, "doctor");
        builder.environment().put("KAKOLOG_PROT", "1");
        builder.environment().put("KAKOLOG_DISCORD_BOT_TOKEN", "a-secret");
        var outcome = wait(builder.start());
        assertEquals(2, outcome.code());
        assertTrue(outcome.out().startsWith("fault: KAKOLOG_PROT is no setting"), outcome.out());
        assertTrue(outcome.out().contains("\nfault: KAKOLOG_DISCORD_CLIENT_ID is not set; "), outcome.out());
        assertTrue(outcome.out().contains("\nfault: KAKOLOG_DISCORD_CLIENT_SECRET is not set; "));
        assertFalse(outcome.out().contains("a-secret"));
    }

    @Test
    void doctor_ends_with_1_at_a_fault() throws Exception {
        var outcome = run(folder.resolve("none"), "doctor");
        assertEquals(1, outcome.code());
        assertTrue(outcome.out().contains("fault: content folder " + folder.resolve("none") + " cannot be read; "));
        assertFalse(Files.exists(folder.resolve("data")));
    }

    @Test
    void an_export_opens_from_disk() throws Exception {
        var target = folder.resolve("out");
        var outcome = run(CONTENT, "export", target.toString());
        assertEquals(0, outcome.code(), outcome.err());
        try (var files = Files.walk(target)) {
            for (var file :
                    files.filter(name -> name.toString().endsWith(".html")).toList()) {
                if (!file.endsWith("links.html")) {
                    assertLinksExist(file);
                }
            }
        }
        var again = run(CONTENT, "export", target.toString());
        assertEquals(1, again.code());
        assertTrue(again.err().contains("is not empty"), again.err());
    }

    private static void assertLinksExist(Path file) throws IOException {
        var page = Jsoup.parse(file, "UTF-8");
        for (var element : page.select("a[href], link[href], img[src], script[src]")) {
            var target = element.hasAttr("href") ? element.attr("href") : element.attr("src");
            if (!target.contains(":") && !target.startsWith("#")) {
                var path = URI.create(target).getPath();
                assertTrue(Files.exists(file.resolveSibling(path)), file + " -> " + target);
            }
        }
        assertFalse(page.outerHtml().contains("href=\"/"), file.toString());
    }

    private Outcome run(Path content, String... words) throws Exception {
        return wait(builder(content, words).start());
    }

    private ProcessBuilder builder(Path content, String... words) {
        var builder = ChildJava.of("kakolog.Main", List.of(words)).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("KAKOLOG_"));
        builder.environment().put("KAKOLOG_CONTENT", content.toString());
        builder.environment().put("KAKOLOG_PORT", "0");
        return builder;
    }

    private static Outcome wait(Process process) throws Exception {
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it does not end");
        return new Outcome(process.exitValue(), out, err);
    }
}
