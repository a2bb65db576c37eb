package kakolog.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import kakolog.App;
import kakolog.Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever answers a kept page, the shelf or the routes: the visitor cannot tell. */
class ShelfFirstTest {
    private static final String EVENT = "/events/2021-07-06";
    /** Any cookie but the language's leads to the routes. */
    private static final String[] BY_THE_ROUTES = {"Cookie", "other=1"};

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private App app;
    private String address;

    @BeforeEach
    void start() throws IOException, Config.Unusable {
        Files.createDirectories(folder.resolve("events"));
        Files.writeString(folder.resolve("site.yaml"), "name: SHIGURADIO\n");
        Files.writeString(
                folder.resolve("events/2021-07-06.md"), """
                ---
                date: 2021-07-06
                start: "19:30"
                ---

                - QUIC
                """ + "  - [読んだ記事](https://example.com/)\n".repeat(30));
        app = new App(Config.from(Map.of(
                "KAKOLOG_PORT",
                "0",
                "KAKOLOG_CONTENT",
                folder.toString(),
                "KAKOLOG_DATA",
                folder.resolve("data").toString(),
                "KAKOLOG_CLOCK",
                "2021-07-07T12:00:00+09:00")));
        address = app.start();
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void second_visitor_gets_what_the_first_got() throws Exception {
        var first = get(EVENT);
        var second = get(EVENT);

        assertEquals(200, second.statusCode());
        assertArrayEquals(first.body(), second.body());
        assertEquals(headers(first), headers(second));
    }

    @Test
    void headers_are_the_same_for_pages_and_files_of_all_kinds() throws Exception {
        var style = new String(get("/").body(), StandardCharsets.UTF_8)
                .replaceAll("(?s).*\"(/assets/site[^\"]*css)\".*", "$1");
        for (var path : List.of("/", "/events", EVENT, "/links", "/topics", style)) {
            get(path);
            for (var encoding : List.of("identity", "gzip")) {
                var byTheShelf = get(path, "Accept-Encoding", encoding);
                var byTheRoutes = get(path, "Accept-Encoding", encoding, "Cookie", "other=1");

                assertEquals(headers(byTheRoutes), headers(byTheShelf), path);
                assertArrayEquals(byTheRoutes.body(), byTheShelf.body(), path);
            }
        }
    }

    @Test
    void packed_page_is_the_same_page_under_another_tag() throws Exception {
        get(EVENT);
        var plain = get(EVENT);
        var packed = get(EVENT, "Accept-Encoding", "br, gzip;q=0.5");

        assertEquals("gzip", header(packed, "Content-Encoding"));
        assertEquals("Cookie, Accept-Encoding", header(packed, "Vary"));
        assertEquals("Cookie, Accept-Encoding", header(plain, "Vary"));
        assertNotEquals(header(plain, "ETag"), header(packed, "ETag"));
        assertArrayEquals(plain.body(), unpacked(packed.body()));
    }

    @Test
    void refused_gzip_is_not_sent() throws Exception {
        get(EVENT);

        for (var refusing : List.of("gzip;q=0", "gzip; q=0.0", "br", "identity, gzip ; Q = 0")) {
            assertEquals("", header(get(EVENT, "Accept-Encoding", refusing), "Content-Encoding"), refusing);
        }
    }

    @Test
    void known_page_is_not_sent_again() throws Exception {
        get(EVENT);
        var tag = header(get(EVENT), "ETag");
        var packedTag = header(get(EVENT, "Accept-Encoding", "gzip"), "ETag");

        for (var known : List.of(tag, packedTag, "W/" + tag, "\"other\", " + tag, "*")) {
            var byTheShelf = get(EVENT, "If-None-Match", known);
            var byTheRoutes = get(EVENT, "If-None-Match", known, "Cookie", "other=1");

            assertEquals(304, byTheShelf.statusCode(), known);
            assertEquals(0, byTheShelf.body().length);
            assertEquals(tag, header(byTheShelf, "ETag"));
            assertEquals("", header(byTheShelf, "Content-Type"));
            assertEquals(headers(byTheRoutes), headers(byTheShelf), known);
        }
        assertEquals(200, get(EVENT, "If-None-Match", "\"other\"").statusCode());
    }

    @Test
    void head_tells_what_get_would_send() throws Exception {
        var page = get(EVENT);
        var byTheShelf = ask("HEAD", EVENT);
        var byTheRoutes = ask("HEAD", EVENT, BY_THE_ROUTES);

        assertEquals(200, byTheShelf.statusCode());
        assertEquals(0, byTheShelf.body().length);
        assertEquals(String.valueOf(page.body().length), header(byTheShelf, "Content-Length"));
        assertEquals(headers(page), headers(byTheShelf));
        assertEquals(headers(byTheRoutes), headers(byTheShelf));
    }

    @Test
    void each_language_has_its_own_page() throws Exception {
        var japanese = get(EVENT);
        var english = get(EVENT, "Cookie", "lang=en");

        assertTrue(text(japanese).contains("<html lang=\"ja\""));
        assertTrue(text(english).contains("<html lang=\"en\""));
        assertArrayEquals(english.body(), get(EVENT, "Cookie", "lang=en").body());
        assertArrayEquals(japanese.body(), get(EVENT, "Cookie", "lang=ja").body());
        assertArrayEquals(
                english.body(), get(EVENT, "Cookie", "other=1; lang=en").body());
    }

    @Test
    void kept_page_does_not_answer_a_post() throws Exception {
        get(EVENT);

        var posted = ask("POST", EVENT);

        assertEquals(405, posted.statusCode());
        assertFalse(text(posted).contains("読んだ記事"));
    }

    @Test
    void query_asks_for_a_page_of_its_own() throws Exception {
        get("/links");

        assertTrue(text(get("/links")).contains("読んだ記事"));
        assertFalse(text(get("/links?year=1999")).contains("読んだ記事"));
        assertFalse(text(get("/links?year=1999")).contains("読んだ記事"));
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        return ask("GET", path, headers);
    }

    private HttpResponse<byte[]> ask(String method, String path, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + path)).method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    /** All but the time of day. */
    private static Map<String, List<String>> headers(HttpResponse<?> response) {
        var headers = new TreeMap<>(response.headers().map());
        headers.remove("date");
        return headers;
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }
}
