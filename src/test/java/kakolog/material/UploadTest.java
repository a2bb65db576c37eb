package kakolog.material;

import static kakolog.demo.Person.HANAKO;
import static kakolog.demo.Person.JIRO;
import static kakolog.demo.Person.KEN;
import static kakolog.demo.Person.SAKURA;
import static kakolog.demo.Person.TARO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import kakolog.Multipart;
import kakolog.RunningKakolog;
import kakolog.Slides;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Sending files: by whom, in which forms, and what is not taken. */
final class UploadTest {
    private static final String API = "/api/events/2021-05-18/materials";
    private static final String FORM = "/events/2021-05-18/materials";
    /** 1 MB, the least that can be set. */
    private static final int LIMIT = 1_000_000;

    private static RunningKakolog kakolog;

    @BeforeAll
    static void start() {
        kakolog = RunningKakolog.withDiscord(Path.of("content"), Map.of("KAKOLOG_UPLOAD_LIMIT", "1 MB"));
    }

    @AfterAll
    static void stop() {
        kakolog.close();
    }

    @Test
    void organizer_sends_a_file_and_participants_have_it_at_once() {
        var form = new Multipart()
                .file("fertig.txt", Slides.text("fertig"))
                .field("title", "ein Titel")
                .end();
        var answer = kakolog.as(HANAKO).upload(API, form);
        assertEquals(200, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("\"title\":\"ein Titel\""), answer.body());
        assertTrue(answer.body().contains("\"published\":true"), answer.body());
        assertEquals("fertig", kakolog.as(KEN).get(FORM + "/fertig.txt").body());
        assertTrue(kakolog.as(KEN).get("/events/2021-05-18").body().contains("ein Titel"));
        assertTrue(kakolog.as(HANAKO).get("/organize/record").body().contains("資料「ein Titel」を追加しました"));
    }

    @Test
    void a_second_file_of_one_name_gets_a_name_of_its_own() {
        for (int i = 0; i < 2; i++) {
            var form =
                    new Multipart().file("doppelt.txt", Slides.text("nr " + i)).end();
            assertEquals(200, kakolog.as(HANAKO).upload(API, form).statusCode());
        }
        assertEquals("nr 0", kakolog.as(KEN).get(FORM + "/doppelt.txt").body());
        assertEquals("nr 1", kakolog.as(KEN).get(FORM + "/doppelt-2.txt").body());
    }

    @Test
    void a_form_without_a_script_takes_several_files_and_says_of_each_what_is_wrong() {
        var both = kakolog.as(HANAKO)
                .uploadForm(
                        FORM,
                        form -> form.file("gut.txt", Slides.text("gut")).file("auch gut.md", Slides.text("# gut")));
        assertEquals(303, both.statusCode());
        assertEquals(
                "/events/2021-05-18#materials",
                both.headers().firstValue("Location").orElse(""));
        var one = kakolog.as(HANAKO)
                .uploadForm(
                        FORM,
                        form -> form.file("bleibt.txt", Slides.text("bleibt"))
                                .file("seite.pdf", Slides.text("<!doctype html><script>1</script>"))
                                .file("leer.txt", new byte[0]));
        assertEquals(415, one.statusCode());
        assertTrue(one.body().contains("ファイルの中身が名前の拡張子と合いません"), one.body());
        assertTrue(one.body().contains("中身が空のファイルです"));
        assertEquals("bleibt", kakolog.as(KEN).get(FORM + "/bleibt.txt").body());
        assertEquals(404, kakolog.as(KEN).get(FORM + "/seite.pdf").statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "programm.exe, MZ, 415",
        "bild.svg, <svg xmlns='http://www.w3.org/2000/svg'/>, 415",
        "seite.html, <p>x</p>, 415",
        "ohne, x, 415",
        "seite.pdf, <html></html>, 415",
        "bild.png, %PDF-1.7, 415",
        "text.txt, <svg onload='x'>, 415",
        "'..', x, 400",
        "'   ', x, 400",
        "leer.pdf, '', 400"
    })
    void what_is_not_on_the_list_or_lies_is_not_taken(String name, String content, int status) {
        var before = count();
        var answer = kakolog.as(HANAKO)
                .upload(API, new Multipart().file(name, Slides.text(content)).end());
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"));
        assertEquals(before, count());
    }

    static Stream<Arguments> broken() {
        var file = new Multipart().file("a.txt", Slides.text("x")).brokenOff();
        var start = "--" + Multipart.BOUNDARY + "\r\n";
        var many = new Multipart();
        for (int i = 0; i < 5000; i++) {
            many.field("f" + i, "x");
        }
        return Stream.of(
                Arguments.of("no end", Multipart.TYPE, file, 400),
                Arguments.of("nothing", Multipart.TYPE, new byte[0], 400),
                Arguments.of("no parts", Multipart.TYPE, new Multipart().end(), 400),
                Arguments.of(
                        "no file",
                        Multipart.TYPE,
                        new Multipart().field("title", "x").end(),
                        400),
                Arguments.of("garbage", Multipart.TYPE, Slides.text("garbage"), 400),
                Arguments.of(
                        "no name",
                        Multipart.TYPE,
                        Slides.text(start + "Content-Type: text/plain\r\n\r\nx\r\n--" + Multipart.BOUNDARY + "--\r\n"),
                        400),
                Arguments.of(
                        "a header of 100 KB",
                        Multipart.TYPE,
                        Slides.text(start + "X-Long: " + "y".repeat(100_000) + "\r\n\r\nx"),
                        400),
                Arguments.of("5,000 parts", Multipart.TYPE, many.end(), 400),
                Arguments.of(
                        "a field of 1 MB",
                        Multipart.TYPE,
                        new Multipart().field("title", "x".repeat(900_000)).end(),
                        400),
                Arguments.of("a nameless part beside a file", Multipart.TYPE, withNameless(), 400),
                Arguments.of(
                        "a long field beside a file",
                        Multipart.TYPE,
                        new Multipart()
                                .field("title", "x".repeat(20_000))
                                .file("lang.txt", Slides.text("x"))
                                .end(),
                        400),
                Arguments.of(
                        "two files where one is meant",
                        Multipart.TYPE,
                        new Multipart()
                                .file("eins.txt", Slides.text("x"))
                                .file("zwei.txt", Slides.text("x"))
                                .end(),
                        400),
                Arguments.of("a bad time", Multipart.TYPE, withTime("gestern"), 400),
                Arguments.of("a time no calendar has", Multipart.TYPE, withTime("+999999999-01-01T00:00:00Z"), 400),
                Arguments.of("no boundary", "multipart/form-data", file, 415),
                Arguments.of("another type", "application/json", Slides.text("{}"), 415),
                Arguments.of("another boundary", "multipart/form-data; boundary=other", file, 400));
    }

    private static byte[] withTime(String time) {
        return new Multipart()
                .field("publish_at", time)
                .file("zeit.txt", Slides.text("x"))
                .end();
    }

    private static byte[] withNameless() {
        return new Multipart()
                .file("da.txt", Slides.text("x"))
                .raw("--" + Multipart.BOUNDARY + "\r\nContent-Type: text/plain\r\n\r\nx\r\n")
                .end();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void a_broken_form_is_refused_and_leaves_nothing(String what, String type, byte[] body, int status)
            throws IOException {
        var before = count();
        var answer = send(type, body);
        assertEquals(status, answer.statusCode(), what + answer.body());
        assertEquals(before, count());
        try (var incoming = Files.list(kakolog.data().resolve("blobs/incoming"))) {
            assertEquals(0, incoming.count());
        } catch (NoSuchFileException nothingYet) {
            // nothing was ever received
        }
    }

    private static HttpResponse<String> send(String type, byte[] body) {
        return kakolog.send(HttpRequest.newBuilder(URI.create(kakolog.url(API)))
                .header("Cookie", kakolog.as(HANAKO).cookie())
                .header("X-CSRF-Token", kakolog.as(HANAKO).csrf())
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    @Test
    void more_than_the_limit_is_refused_whether_it_is_announced_or_not() {
        var bytes = new byte[LIMIT + 1];
        Arrays.fill(bytes, (byte) 'x');
        var form = new Multipart().file("gross.txt", bytes).end();
        assertEquals(413, send(Multipart.TYPE, form).statusCode());
        var chunked = kakolog.send(HttpRequest.newBuilder(URI.create(kakolog.url(API)))
                .header("Cookie", kakolog.as(HANAKO).cookie())
                .header("X-CSRF-Token", kakolog.as(HANAKO).csrf())
                .header("Content-Type", Multipart.TYPE)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form)))
                .build());
        assertEquals(413, chunked.statusCode());
        assertTrue(chunked.body().contains("1 MB"), chunked.body());
        var most =
                new Multipart().file("genau.txt", Arrays.copyOf(bytes, LIMIT)).end();
        assertEquals(200, send(Multipart.TYPE, most).statusCode());
    }

    @ParameterizedTest
    @CsvSource({"none, 401", "jiro, 403", "forged, 403", "foreign, 403"})
    void who_may_not_is_told_so_before_a_byte_is_read(String who, int status) throws IOException {
        var headers = new StringBuilder("POST " + API + " HTTP/1.1\r\nHost: 127.0.0.1:" + kakolog.port() + "\r\n");
        var person = who.equals("jiro") ? JIRO : HANAKO;
        if (!who.equals("none")) {
            headers.append("Cookie: ").append(kakolog.as(person).cookie()).append("\r\n");
            headers.append("X-CSRF-Token: ")
                    .append(who.equals("forged") ? "x" : kakolog.as(person).csrf())
                    .append("\r\n");
        }
        if (who.equals("foreign")) {
            headers.append("Origin: https://elsewhere.example\r\n");
        }
        headers.append("Content-Type: " + Multipart.TYPE + "\r\nContent-Length: 900000\r\n\r\n");
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), kakolog.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(headers.toString().getBytes(StandardCharsets.US_ASCII));
            var first = new byte[12];
            int read = socket.getInputStream().readNBytes(first, 0, first.length);
            assertEquals("HTTP/1.1 " + status, new String(first, 0, read, StandardCharsets.US_ASCII));
        }
    }

    @Test
    void a_form_of_a_page_needs_its_token_before_the_first_file() {
        var late = new Multipart()
                .file("spaet.txt", Slides.text("x"))
                .field("csrf", kakolog.as(HANAKO).csrf())
                .end();
        var answer = kakolog.send(HttpRequest.newBuilder(URI.create(kakolog.url(FORM)))
                .header("Cookie", kakolog.as(HANAKO).cookie())
                .header("Origin", kakolog.url(""))
                .header("Content-Type", Multipart.TYPE)
                .POST(BodyPublishers.ofByteArray(late))
                .build());
        assertEquals(403, answer.statusCode());
        assertEquals(404, kakolog.as(HANAKO).get(FORM + "/spaet.txt").statusCode());
    }

    @Test
    void what_is_to_be_published_later_is_there_from_that_second_on_for_participants_and_in_search() {
        kakolog.clock().set("2022-01-01T19:59:59+09:00");
        kakolog.as(HANAKO).add("2021-04-06", "spaeter.pdf", Slides.pdf("Ueberraschung"), "2022-01-01T20:00:00+09:00");
        var path = "/events/2021-04-06/materials/spaeter.pdf";
        kakolog.await(
                () -> kakolog.as(HANAKO).get("/api/search?q=Ueberraschung"),
                answer -> answer.body().contains("#page=1"));
        assertEquals(404, kakolog.as(SAKURA).get(path).statusCode());
        assertEquals(404, kakolog.as(SAKURA).get(path + "/view").statusCode());
        assertFalse(kakolog.as(SAKURA).get("/events/2021-04-06").body().contains("spaeter"));
        assertFalse(kakolog.as(SAKURA).get("/api/search?q=Ueberraschung").body().contains("spaeter"));
        assertTrue(kakolog.get("/api/events/2021-04-06").body().contains("\"hasMaterials\":false"));
        kakolog.clock().set("2022-01-01T20:00:00+09:00");
        assertEquals(200, kakolog.as(SAKURA).get(path).statusCode());
        assertTrue(kakolog.as(SAKURA).get("/events/2021-04-06").body().contains("spaeter"));
        assertTrue(kakolog.as(SAKURA).get("/api/search?q=Ueberraschung").body().contains("spaeter"));
        assertTrue(kakolog.get("/api/events/2021-04-06").body().contains("\"hasMaterials\":true"));
        assertFalse(kakolog.as(TARO).get("/api/search?q=Ueberraschung").body().contains("spaeter"));
        assertFalse(kakolog.get("/api/search?q=Ueberraschung").body().contains("spaeter"));
        kakolog.clock().set("2022-01-01T12:00:00+09:00");
    }

    @Test
    void a_program_sends_by_a_token_while_its_maker_is_an_organizer() {
        var made =
                kakolog.as(HANAKO).post("/organize/tokens", "label", "Rechner").body();
        var token = made.replaceFirst("(?s).*<input readonly value=\"([^\"]{43})\".*", "$1");
        assertFalse(kakolog.as(HANAKO).get("/organize/tokens").body().contains(token));
        assertEquals(200, byToken(token, "per-token.txt").statusCode());
        assertEquals(401, byToken("x".repeat(43), "x.txt").statusCode());
        assertEquals(401, byToken("", "x.txt").statusCode());
        // It opens no page, and what is there for everybody stays there.
        var page = kakolog.get("/organize", "Authorization", "Bearer " + token);
        assertEquals(302, page.statusCode());
        kakolog.as(HANAKO).post("/organize/tokens/revoke", "token", "1");
        assertEquals(401, byToken(token, "danach.txt").statusCode());
        assertTrue(kakolog.as(HANAKO).get("/organize/record").body().contains("トークン「Rechner」を取り消しました"));
    }

    private static HttpResponse<String> byToken(String token, String name) {
        return kakolog.send(HttpRequest.newBuilder(URI.create(kakolog.url(API)))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", Multipart.TYPE)
                .POST(BodyPublishers.ofByteArray(
                        new Multipart().file(name, Slides.text("x")).end()))
                .build());
    }

    @Test
    void a_speaker_sends_once_and_an_organizer_approves() {
        var made = kakolog.as(HANAKO)
                .post("/organize/events/2020-07-14/upload-links", "label", "話す人", "days", "3")
                .body();
        var path = made.replaceFirst("(?s).*value=\"[^\"]*(/send/[A-Za-z0-9_-]{43})\".*", "$1");
        assertTrue(kakolog.get(path).body().contains("話す人"));
        // One that is not what it says: nothing is taken, and the link stays open.
        assertEquals(
                415,
                guest(path, new Multipart().file("gut.txt", Slides.text("gut")).file("x.exe", Slides.text("x"))));
        assertEquals(200, guest(path, new Multipart().file("vortrag.txt", Slides.text("Vortrag"))));
        assertEquals(404, kakolog.get(path).statusCode());
        assertEquals(404, guest(path, new Multipart().file("noch.txt", Slides.text("noch"))));
        var file = "/events/2020-07-14/materials/vortrag.txt";
        assertEquals(404, kakolog.as(SAKURA).get(file).statusCode());
        assertEquals("Vortrag", kakolog.as(HANAKO).get(file).body());
        var desk =
                kakolog.as(HANAKO).get("/organize/events/2020-07-14/materials").body();
        var id = desk.replaceFirst("(?s).*id=\"material-(\\d+)\".*", "$1");
        kakolog.as(HANAKO).post("/organize/events/2020-07-14/materials/" + id, "do", "approve");
        assertEquals("Vortrag", kakolog.as(SAKURA).get(file).body());
    }

    private static int guest(String path, Multipart form) {
        return kakolog.send(HttpRequest.newBuilder(URI.create(kakolog.url(path)))
                        .header("Content-Type", Multipart.TYPE)
                        .POST(BodyPublishers.ofByteArray(form.end()))
                        .build())
                .statusCode();
    }

    @Test
    void a_replaced_file_keeps_its_address_and_the_one_before_is_kept() {
        kakolog.as(HANAKO).add("2020-06-23", "fassung.txt", Slides.text("eins"), "now");
        var desk =
                kakolog.as(HANAKO).get("/organize/events/2020-06-23/materials").body();
        var id = desk.replaceFirst("(?s).*id=\"material-(\\d+)\".*", "$1");
        var at = "/organize/events/2020-06-23/materials/" + id;
        var replaced =
                kakolog.as(HANAKO).uploadForm(at + "/file", form -> form.file("anders.txt", Slides.text("zwei")));
        assertEquals(303, replaced.statusCode());
        var file = "/events/2020-06-23/materials/fassung.txt";
        assertEquals("zwei", kakolog.as(SAKURA).get(file).body());
        assertEquals("eins", kakolog.as(SAKURA).get(file + "?rev=1").body());
        var other = kakolog.as(HANAKO).uploadForm(at + "/file", form -> form.file("anders.md", Slides.text("# drei")));
        assertEquals(415, other.statusCode());
        // Who has seen an older state is told so, and nothing is changed.
        var late = kakolog.as(HANAKO).post(at, "do", "title", "title", "zu spät", "version", "1");
        assertEquals(409, late.statusCode());
        assertFalse(kakolog.as(HANAKO).get("/events/2020-06-23").body().contains("zu spät"));
    }

    private static int count() {
        return kakolog.as(HANAKO).get("/api/events/2021-05-18").body().split("\"revision\"", -1).length;
    }
}
