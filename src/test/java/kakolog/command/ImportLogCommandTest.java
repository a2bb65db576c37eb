package kakolog.command;

import static kakolog.demo.Person.HANAKO;
import static kakolog.demo.Person.SAKURA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kakolog.ChildJava;
import kakolog.RunningKakolog;
import kakolog.db.DataFolder;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code import-log} as a process of its own: into its own data folder, and into a running portal. */
final class ImportLogCommandTest {
    private static final Path CONTENT = Path.of("content").toAbsolutePath();
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static final String EXPORT = """
            {"guild":{"id":"1","name":"夜","iconUrl":""},
             "channel":{"id":"860000000000000456","type":"GuildTextChat","categoryId":null,"category":null,"name":"event","topic":null},
             "messages":[
              {"id":"844150000000000001","type":"Default","timestamp":"2021-05-18T19:00:00+09:00","timestampEdited":null,"isPinned":false,"content":"こんばんは",
               "author":{"id":"411111111111111110","name":"sakura","nickname":"さくら","color":null,"isBot":false,"avatarUrl":"event.json_Files/sakura.png"},
               "attachments":[{"id":"844150000000000002","url":"event.json_Files/layers.png","fileName":"layers.png","fileSizeBytes":70}],"embeds":[],"reactions":[],"mentions":[]},
              {"id":"844150000000000003","type":"Reply","timestamp":"2021-05-18T19:01:00+09:00","timestampEdited":null,"isPinned":false,"content":"よろしく",
               "author":{"id":"411111111111111108","name":"ken","nickname":"健","color":null,"isBot":false,"avatarUrl":""},
               "attachments":[],"embeds":[],"reactions":[],"mentions":[],"reference":{"messageId":"844150000000000001"}}
             ],"messageCount":2}
            """;
    private static final String ALL_NEW =
            "2 messages read: 2 new, 0 updated, 0 withheld since they were removed, 0 gone; the log has 2\n";
    private static final String NOTHING_NEW =
            "2 messages read: 0 new, 0 updated, 0 withheld since they were removed, 0 gone; the log has 2\n";
    private static final String A_DRAFT = "a draft; publish it on the event's page or with --publish\n";

    @TempDir
    private Path folder;

    private record Outcome(int code, String out, String err) {}

    @BeforeEach
    void writeExport() throws Exception {
        Files.writeString(folder.resolve("event.json"), EXPORT);
        Files.createDirectory(folder.resolve("event.json_Files"));
        Files.write(folder.resolve("event.json_Files/sakura.png"), PNG);
        Files.write(folder.resolve("event.json_Files/layers.png"), PNG);
    }

    @Test
    void an_export_becomes_a_draft_and_a_second_run_adds_nothing_and_publishes() throws Exception {
        assertEquals(new Outcome(0, ALL_NEW + A_DRAFT, ""), quiet(run("--event", "2021-05-18", "event.json")));
        assertEquals(
                new Outcome(0, NOTHING_NEW + "published\n", ""),
                quiet(run("--event", "2021-05-18", "--publish", "event.json")));
    }

    @Test
    void the_record_of_changes_names_the_command() throws Exception {
        run("--event", "2021-05-18", "event.json");
        var data = folder.resolve("data").toString();
        try (var kakolog = RunningKakolog.withDiscord(CONTENT, Map.of("KAKOLOG_DATA", data))) {
            var page = Jsoup.parse(kakolog.as(HANAKO).get("/organize/record").body());
            assertTrue(page.text().contains("import-log"), page.text());
        }
    }

    @Test
    void files_that_do_not_lie_beside_it_are_named() throws Exception {
        Files.delete(folder.resolve("event.json_Files/layers.png"));
        assertEquals(
                ALL_NEW + "1 of its files could not be kept:\n  layers.png: not in the export\n" + A_DRAFT,
                run("--event", "2021-05-18", "event.json").out());
    }

    @Test
    void an_export_that_is_cut_off_is_refused_with_its_place_and_nothing_is_imported() throws Exception {
        var cut = EXPORT.substring(0, EXPORT.indexOf("よろしく"));
        Files.writeString(folder.resolve("event.json"), cut);
        var outcome = quiet(run("--event", "2021-05-18", "event.json"));
        assertEquals(1, outcome.code());
        assertEquals("", outcome.out());
        assertTrue(
                outcome.err().matches("kakolog: event\\.json ends in the middle, at line 7, column \\d+\\. [^\n]+\n"),
                outcome.err());
        Files.writeString(folder.resolve("event.json"), EXPORT);
        assertEquals(
                ALL_NEW + A_DRAFT, run("--event", "2021-05-18", "event.json").out());
    }

    @Test
    void an_unknown_event_and_wrong_usage_end_with_2() throws Exception {
        var unknown = run("--event", "2021-05-19", "event.json");
        assertEquals(2, unknown.code());
        assertTrue(unknown.err().contains("there is no event 2021-05-19"), unknown.err());
        assertEquals(2, Kakolog.run("import-log", "--event", "2021-05-18"));
        assertEquals(2, Kakolog.run("import-log", "--event", "yesterday", "event.json"));
        assertEquals(
                2,
                Kakolog.run("import-log", "--event", "2021-05-18", "--url", "https://kakolog.example", "event.json"));
    }

    @Test
    void a_data_folder_that_another_process_owns_is_refused_with_one_line() throws Exception {
        try (var owner = new DataFolder(folder.resolve("data"))) {
            var outcome = run("--event", "2021-05-18", "event.json");
            assertEquals(1, outcome.code());
            assertTrue(Files.exists(owner.database().resolveSibling("lock")));
            assertEquals(
                    "kakolog: data: another kakolog uses this data folder\n",
                    quiet(outcome).err());
        }
    }

    @Test
    void a_running_portal_takes_the_export_with_its_media_by_token() throws Exception {
        try (var kakolog = RunningKakolog.withDiscord()) {
            Files.writeString(folder.resolve("token"), token(kakolog));
            var words = new String[] {
                "--event", "2021-05-18", "--publish", "--url", kakolog.url(""), "--token-file", "token", "event.json"
            };
            assertEquals(new Outcome(0, ALL_NEW + "published\n", ""), run(words));
            assertEquals(new Outcome(0, NOTHING_NEW + "published\n", ""), run(words));
            var log = kakolog.as(SAKURA).get("/api/events/2021-05-18/log");
            assertTrue(log.body().contains("よろしく"), log.body());
            var file = kakolog.as(SAKURA).bytes("/events/2021-05-18/log/files/844150000000000002");
            assertEquals(List.of(200, PNG.length), List.of(file.statusCode(), file.body().length));
            assertFalse(Files.exists(folder.resolve("data")));
        }
    }

    @Test
    void a_running_portal_refuses_a_broken_export_and_an_unknown_event() throws Exception {
        try (var kakolog = RunningKakolog.withDiscord()) {
            Files.writeString(folder.resolve("token"), token(kakolog));
            Files.writeString(folder.resolve("bad.json"), "{\"channel\":{\"id\":\"1\"},\n\"messages\":[{]}");
            var refused = run("--event", "2021-05-18", "--url", kakolog.url(""), "--token-file", "token", "bad.json");
            assertEquals(1, refused.code());
            assertTrue(refused.err().startsWith("kakolog: 400 "), refused.err());
            assertEquals(1, refused.err().lines().count(), refused.err());
            var unknown = run("--event", "2021-05-19", "--url", kakolog.url(""), "--token-file", "token", "event.json");
            assertEquals(2, unknown.code(), unknown.err());
        }
    }

    @Test
    void a_sending_that_is_stopped_leaves_no_copy_of_the_log() throws Exception {
        Files.writeString(folder.resolve("token"), "t");
        var temporary = Files.createDirectory(folder.resolve("tmp"));
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var portal = "http://127.0.0.1:" + silent.getLocalPort();
            var builder = builder("--event", "2021-05-18", "--url", portal, "--token-file", "token", "event.json");
            builder.environment().put("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary);
            var process = builder.redirectErrorStream(true).start();
            try (var connection = silent.accept()) {
                assertEquals(1, zips(temporary));
                process.toHandle().destroy();
                assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it does not end");
                assertTrue(connection.isBound());
            } finally {
                process.destroyForcibly();
            }
        }
        assertEquals(0, zips(temporary));
    }

    private static long zips(Path temporary) throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.filter(file -> file.toString().endsWith(".zip")).count();
        }
    }

    private static String token(RunningKakolog kakolog) {
        var page =
                kakolog.as(HANAKO).post("/organize/tokens", "label", "import").body();
        return Jsoup.parse(page).select("input[readonly]").val();
    }

    /** Without what the program logs. */
    private static Outcome quiet(Outcome outcome) {
        var told = outcome.err()
                .lines()
                .filter(line -> !line.contains(" INFO "))
                .map(line -> line + "\n")
                .toList();
        return new Outcome(outcome.code(), outcome.out(), String.join("", told));
    }

    private Outcome run(String... words) throws Exception {
        var process = builder(words).start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it does not end");
        return new Outcome(process.exitValue(), out, err);
    }

    private ProcessBuilder builder(String... words) {
        var line = new ArrayList<>(List.of("import-log"));
        line.addAll(List.of(words));
        var builder = ChildJava.of("kakolog.Main", line).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("KAKOLOG_"));
        builder.environment().put("KAKOLOG_CONTENT", CONTENT.toString());
        return builder;
    }
}
