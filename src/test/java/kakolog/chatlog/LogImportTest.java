package kakolog.chatlog;

import static kakolog.demo.Person.HANAKO;
import static kakolog.demo.Person.KEN;
import static kakolog.demo.Person.SAKURA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kakolog.As;
import kakolog.Multipart;
import kakolog.RunningKakolog;
import kakolog.WrittenLog;
import kakolog.demo.CdnFault;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs as organizers bring them, by the form of the page and by the API. */
final class LogImportTest {
    private static final String EVENT = "2021-05-18";
    private static final String LOG = "/events/" + EVENT + "/log";
    private static final String DESK = "/organize" + LOG;
    private static final String SURVIVES = "こんばんは";

    private static RunningKakolog kakolog;
    private static As hanako;

    @BeforeAll
    static void start() {
        kakolog = RunningKakolog.withDiscord();
        hanako = kakolog.as(HANAKO);
    }

    @AfterAll
    static void stop() {
        kakolog.close();
    }

    @AfterEach
    void takeAway() {
        kakolog.discord().cdn().recover();
        hanako.post(DESK, "do", "delete", "sure", "1");
        // Another log is another version of it only at another time.
        kakolog.clock().advance(Duration.ofMinutes(1));
    }

    private static WrittenLog written() {
        return WrittenLog.of(EVENT).say(KEN, "20:15", SURVIVES).say(SAKURA, "20:16", "はじめまして");
    }

    private static String page() {
        return hanako.get(LOG).body();
    }

    private static String imported(byte[] json, String... wishes) {
        return WrittenLog.sent(hanako, EVENT, form -> {
            Arrays.stream(wishes).forEach(wish -> form.field(wish, "1"));
            return form.file("event.json", json);
        });
    }

    private static void assertTold(String answer, String... parts) {
        for (var part : parts) {
            assertTrue(answer.contains(part), () -> part + " in " + answer);
        }
    }

    @Test
    void a_file_is_a_draft_until_it_is_published() {
        var desk = WrittenLog.sentByPage(
                hanako, EVENT, form -> form.file("event.json", written().json()));
        assertTold(desk, "2 件を読み、2 件を加え、0 件を更新しました", "下書き");
        assertEquals(404, kakolog.as(SAKURA).get(LOG).statusCode());
        hanako.post(DESK, "do", "publish");
        assertTold(kakolog.as(SAKURA).get(LOG).body(), SURVIVES, "はじめまして");
        hanako.post(DESK, "do", "withdraw");
        assertEquals(404, kakolog.as(SAKURA).get(LOG).statusCode());
    }

    @Test
    void parts_and_threads_come_together() {
        var thread = WrittenLog.ofThread(EVENT, "20:15", "質問の糸").say(SAKURA, "20:17", "糸の中");
        var second = WrittenLog.of(EVENT).say(KEN, "20:20", "二つ目のファイル");
        var desk = WrittenLog.sentByPage(
                hanako,
                EVENT,
                form -> form.file("thread.json", thread.json())
                        .file("event [part 2].json", second.json())
                        .file("event.json", written().json()));
        assertTold(desk, "4 件を読み、4 件を加え");
        assertTold(page(), "質問の糸", "糸の中", "二つ目のファイル", SURVIVES);
    }

    @Test
    void an_export_may_have_come_in_very_many_parts() {
        var desk = WrittenLog.sentByPage(hanako, EVENT, form -> {
            IntStream.range(0, 150).forEach(part -> {
                var time = "20:%02d:%02d".formatted(part / 60, part % 60);
                var log = WrittenLog.of(EVENT).say(KEN, time, "Teil " + part);
                form.file("event [part " + (part + 1) + "].json", log.json());
            });
            return form;
        });
        assertTold(desk, "150 件を読み、150 件を加え");
    }

    @Test
    void a_zip_brings_its_media() {
        var picture = WrittenLog.png(0x123456);
        var log = written()
                .file("会場.png", "event.json_Files/a.png")
                .say(KEN, "20:18", "資料です")
                .file("notes.txt", "event.json_Files/notes.txt");
        log.publishedBy(
                hanako,
                Map.of(
                        "event.json_Files/a.png",
                        picture,
                        "event.json_Files/notes.txt",
                        "覚え書き".getBytes(StandardCharsets.UTF_8)));
        var sakura = kakolog.as(SAKURA);
        var shown = sakura.bytes(LOG + "/files/" + WrittenLog.fileOf(EVENT, "20:16"));
        assertTrue(Arrays.equals(picture, shown.body()));
        assertTold(
                sakura.get("/api" + LOG).body(),
                "\"url\":\"" + kakolog.url(LOG + "/files/" + WrittenLog.fileOf(EVENT, "20:16")) + "\"");
        assertEquals("image/png", header(shown, "Content-Type"));
        assertTrue(header(shown, "Content-Disposition").startsWith("inline"));
        var saved = sakura.bytes(LOG + "/files/" + WrittenLog.fileOf(EVENT, "20:18"));
        assertEquals("application/octet-stream", header(saved, "Content-Type"));
        assertTrue(header(saved, "Content-Disposition").startsWith("attachment; filename=\"notes.txt\""));
        assertEquals("覚え書き", new String(saved.body(), StandardCharsets.UTF_8));
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void a_second_import_adds_nothing_and_an_edit_updates() {
        assertTold(imported(written().json()), "\"read\":2", "\"added\":2", "\"total\":2");
        assertTold(imported(written().json()), "\"read\":2", "\"added\":0", "\"changed\":0", "\"total\":2");
        var edited = WrittenLog.of(EVENT)
                .say(KEN, "20:15", "こんばんわ")
                .with("timestampEdited", EVENT + "T20:30:00+09:00")
                .say(SAKURA, "20:16", "はじめまして");
        assertTold(imported(edited.json()), "\"added\":0", "\"changed\":1", "\"total\":2");
        assertTold(page(), "こんばんわ", "編集済み");
        assertFalse(page().contains(SURVIVES));
    }

    @Test
    void what_is_gone_stays_unless_the_organizer_says_otherwise() {
        var all = written().say(KEN, "20:17", "すぐ消す").say(KEN, "20:18", "最後");
        imported(all.json());
        var later = all.without("20:17").json();
        assertTold(imported(later), "\"gone\":0", "\"total\":4");
        assertTold(imported(later, "drop_gone"), "\"gone\":1", "\"total\":3");
        assertFalse(page().contains("すぐ消す"));
    }

    @Test
    void an_export_of_a_part_says_nothing_of_the_rest() {
        imported(written().say(KEN, "21:00", "あとで").json());
        var beginning = WrittenLog.of(EVENT).say(SAKURA, "20:16", "はじめまして").say(KEN, "20:20", "途中");
        assertTold(imported(beginning.json(), "drop_gone"), "\"gone\":0", "\"total\":4");
    }

    @Test
    void an_export_of_the_channel_says_nothing_of_its_threads() {
        var thread = WrittenLog.ofThread(EVENT, "20:15", "質問の糸").say(SAKURA, "20:15:30", "糸の中");
        WrittenLog.sent(
                hanako, EVENT, form -> form.file("event.json", written().json()).file("thread.json", thread.json()));
        assertTold(imported(written().json(), "drop_gone"), "\"gone\":0", "\"total\":3");
        assertTold(page(), "糸の中");
    }

    @Test
    void what_is_cut_off_in_the_middle_is_refused_with_its_line_and_nothing_is_imported() {
        imported(written().json());
        var more = WrittenLog.of(EVENT)
                .say(KEN, "20:30", "新しい")
                .say(KEN, "20:31", "半分")
                .json();
        var cut = Arrays.copyOf(more, more.length - 200);
        var answer = WrittenLog.send(hanako, EVENT, form -> form.file("event.json", cut));
        assertEquals(400, answer.statusCode());
        assertTold(answer.body(), "event.json は 1 行 " + (cut.length + 1) + " 桁で途切れています");
        var desk = WrittenLog.sentByPage(hanako, EVENT, form -> form.file("event.json", cut));
        assertTold(desk, "role=\"alert\"", "event.json");
        assertFalse(page().contains("新しい"));
        assertTold(page(), SURVIVES);
        assertTold(hanako.get("/api/events/" + EVENT + "/log").body(), "\"more\":false");
    }

    @Test
    void an_empty_export_is_never_taken_for_a_log() {
        var empty = WrittenLog.of(EVENT).json();
        var answer = WrittenLog.send(hanako, EVENT, form -> form.file("event.json", empty));
        assertEquals(400, answer.statusCode());
        assertTold(answer.body(), "発言がひとつもありませんでした");
        assertEquals(404, hanako.get(LOG).statusCode());
    }

    @Test
    void an_import_is_stopped_by_its_desk_and_leaves_nothing() {
        begunSlowly();
        assertTold(hanako.get(DESK).body(), "<button name=\"do\" value=\"stop\">");
        // The desk of another event has none to stop.
        assertEquals(
                303,
                hanako.post("/organize/events/2021-07-06/log", "do", "stop").statusCode());
        assertTold(hanako.get(DESK).body(), "data-under-way");
        assertEquals(303, hanako.post(DESK, "do", "stop").statusCode());
        var desk = WrittenLog.over(hanako, DESK);
        assertTold(desk, "取り込みは途中で止められました");
        assertFalse(desk.contains("value=\"stop\""));
        assertEquals(404, hanako.get(LOG).statusCode());
        assertTold(
                WrittenLog.sentByPage(
                        hanako, EVENT, form -> form.file("event.json", written().json())),
                "2 件を加え");
    }

    @Test
    void a_log_is_not_deleted_while_something_is_imported_into_it() {
        imported(written().json());
        begunSlowly();
        var refused = hanako.post(DESK, "do", "delete", "sure", "1");
        assertEquals(409, refused.statusCode());
        assertTold(refused.body(), "このログへの取り込みが進んでいます");
        hanako.post(DESK, "do", "stop");
        WrittenLog.over(hanako, DESK);
        assertTold(page(), SURVIVES);
        assertEquals(303, hanako.post(DESK, "do", "delete", "sure", "1").statusCode());
        assertEquals(404, hanako.get(LOG).statusCode());
    }

    @Test
    void while_an_import_is_under_way_nothing_is_taken() {
        begunSlowly();
        // Whoever read it would see that it is broken off.
        var form = new Multipart().file("event.json", written().json()).brokenOff();
        for (int i = 0; i < 2; i++) {
            assertEquals(409, hanako.upload("/api" + LOG, form).statusCode());
        }
        hanako.post(DESK, "do", "stop");
        WrittenLog.over(hanako, DESK);
        assertEquals(400, hanako.upload("/api" + LOG, form).statusCode());
    }

    /** An import that copies a file, which comes for half a minute. */
    private static void begunSlowly() {
        kakolog.discord().cdn().fail(CdnFault.SLOW, "/emojis/");
        var log = written().file("a.png", kakolog.discord().url() + "/emojis/1.png");
        assertEquals(
                303,
                hanako.uploadForm(DESK + "/import", form -> form.file("event.json", log.json()))
                        .statusCode());
    }

    @Test
    void without_a_file_there_is_nothing_to_import() {
        var answer = WrittenLog.sentByPage(hanako, EVENT, form -> form.file("", new byte[0]));
        assertTrue(answer.startsWith("400 "), answer);
        assertEquals(404, hanako.get(LOG).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../../etc/passwd", "/etc/passwd", "..\\..\\etc\\passwd", "file:///etc/passwd"})
    void a_zip_leads_nowhere_outside_of_itself(String path) {
        var zip = written()
                .file("passwd.txt", path)
                .zip(Map.of("../../evil.sh", new byte[] {1}, "/evil.sh", new byte[] {2}));
        var answer = WrittenLog.sent(hanako, EVENT, form -> form.file("event.zip", zip));
        assertTold(answer, "[[\"passwd.txt\",\"");
        assertEquals(
                404,
                hanako.get(LOG + "/files/" + WrittenLog.fileOf(EVENT, "20:16")).statusCode());
        assertFalse(kakolog.data().resolveSibling("evil.sh").toFile().exists());
    }

    @Test
    void a_zip_that_is_damaged_is_refused_by_name() {
        var zip = written().zip(Map.of());
        var answer = WrittenLog.send(hanako, EVENT, form -> form.file("event.zip", Arrays.copyOf(zip, zip.length / 2)));
        assertEquals(400, answer.statusCode());
        assertTold(answer.body(), "event.zip");
        assertEquals(404, hanako.get(LOG).statusCode());
    }

    @Test
    void what_calls_itself_a_picture_and_is_a_page_can_only_be_saved() {
        var page = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        var log = written()
                .file("bild.png", "bild.png")
                .with("author", Map.of("id", SAKURA.id().toString(), "name", "sakura", "avatarUrl", "avatar.png"));
        var answer = log.publishedBy(hanako, Map.of("bild.png", page, "avatar.png", page));
        assertTold(answer, "[\"avatar\",\"wrong-kind\"]");
        var file = LOG + "/files/" + WrittenLog.fileOf(EVENT, "20:16");
        var saved = kakolog.as(SAKURA).get(file);
        assertEquals("application/octet-stream", header(saved, "Content-Type"));
        assertTrue(header(saved, "Content-Disposition").startsWith("attachment"));
        assertEquals("nosniff", header(saved, "X-Content-Type-Options"));
        assertTrue(header(saved, "Content-Security-Policy").contains("sandbox"));
        assertFalse(page().contains("<img src=\"" + file));
        assertEquals(404, hanako.get(LOG + "/files/avatar-" + SAKURA.id()).statusCode());
    }

    @Test
    void discords_files_are_copied_and_those_that_are_no_longer_there_are_listed() {
        var cdn = kakolog.discord().url();
        var log = written()
                .file("alt.png", cdn + "/attachments/1/2/alt.png?ex=1&is=1&hm=1&")
                .with(
                        "reactions",
                        List.of(Map.of(
                                "emoji",
                                Map.of("id", "702", "name", "yosi", "imageUrl", cdn + "/emojis/702.png"),
                                "count",
                                1)));
        var answer = WrittenLog.sent(hanako, EVENT, form -> form.file("event.json", log.json()));
        assertTold(answer, "\"missingCount\":1,\"missing\":[[\"alt.png\",\"expired\"]]");
        assertTold(hanako.get("/api" + LOG).body(), "\"name\":\"alt.png\",\"size\":10,\"url\":null");
        assertEquals(200, hanako.get(LOG + "/files/emoji-702").statusCode());
        assertTold(hanako.get(DESK).body(), "<bdi>alt.png</bdi>", "期限が切れています");
        assertFalse(page().contains(cdn.toString()));
    }

    @Test
    void no_other_server_is_asked_for_a_file() throws IOException {
        var asked = new AtomicInteger();
        var other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        other.start();
        try {
            var elsewhere = "http://127.0.0.1:" + other.getAddress().getPort() + "/a.png";
            kakolog.discord().cdn().fail(CdnFault.REDIRECT, "/emojis/");
            var log = WrittenLog.of(EVENT)
                    .say(KEN, "20:15", "eins")
                    .file("eins.png", elsewhere)
                    .say(KEN, "20:16", "zwei")
                    .file("zwei.png", "http://169.254.169.254/latest/meta-data/")
                    .say(KEN, "20:17", "drei")
                    .file("drei.png", kakolog.discord().url() + "/emojis/1.png")
                    .say(KEN, "20:18", "vier")
                    .file("vier.png", "https://cdn.discordapp.com@127.0.0.1/a.png");
            var answer = WrittenLog.sent(hanako, EVENT, form -> form.file("event.json", log.json()));
            for (var name : List.of("eins", "zwei", "drei", "vier")) {
                assertTold(answer, "[\"" + name + ".png\",\"not-allowed\"]");
            }
            assertEquals(0, asked.get());
        } finally {
            other.stop(0);
        }
    }

    @Test
    void a_page_that_discord_serves_as_a_picture_is_none() {
        kakolog.discord().cdn().fail(CdnFault.HTML_AS_PICTURE, "/emojis/");
        var log = written()
                .with(
                        "reactions",
                        List.of(Map.of(
                                "emoji",
                                Map.of(
                                        "id",
                                        "702",
                                        "name",
                                        "yosi",
                                        "imageUrl",
                                        kakolog.discord().url() + "/emojis/702.png"),
                                "count",
                                1)));
        assertTold(imported(log.json()), "wrong-kind");
        assertEquals(404, hanako.get(LOG + "/files/emoji-702").statusCode());
    }

    private static Map<String, Object> webhook(String name) {
        return Map.of("id", "777", "name", name, "discriminator", "0000", "isBot", true, "avatarUrl", "");
    }

    @Test
    void what_a_webhook_says_for_many_stands_under_the_name_of_each() {
        var log = WrittenLog.of(EVENT)
                .say(KEN, "22:15", "eins")
                .with("author", webhook("Alice (IRC)"))
                .say(KEN, "22:16", "zwei")
                .with("author", webhook("Bob (IRC)"))
                .say(SAKURA, "22:17", "antwort")
                .to("22:15");
        log.publishedBy(hanako);
        var shown = Jsoup.parse(page());
        assertEquals(
                List.of("Alice (IRC)", "Bob (IRC)", "さくら"),
                shown.select(".log-name").eachText());
        assertTold(page(), "Alice (IRC)</");
        var api = hanako.get("/api" + LOG).body();
        assertTold(api, "\"author\":\"Alice (IRC)\"", "\"author\":\"Bob (IRC)\"");
        // No other test has a message of this time: what is hidden stays hidden.
        hanako.post("/organize" + LOG + "/messages/" + WrittenLog.id(EVENT, "22:15"), "do", "hide");
        assertFalse(page().contains("Alice (IRC)"));
        assertFalse(hanako.get("/api" + LOG).body().contains("Alice (IRC)"));
    }

    @Test
    void names_and_texts_are_never_markup() {
        var name =
                Map.of("id", "999", "name", "<img src=x onerror=alert(1)>", "nickname", "\"><script>x</script>\u202E");
        written()
                .say(KEN, "20:20", "<script>alert(1)</script> <img src=x onerror=alert(1)> [a](javascript:alert(1))")
                .with("author", name)
                .file("\"><script>y</script>.txt", "none")
                .publishedBy(hanako);
        for (var place : List.of(
                LOG,
                DESK,
                "/search?q=script",
                "/organize/events/" + EVENT + "/log/messages/" + WrittenLog.id(EVENT, "20:20"))) {
            var body = hanako.get(place).body();
            assertFalse(body.contains("<script>x") || body.contains("<script>y"), place);
            assertFalse(body.contains("<script>alert") || body.contains("<img src=x"), place);
            assertFalse(body.contains("href=\"javascript:"), place);
        }
    }
}
