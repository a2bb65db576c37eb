package kakolog.web;

import static kakolog.demo.Person.JIRO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kakolog.Raw;
import kakolog.RunningKakolog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** By which names the site answers, whose word it takes for where a request comes from, and what every answer has. */
final class HostsTest {
    private static RunningKakolog local;
    private static RunningKakolog known;

    @BeforeAll
    static void start() {
        local = RunningKakolog.withDiscord();
        known = RunningKakolog.withDiscord(
                Path.of("content"),
                Map.of(
                        "KAKOLOG_PUBLIC_URL", "https://kakolog.example",
                        "KAKOLOG_TRUSTED_PROXIES", "127.0.0.1, 10.0.0.0/8"));
    }

    /** So that no test comes in the way of another by logging in too often. */
    @BeforeEach
    void a_minute_later() {
        local.clock().advance(Duration.ofMinutes(1));
        known.clock().advance(Duration.ofMinutes(1));
    }

    @AfterAll
    static void stop() {
        local.close();
        known.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            127.0.0.1:%d              | 200
            localhost:%d              | 200
            LocalHost:%d              | 200
            [::1]:%d                  | 200
            ''                        | 400
            evil.example              | 400
            evil.example:%d           | 400
            127.0.0.1                 | 400
            127.0.0.1:80              | 400
            127.0.0.1:%d.             | 400
            127.0.0.1.:%d             | 400
            localhost.:%d             | 400
            localhost                 | 400
            user@127.0.0.1:%d         | 400
            127.0.0.1:%d@evil.example | 400
            127.0.0.1:%d/evil.example | 400
            127.0.0.1:%d evil.example | 400
            127.0.0.1:%d, evil.example| 400
            127.0.0.1:%d#evil.example | 400
            127.1:%d                  | 400
            2130706433:%d             | 400
            0x7f000001:%d             | 400
            0.0.0.0:%d                | 400
            [::ffff:127.0.0.1]:%d     | 400
            169.254.169.254           | 400
            kakolog.example           | 400
            """)
    void a_site_without_a_public_address_answers_by_the_names_of_this_machine(String host, int status) {
        var answer = ask(local, "GET /events HTTP/1.1", "Host: " + host.formatted(local.port()));
        assertEquals(status, answer.status());
        assertOnly(local.url(""), answer);
    }

    @ParameterizedTest
    @CsvSource({
        "kakolog.example, 200",
        "kakolog.example:443, 200",
        "KAKOLOG.example, 200",
        "kakolog.example., 400",
        "kakolog.example:80, 400",
        "kakolog.example:8443, 400",
        "www.kakolog.example, 400",
        "kakolog.example.evil.example, 400",
        "evil.example, 400",
        "127.0.0.1, 400"
    })
    void a_site_with_a_public_address_answers_by_that(String host, int status) {
        var answer = ask(known, "GET /events HTTP/1.1", "Host: " + host);
        assertEquals(status, answer.status());
        assertOnly("https://kakolog.example", answer);
    }

    @Test
    void whoever_watches_over_it_may_ask_by_any_name() {
        assertEquals(
                200, ask(known, "GET /healthz HTTP/1.1", "Host: 10.1.2.3:8080").status());
        assertEquals(
                400,
                ask(known, "GET /healthz/../events HTTP/1.1", "Host: 10.1.2.3:8080")
                        .status());
        assertEquals(
                400,
                ask(known, "GET /healthz%2f..%2fevents HTTP/1.1", "Host: 10.1.2.3:8080")
                        .status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /events HTTP/1.1\r\nHost: 127.0.0.1:%1$d\r\nHost: evil.example",
                "GET /events HTTP/1.1\r\nHost: evil.example\r\nHost: 127.0.0.1:%1$d",
                "GET /events HTTP/1.1\r\nHost: 127.0.0.1:%1$d\r\nHost: 127.0.0.1:%1$d",
                "GET http://evil.example/events HTTP/1.1\r\nHost: 127.0.0.1:%1$d",
                "GET http://127.0.0.1:%1$d/events HTTP/1.1\r\nHost: evil.example",
                "GET http://evil.example/events HTTP/1.1\r\nHost: evil.example",
                "GET http://127.0.0.1:%1$d@evil.example/events HTTP/1.1\r\nHost: 127.0.0.1:%1$d",
                "GET /events HTTP/1.1\r\nX-Host: 127.0.0.1:%1$d"
            })
    void a_request_that_names_two_sites_or_none_is_refused(String request) {
        assertEquals(400, ask(local, request.formatted(local.port())).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /events HTTP/1.0",
                "GET http://evil.example/events HTTP/1.0",
                "GET http://127.0.0.1:%1$d/events HTTP/1.1\r\nHost: 127.0.0.1:%1$d"
            })
    void whatever_the_form_of_a_request_pages_speak_of_their_own_site(String request) {
        assertOnly(local.url(""), ask(local, request.formatted(local.port())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Server: evil.example",
                "X-Forwarded-Port: 666",
                "X-Forwarded-Proto: gopher",
                "X-Forwarded-Scheme: http",
                "X-Forwarded-Prefix: /evil.example",
                "X-Forwarded-For: 203.0.113.7",
                "X-Host: evil.example",
                "X-Original-URL: /organize",
                "X-Original-Host: evil.example",
                "X-Rewrite-URL: /organize",
                "X-HTTP-Method-Override: POST",
                "Forwarded: host=evil.example;proto=http;for=203.0.113.7",
                "Accept-Language: evil.example",
                "Origin: https://evil.example",
                "Referer: https://evil.example/",
                "Range: bytes=0-1"
            })
    void no_header_changes_a_page_that_is_kept_for_others(String header) {
        for (var site : List.of(local, known)) {
            for (var path : List.of("/topics", "/feed.atom", "/sitemap.xml")) {
                var host = "Host: 127.0.0.1:" + site.port();
                var first = ask(site, "GET " + path + " HTTP/1.1", host, header);
                assertEquals(200, first.status());
                assertFalse(first.body().contains("evil.example"));
                assertEquals(ask(site, "GET " + path + " HTTP/1.1", host).body(), first.body());
            }
        }
    }

    // Whose word counts.

    @Test
    void logins_are_counted_by_whom_a_trusted_proxy_names() {
        for (int attempt = 0; attempt < 200; attempt++) {
            assertEquals(302, leave(known, "203.0.113.9"));
        }
        assertEquals(429, leave(known, "203.0.113.9"));
        assertEquals(302, leave(known, "203.0.113.10"));
        // What stands before the address that the last proxy saw was made up by whoever asks.
        assertEquals(429, leave(known, "198.51.100.1, 203.0.113.9"));
        assertEquals(429, leave(known, "198.51.100.1, 203.0.113.9, 10.2.3.4"));
        assertEquals(302, leave(known, "198.51.100.1, 203.0.113.11, 10.2.3.4"));
    }

    @Test
    void where_no_proxy_is_trusted_nobody_escapes_the_count_by_a_header() {
        int refused = 0;
        for (int attempt = 0; attempt < 210; attempt++) {
            refused += leave(local, "203.0.113." + attempt % 250) == 429 ? 1 : 0;
        }
        assertTrue(refused >= 10, refused + " refused");
    }

    private static int leave(RunningKakolog site, String from) {
        return ask(site, "GET /login/discord HTTP/1.1", "Host: 127.0.0.1:" + site.port(), "X-Forwarded-For: " + from)
                .status();
    }

    // The headers of every answer.

    static Stream<String> answers() {
        var form = "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ";
        var host = " HTTP/1.1\r\nHost: 127.0.0.1:%1$d";
        return Stream.of(
                "200 GET /" + host,
                "200 HEAD /" + host,
                "200 GET /feed.atom" + host,
                "200 GET /api/me" + host,
                "200 GET /healthz" + host,
                "200 GET /login" + host,
                "302 GET /me" + host,
                "302 GET /organize" + host,
                "302 GET /login/discord" + host + "\r\nX-Forwarded-For: 192.0.2.1",
                "303 GET /events/" + host,
                "303 POST /language" + host + form + "7\r\n\r\nlang=ja",
                "400 GET /auth/discord/callback" + host + "\r\nX-Forwarded-For: 192.0.2.1",
                "400 POST /language" + host + form + "8\r\n\r\nlang=%%zz",
                "401 DELETE /api/events/2021-07-06/stream" + host,
                "403 POST /language" + host + "\r\nOrigin: null" + form + "7\r\n\r\nlang=ja",
                "404 GET /nothing" + host,
                "404 GET /api/nothing" + host,
                "404 GET /assets/nothing" + host,
                "405 POST /" + host + form + "0",
                "405 TRACE /" + host,
                "405 OPTIONS /" + host,
                "415 POST /language" + host + "\r\nContent-Type: text/plain\r\nContent-Length: 0",
                "400 GET /%%00" + host,
                "400 GET / HTTP/1.1\r\nHost: evil.example",
                "400 GET / HTTP/1.1",
                "400 GET /" + host + "\r\nContent-Length: x",
                "431 GET /" + host + "\r\nCookie: " + "a".repeat(9_000),
                "414 GET /" + "a".repeat(9_000) + host,
                "505 GET / HTTP/9.9\r\nHost: 127.0.0.1:%1$d");
    }

    @ParameterizedTest
    @MethodSource("answers")
    void every_answer_has_the_headers_that_keep_browsers_safe(String line) {
        int status = Integer.parseInt(line.substring(0, 3));
        var request = line.substring(4);
        for (var site : List.of(local, known)) {
            boolean body = request.contains("\r\n\r\n");
            var sent = request.formatted(site.port());
            var answer = body
                    ? Raw.send(site, sent.replaceFirst("\r\n\r\n", "\r\nConnection: close\r\n\r\n"))
                    : ask(site, sent);
            assertEquals(status, answer.status(), request);
            var policy = answer.header("Content-Security-Policy");
            assertEquals(1, policy.size(), answer::toString);
            assertTrue(policy.get(0).startsWith("default-src 'none'; script-src 'self'; style-src 'self';"));
            assertTrue(policy.get(0).contains("frame-ancestors 'none'")
                    && policy.get(0).contains("base-uri 'none'"));
            assertFalse(policy.get(0).contains("unsafe"));
            assertEquals(List.of("nosniff"), answer.header("X-Content-Type-Options"));
            assertEquals(List.of("same-origin"), answer.header("Referrer-Policy"));
            assertEquals(List.of("same-origin"), answer.header("Cross-Origin-Opener-Policy"));
            assertEquals(List.of("same-origin"), answer.header("Cross-Origin-Resource-Policy"));
            assertEquals(
                    site == known ? 1 : 0,
                    answer.header("Strict-Transport-Security").size());
            assertEquals(List.of(), answer.header("Server"));
            assertEquals(List.of(), answer.header("X-Powered-By"));
            assertFalse(answer.body().toLowerCase(java.util.Locale.ROOT).contains("jetty"));
        }
    }

    @Test
    void on_https_every_cookie_is_for_https_only() {
        for (var site : List.of(local, known)) {
            var cookies = Stream.of("POST /language", "POST /logout", "GET /login/discord")
                    .flatMap(request -> ask(
                            site,
                            request + " HTTP/1.1",
                            "Host: 127.0.0.1:" + site.port(),
                            "Content-Type: application/x-www-form-urlencoded",
                            "Content-Length: 0")
                            .header("Set-Cookie")
                            .stream())
                    .toList();
            assertEquals(3, cookies.size());
            cookies.forEach(cookie -> assertEquals(site == known, cookie.endsWith("; Secure"), cookie));
            cookies.forEach(cookie -> assertTrue(cookie.contains("; HttpOnly; SameSite=Lax"), cookie));
        }
    }

    @Test
    void what_somebody_who_is_signed_in_is_told_may_be_kept_by_no_proxy() {
        for (var path : List.of("/", "/events", "/feed.atom", "/links.json", "/search?q=QUIC", "/api/topics")) {
            var answer = local.as(JIRO).get(path);
            assertEquals(List.of("private, no-cache"), answer.headers().allValues("Cache-Control"), path);
            assertTrue(answer.headers().firstValue("Vary").orElse("").contains("Cookie"), path);
        }
    }

    private static Raw ask(RunningKakolog site, String... lines) {
        return Raw.ask(site, lines);
    }

    /** Whole addresses of this site begin with the one that was set. */
    private static void assertOnly(String base, Raw answer) {
        assertFalse(answer.body().contains("evil.example"), answer::body);
        assertFalse(answer.headers().toString().contains("evil.example"));
        if (answer.status() == 200) {
            assertTrue(
                    answer.body().contains("<meta property=\"og:url\" content=\"" + base + "/events\">"), answer::body);
        }
    }
}
