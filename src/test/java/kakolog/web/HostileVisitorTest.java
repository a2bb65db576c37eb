package kakolog.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import kakolog.RunningKakolog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HostileVisitorTest {
    private static RunningKakolog kakolog;

    @BeforeAll
    static void start() {
        kakolog = RunningKakolog.start();
    }

    @AfterAll
    static void stop() {
        kakolog.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/x-www-form-urlencoded|lang=en|303",
                "application/x-www-form-urlencoded; charset=UTF-8|lang=en|303",
                "application/x-www-form-urlencoded|lang=%zz|400",
                "application/x-www-form-urlencoded; charset=nope|lang=en|415",
                "application/x-www-form-urlencoded; charset=utf-7|lang=en|415",
                "multipart/form-data|x|415",
                "multipart/form-data; boundary=x|--x|415",
                "application/json|{}|415",
                "text/plain|lang=en|415",
                "/;;|lang=en|415"
            })
    void only_a_plain_form_is_read(String type, String body, int status) {
        assertEquals(status, post("/language", type, body).statusCode());
    }

    @Test
    void a_form_that_is_too_large_is_refused_with_our_own_page() {
        var answer = post("/language", "application/x-www-form-urlencoded", "next=/" + "a".repeat(300_000));
        assertEquals(413, answer.statusCode());
        assertEquals(
                "private, no-store",
                answer.headers().firstValue("Cache-Control").orElse(""));
    }

    @Test
    void a_broken_chunk_is_the_senders_fault() throws IOException {
        var answer = raw(lines(
                "POST /language HTTP/1.1",
                host(),
                "Connection: close",
                "Content-Type: application/x-www-form-urlencoded",
                "Transfer-Encoding: chunked",
                "",
                "zz"));
        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void another_method_is_405_and_says_which_are_allowed(String method) {
        var answer = kakolog.send(HttpRequest.newBuilder(URI.create(kakolog.url("/events")))
                .method(method, BodyPublishers.noBody())
                .build());
        assertEquals(405, answer.statusCode());
        assertTrue(
                answer.headers().firstValue("Allow").orElse("").contains("GET"),
                answer.headers().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /%00 HTTP/1.1\r\nHost: x\r\n", "GET / HTTP/1.1\r\n", "GET / HTTP/9.9\r\nHost: x\r\n"})
    void what_never_reaches_a_route_has_the_headers_of_every_answer(String request) throws IOException {
        var answer = raw(request + "Connection: close\r\n\r\n");
        for (var header : new String[] {
            "Content-Security-Policy: default-src 'none'",
            "X-Content-Type-Options: nosniff",
            "Referrer-Policy: same-origin",
            "Cross-Origin-Opener-Policy: same-origin",
            "Cross-Origin-Resource-Policy: same-origin"
        }) {
            assertTrue(answer.contains(header), answer);
        }
    }

    @Test
    void three_hundred_who_never_finish_their_form_stop_nobody() throws IOException {
        var slow = new ArrayList<Socket>();
        try {
            for (int number = 0; number < 300; number++) {
                var socket = open();
                slow.add(socket);
                write(
                        socket,
                        lines(
                                "POST /language HTTP/1.1",
                                host(),
                                "Content-Length: 100",
                                "Content-Type: application/x-www-form-urlencoded",
                                "",
                                "lang"));
            }
            for (var path : new String[] {"/", "/events?year=2020", "/healthz", "/search?q=QUIC"}) {
                assertEquals(200, kakolog.get(path).statusCode(), path);
            }
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void cookies_in_several_headers_are_read_alike_the_first_time_and_later() throws IOException {
        for (int time = 0; time < 2; time++) {
            var answer = raw(lines(
                    "GET /topics HTTP/1.1", host(), "Connection: close", "Cookie: a=1", "Cookie: lang=en", "", ""));
            assertTrue(answer.contains("<h1>Topics</h1>"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'gzip;q=0, *', false",
        "'*;q=0', false",
        "'gzip', true",
        "'*', true",
        "'br, gzip;q=0.5', true",
        "'identity', false"
    })
    void gzips_own_word_counts_for_more_than_a_star(String accepted, boolean gzip) {
        assertEquals(gzip, Sender.acceptsGzip(accepted));
    }

    @Test
    void a_long_search_survives_the_switch_of_language() {
        var next = "/search?q=" + "%E9%8C%B2".repeat(100);
        var body = "lang=en&next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        var answer = post("/language", "application/x-www-form-urlencoded", body);
        assertEquals(next, answer.headers().firstValue("Location").orElse(""));
    }

    private static String lines(String... lines) {
        return String.join("\r\n", lines) + "\r\n";
    }

    private static HttpResponse<String> post(String path, String type, String body) {
        return kakolog.send(HttpRequest.newBuilder(URI.create(kakolog.url(path)))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static String raw(String request) throws IOException {
        try (var socket = open()) {
            write(socket, request);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String host() {
        return "Host: " + URI.create(kakolog.url("/")).getAuthority();
    }

    private static Socket open() throws IOException {
        var url = URI.create(kakolog.url("/"));
        var socket = new Socket(url.getHost(), url.getPort());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }
}
