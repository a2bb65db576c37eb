package kakolog.chatlog;

import static kakolog.demo.Person.HANAKO;
import static kakolog.demo.Person.KEN;
import static kakolog.demo.Person.SAKURA;
import static kakolog.demo.Person.TARO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import kakolog.As;
import kakolog.RunningKakolog;
import kakolog.WrittenLog;
import kakolog.operate.Backup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was said goes everywhere and for good where its author or an organizer wants that. */
final class RemovalTest {
    private static final String EVENT = "2021-05-18";
    private static final String LOG = "/events/" + EVENT + "/log";
    private static final String DESK = "/organize" + LOG;
    private static final String SAID = WrittenLog.id(EVENT, "20:15");
    private static final String FILE = LOG + "/files/" + WrittenLog.fileOf(EVENT, "20:15");
    private static final String LINK = "https://kenlink.example/eins";
    /** All that is of the message, in its text, its file and its link. */
    private static final List<String> WORDS = List.of("erstwort", "kenbild", "kenlink", "kentitel");

    private static final byte[] PICTURE = WrittenLog.png(7);
    /** Where a backup has it. */
    private static final String PICTURE_FILE = "/" + sha256(PICTURE);

    private static final String NAME = "kenimlog";
    private static final Map<String, Object> KEN_THERE =
            Map.of("id", KEN.id().toString(), "name", NAME, "nickname", NAME, "avatarUrl", "avatar.png");

    @TempDir
    Path folder;

    private RunningKakolog kakolog;
    private As hanako;

    @BeforeEach
    void start() {
        kakolog = RunningKakolog.withDiscord();
        kakolog.clock().set("2021-05-18T22:00:00+09:00");
        hanako = kakolog.as(HANAKO);
        publish();
        assertEquals(
                303,
                hanako.post(DESK + "/links", "url", LINK, "title", "kentitel", "do", "take")
                        .statusCode());
        for (var word : List.of("erstwort", "zweitwort")) {
            kakolog.await(
                    () -> hanako.get("/api/search?q=" + word),
                    found -> found.body().contains(LOG));
        }
        kakolog.await(
                () -> hanako.get("/api/search?q=kentitel"),
                found -> found.body().contains(LINK));
        var told = told();
        WORDS.forEach(word -> assertTrue(told.contains(word), word));
    }

    @AfterEach
    void stop() {
        kakolog.close();
    }

    private static WrittenLog written() {
        return WrittenLog.of(EVENT)
                .say(KEN, "20:15", "erstwort " + LINK)
                .with("author", KEN_THERE)
                .file("kenbild.png", "kenbild.png")
                .say(SAKURA, "20:16", "@" + NAME + " sakurawort")
                .with("mentions", List.of(KEN_THERE))
                .to("20:15")
                .say(KEN, "20:17", "zweitwort")
                .with("author", KEN_THERE)
                .say(TARO, "20:18", "tarowort")
                .with("author", Map.of("id", TARO.id().toString(), "name", "taroimlog", "avatarUrl", "avatar.png"));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException notInThisJava) {
            throw new IllegalStateException(notInThisJava);
        }
    }

    private String publish() {
        return written().publishedBy(hanako, Map.of("kenbild.png", PICTURE, "avatar.png", WrittenLog.png(8)));
    }

    /** All that is told on pages and in data to whom the most is told, and to the author. */
    private String told() {
        var everywhere = List.of(
                LOG,
                LOG + "?m=" + WrittenLog.id(EVENT, "20:16"),
                "/api" + LOG,
                DESK,
                DESK + "/messages/" + SAID,
                "/organize/record",
                "/events/" + EVENT,
                "/api/events/" + EVENT,
                "/links",
                "/links.json",
                "/links.csv",
                "/links.html",
                "/api/links",
                "/feed.atom",
                "/api/search?q=in:log",
                "/api/search?q=sakurawort",
                "/search?q=in:log+has:file",
                "/api/search?q=in:log+has:link");
        return everywhere.stream().map(path -> hanako.get(path).body()).reduce("", String::concat)
                + kakolog.as(KEN).get("/me/messages").body()
                + kakolog.as(KEN).get("/me/messages/" + SAID).body();
    }

    private boolean isFound(String word) {
        return Stream.of(word, "host:" + word + ".example", "in:log+from:" + word)
                .map(query -> hanako.get("/api/search?q=" + query).body())
                .anyMatch(found -> found.contains(LOG) || found.contains(LINK));
    }

    /** With the picture of the message. */
    private void assertGone(List<String> words) throws IOException {
        assertFalse(assertGoneWithout(words).contains(PICTURE_FILE));
    }

    /** Returns the backup that was looked through. */
    private String assertGoneWithout(List<String> words) throws IOException {
        var told = told();
        var backup = backedUp();
        for (var word : words) {
            assertFalse(told.contains(word), word);
            assertFalse(isFound(word), word);
            assertFalse(backup.contains(word), word + " in a backup");
        }
        return backup;
    }

    /** A backup that is made now: the database byte for byte, and the names of all files in it. */
    private String backedUp() throws IOException {
        var zip = folder.resolve(System.nanoTime() + ".zip");
        new Backup(kakolog.data(), Path.of("content"), kakolog.clock(), new Backup.Onlooker() {
                    @Override
                    public void leftOut(String line) {
                        throw new AssertionError(line);
                    }

                    @Override
                    public void copied(long bytes) {
                        // nobody looks on
                    }
                })
                .write(zip);
        try (var opened = new ZipFile(zip.toFile());
                var database = opened.getInputStream(opened.getEntry("kakolog.db"))) {
            return new String(database.readAllBytes(), StandardCharsets.ISO_8859_1)
                    + opened.stream().map(ZipEntry::getName).toList();
        }
    }

    @ParameterizedTest
    @CsvSource({"author, hide", "author, remove", "organizer, hide", "organizer, remove"})
    void a_message_goes_from_everywhere_and_no_import_brings_it_back(String who, String what) throws IOException {
        var before = backedUp();
        assertTrue(before.contains("erstwort") && before.contains(PICTURE_FILE));
        assertEquals(200, kakolog.as(SAKURA).get(FILE).statusCode());
        var answer = who.equals("author")
                ? kakolog.as(KEN).post("/me/messages/" + SAID, "do", what)
                : hanako.post(DESK + "/messages/" + SAID, "do", what);
        assertEquals(303, answer.statusCode());
        assertGone(WORDS);
        for (var reader : List.of(hanako, kakolog.as(SAKURA))) {
            assertEquals(404, reader.get(FILE).statusCode());
        }
        var page = kakolog.as(SAKURA).get(LOG).body();
        assertEquals(what.equals("hide"), page.contains("この発言は削除されました"));
        assertTrue(page.contains("返信先の発言はありません") && page.contains("sakurawort") && page.contains("zweitwort"));
        kakolog.clock().set("2021-05-19T09:00:00+09:00");
        assertTrue(publish().contains("\"withheld\":1"));
        assertGone(WORDS);
        assertEquals(404, hanako.get(FILE).statusCode());
        assertEquals(404, hanako.get(DESK + "/messages/" + SAID).statusCode());
    }

    @ParameterizedTest
    @CsvSource({"author", "organizer"})
    void all_of_somebody_goes_with_their_name_and_no_import_brings_it_back(String who) throws IOException {
        var avatar = LOG + "/files/avatar-" + KEN.id();
        assertEquals(200, hanako.get(avatar).statusCode());
        assertTrue(kakolog.as(KEN).get("/me").body().contains("2 件の発言が残っています"));
        var answer = who.equals("author")
                ? kakolog.as(KEN).post("/me/messages", "sure", "1")
                : hanako.post(DESK + "/messages/" + SAID, "do", "all", "sure", "1");
        assertEquals(303, answer.statusCode());
        var all = List.of("erstwort", "zweitwort", "kenbild", "kenlink", "kentitel", NAME);
        assertGone(all);
        assertEquals(404, hanako.get(FILE).statusCode());
        assertEquals(404, hanako.get(avatar).statusCode());
        assertTrue(kakolog.as(SAKURA).get(LOG).body().contains("sakurawort"));
        kakolog.clock().set("2021-05-19T09:00:00+09:00");
        assertTrue(publish().contains("\"withheld\":2"));
        assertGone(all);
        assertEquals(404, hanako.get(avatar).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hide", "remove"})
    void with_the_last_message_of_somebody_their_name_goes_too(String what) throws IOException {
        var said = WrittenLog.id(EVENT, "20:18");
        var avatar = LOG + "/files/avatar-" + TARO.id();
        assertEquals(200, hanako.get(avatar).statusCode());
        kakolog.as(TARO).post("/me/messages/" + said, "do", what);
        assertGoneWithout(List.of("tarowort", "taroimlog"));
        assertEquals(404, hanako.get(avatar).statusCode());
        kakolog.clock().set("2021-05-19T09:00:00+09:00");
        assertTrue(publish().contains("\"withheld\":1"));
        assertGoneWithout(List.of("tarowort", "taroimlog"));
        assertEquals(404, hanako.get(avatar).statusCode());
    }

    @Test
    void its_words_are_soon_nowhere_on_the_disk() throws IOException {
        assertFalse(onDisk("erstwort").isEmpty());
        kakolog.as(KEN).post("/me/messages/" + SAID, "do", "hide");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        var left = onDisk("erstwort", "kenlink");
        while (!left.isEmpty() && System.nanoTime() < deadline) {
            kakolog.get("/");
            left = onDisk("erstwort", "kenlink");
        }
        assertEquals(List.of(), left);
        assertFalse(onDisk("zweitwort").isEmpty());
    }

    /** The files that hold one of the words. */
    private List<Path> onDisk(String... words) throws IOException {
        var holding = new ArrayList<Path>();
        try (var files = Files.walk(kakolog.data())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (Stream.of(words).anyMatch(bytes::contains)) {
                    holding.add(file);
                }
            }
        }
        return holding;
    }

    @Test
    void what_is_said_after_all_was_taken_away_is_kept() {
        kakolog.clock().set("2021-05-18T20:30:00+09:00");
        kakolog.as(KEN).post("/me/messages", "sure", "1");
        var later = written().say(KEN, "20:45", "drittwort").with("author", KEN_THERE);
        later.publishedBy(hanako);
        var page = hanako.get(LOG).body();
        assertTrue(page.contains("drittwort") && page.contains(NAME));
        assertFalse(page.contains("zweitwort"));
    }

    @Test
    void nothing_goes_unless_it_is_meant() {
        assertEquals(400, kakolog.as(KEN).post("/me/messages").statusCode());
        assertEquals(
                400, kakolog.as(KEN).post("/me/messages/" + SAID, "do", "x").statusCode());
        assertEquals(400, hanako.post(DESK + "/messages/" + SAID, "do", "all").statusCode());
        assertTrue(told().contains("erstwort"));
    }

    @Test
    void nobody_else_takes_it_away() {
        for (var other : List.of(kakolog.as(SAKURA), kakolog.as(TARO))) {
            assertEquals(404, other.get("/me/messages/" + SAID).statusCode());
            for (var what : List.of("hide", "remove")) {
                assertEquals(404, other.post("/me/messages/" + SAID, "do", what).statusCode());
                assertEquals(
                        403, other.post(DESK + "/messages/" + SAID, "do", what).statusCode());
            }
        }
        // Nor an organizer as if it were their own.
        assertEquals(404, hanako.post("/me/messages/" + SAID, "do", "remove").statusCode());
        assertTrue(told().contains("erstwort"));
    }

    @Test
    void who_looks_as_somebody_else_changes_nothing() {
        hanako.post("/organize/view-as", "as", "booster");
        assertEquals(200, hanako.get(LOG).statusCode());
        for (var path : List.of("/me/messages", "/me/messages/" + SAID, DESK + "/messages/" + SAID)) {
            assertEquals(403, hanako.post(path, "do", "remove", "sure", "1").statusCode(), path);
        }
        assertFalse(hanako.get(LOG).body().contains(DESK));
        hanako.post("/me/view-as/end");
        assertTrue(told().contains("erstwort"));
    }

    @Test
    void the_record_tells_that_and_not_what() {
        kakolog.as(KEN).post("/me/messages/" + SAID, "do", "remove");
        var record = hanako.get("/organize/record").body();
        assertTrue(record.contains("書いた本人") && record.contains("自分の発言を消しました"));
        for (var kept : List.of(SAID, "erstwort", NAME, KEN.id().toString())) {
            assertFalse(record.contains(kept), kept);
        }
        hanako.post(DESK + "/messages/" + WrittenLog.id(EVENT, "20:17"), "do", "remove");
        assertTrue(hanako.get("/organize/record").body().contains(WrittenLog.id(EVENT, "20:17")));
    }

    @Test
    void who_has_no_message_left_but_is_named_can_have_the_name_taken_away() {
        var ken = kakolog.as(KEN);
        for (var time : List.of("20:15", "20:17")) {
            ken.post("/me/messages/" + WrittenLog.id(EVENT, time), "do", "remove");
        }
        var page = ken.get("/me/messages").body();
        assertTrue(page.contains("名前やアイコンが残っています") && page.contains("name=\"sure\""));
        assertEquals(303, ken.post("/me/messages", "sure", "1").statusCode());
        page = ken.get("/me/messages").body();
        assertFalse(page.contains("残っています") || page.contains("name=\"sure\""));
        assertFalse(hanako.get(LOG).body().contains(NAME));
    }

    @Test
    void what_was_hidden_can_be_taken_away_by_nobody_again() {
        kakolog.as(KEN).post("/me/messages/" + SAID, "do", "hide");
        assertEquals(404, kakolog.as(KEN).get("/me/messages/" + SAID).statusCode());
        assertEquals(
                404, hanako.post(DESK + "/messages/" + SAID, "do", "remove").statusCode());
        assertTrue(hanako.get("/api" + LOG).body().contains("\"removed\":true"));
    }
}
