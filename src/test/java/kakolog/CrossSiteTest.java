package kakolog;

import static kakolog.demo.Person.HANAKO;
import static kakolog.demo.Person.TARO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import kakolog.web.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What another site could make a browser do that is signed in here: change nothing, and lead nowhere else. */
final class CrossSiteTest {
    private static final String EVENT = "/events/2021-07-06";
    /** After it a request waits for a new check of roles: none is renewed while a test looks. */
    private static final Duration STALE = Duration.ofSeconds(61);

    private static final AtomicInteger PEERS = new AtomicInteger();

    private static RunningKakolog kakolog;
    private static As hanako;
    private static Forgery forgery;

    @BeforeAll
    static void start() {
        kakolog = RunningKakolog.withDiscord(Path.of("content"), Map.of("KAKOLOG_TRUSTED_PROXIES", "127.0.0.1"));
        kakolog.clock().set("2021-07-06T19:16:00+09:00");
        hanako = kakolog.as(HANAKO);
        assertEquals(404, kakolog.as(TARO).get(EVENT + "/watch").statusCode());
        assertEquals(
                303,
                hanako.post(EVENT + "/stream", "url", "https://stream.example/").statusCode());
        forgery = Forgery.prepared(kakolog, hanako);
    }

    @AfterAll
    static void stop() {
        kakolog.close();
    }

    @Test
    void every_changing_route_is_tried() {
        assertEquals(
                Forgery.FIELDS.keySet().stream().sorted().toList(),
                Forgery.routes(kakolog).stream().map(Forgery::name).sorted().toList());
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            no token                | none     |
            wrong token             | wrong    |
            token of another        | another  |
            token in the address    | query    |
            other site              | own      | Origin: https://evil.example
            other port              | own      | Origin: http://127.0.0.1:1
            no port                 | own      | Origin: http://127.0.0.1
            other scheme            | own      | Origin: https://127.0.0.1:%d
            longer name             | own      | Origin: http://127.0.0.1:%d.evil.example
            userinfo                | own      | Origin: http://127.0.0.1:%d@evil.example
            with a path             | own      | Origin: http://127.0.0.1:%d/
            a sandbox               | own      | Origin: null
            no origin at all        | own      | Origin: -
            other site by metadata  | own      | Sec-Fetch-Site: cross-site
            sibling by metadata     | own      | Sec-Fetch-Site: same-site
            typed by metadata       | own      | Sec-Fetch-Site: none
            unknown metadata        | own      | Sec-Fetch-Site: SAME-ORIGIN
            metadata against origin | own      | Sec-Fetch-Site: cross-site; Origin: http://127.0.0.1:%d
            """)
    void what_another_site_sends_changes_nothing(String what, String token, String headers) {
        kakolog.clock().advance(STALE);
        var before = Forgery.everything(hanako);
        for (var route : Forgery.routes(kakolog)) {
            var answer = kakolog.send(forged(route, token, headers == null ? "" : headers));
            assertEquals(403, answer.statusCode(), () -> what + " " + Forgery.name(route));
            assertTrue(answer.headers().allValues("Set-Cookie").isEmpty());
        }
        assertEquals(before, Forgery.everything(hanako));
    }

    /** A form with files is the right type where files are taken, and a small form is none there: hence the last column. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            simple type    | text/plain                                       | PAGE UPLOAD
            no type        | -                                                | PAGE UPLOAD
            other charset  | application/x-www-form-urlencoded;charset=utf-16 | PAGE UPLOAD
            upload         | multipart/form-data; boundary=x                  | PAGE
            a small form   | application/x-www-form-urlencoded                | UPLOAD
            JSON           | application/json                                 | UPLOAD
            no boundary    | multipart/form-data                              | UPLOAD
            other parts    | multipart/mixed; boundary=x                      | UPLOAD
            """)
    void what_no_page_of_this_site_sends_changes_nothing(String what, String type, String kinds) {
        kakolog.clock().advance(STALE);
        var before = Forgery.everything(hanako);
        for (var route : Forgery.routes(kakolog)) {
            if (kinds.contains(route.kind().name())) {
                var request = forgery.request(route, hanako, hanako.csrf(), "").header("Origin", kakolog.url(""));
                var typed = type.equals("-") ? request : request.header("Content-Type", type);
                assertEquals(415, kakolog.send(typed.build()).statusCode(), () -> what + " " + Forgery.name(route));
            }
        }
        assertEquals(before, Forgery.everything(hanako));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, POST",
        "GET, PUT",
        "GET, DELETE",
        "HEAD, POST",
        "POST, GET",
        "POST, HEAD",
        "POST, PUT",
        "POST, DELETE",
        "PATCH, POST",
        "OPTIONS, POST",
        "OPTIONS, PUT"
    })
    void no_header_makes_another_method(String method, String override) {
        kakolog.clock().advance(STALE);
        var before = Forgery.everything(hanako);
        for (var route : Forgery.routes(kakolog)) {
            if (method.equals(route.method().name())) {
                continue;
            }
            for (var header :
                    List.of("X-HTTP-Method-Override", "x-http-method-override", "X-HTTP-Method", "X-Method-Override")) {
                var query = "?csrf=" + hanako.csrf() + "&_method=" + override + "&" + forgery.fields(route);
                var answer = kakolog.send(forgery.begun(route, query.replaceAll("[{}\"]", ""))
                        .header("Cookie", hanako.cookie())
                        .header("X-CSRF-Token", hanako.csrf())
                        .header(header, override)
                        .header("Content-Type", Forgery.type(route))
                        .method(method, BodyPublishers.ofString(forgery.fields(route)))
                        .build());
                int status = isAsked(route.path()) && asks(method) ? 200 : 405;
                assertEquals(status, answer.statusCode(), () -> header + " " + Forgery.name(route));
            }
        }
        assertEquals(before, Forgery.everything(hanako));
    }

    private static boolean asks(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** Whether there is a page at the same address, which is then shown and changes nothing. */
    private static boolean isAsked(String path) {
        return kakolog.routes().stream()
                .anyMatch(route ->
                        route.method() == Route.Method.GET && route.path().equals(path));
    }

    @Test
    void who_is_not_signed_in_is_led_by_no_other_site_either() {
        for (var path : List.of("/language", "/logout", "/me/view-as/end")) {
            var answer = kakolog.send(HttpRequest.newBuilder(URI.create(kakolog.url(path)))
                    .header("Origin", "https://evil.example")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("lang=en"))
                    .build());
            assertEquals(403, answer.statusCode(), path);
            assertTrue(answer.headers().allValues("Set-Cookie").isEmpty());
        }
    }

    @Test
    void a_page_of_this_site_may_do_it() {
        var somebody = kakolog.signIn(HANAKO);
        for (var route : List.of("/me/view-as/end", "/language", "/logout")) {
            var found = Forgery.routes(kakolog).stream()
                    .filter(one -> one.path().equals(route))
                    .findFirst()
                    .orElseThrow();
            var request = forgery.request(found, somebody, somebody.csrf(), "")
                    .header("Content-Type", Forgery.type(found))
                    .header("Sec-Fetch-Site", "same-origin")
                    .header("Origin", kakolog.url(""));
            assertEquals(303, kakolog.send(request.build()).statusCode(), route);
        }
        hanako = kakolog.signIn(HANAKO);
    }

    // Where to go next.

    static Stream<String> elsewhere() {
        return Stream.of(
                "https://evil.example/",
                "HTTPS://evil.example/",
                "//evil.example",
                "///evil.example",
                "////evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "\\/evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "/\r/evil.example",
                "\t//evil.example",
                " //evil.example",
                "\u00a0//evil.example",
                "\u3000//evil.example",
                "/\u0000/evil.example",
                "/\u2028/evil.example",
                "/\u200b/evil.example",
                "\uff0f\uff0fevil.example",
                "http:evil.example",
                "https:/evil.example",
                "https:///evil.example",
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "data:text/html,x",
                "vbscript:x",
                "mailto:a@evil.example",
                "evil.example",
                ".evil.example",
                "@evil.example",
                ":80",
                "https://127.0.0.1@evil.example/",
                "https://127.0.0.1:80.evil.example/",
                "//127.0.0.1:80@evil.example/",
                "//[::1]/",
                "/x\r\nSet-Cookie: a=b",
                "/x\r\nLocation: https://evil.example/",
                "/\"><script>alert(1)</script>",
                "%2f%2fevil.example",
                "https%3A%2F%2Fevil.example",
                "",
                "/" + "a".repeat(6_000),
                "//" + "evil.example/".repeat(400));
    }

    @ParameterizedTest
    @MethodSource("elsewhere")
    void next_is_never_elsewhere(String next) {
        // As often as one may check one's roles by hand.
        kakolog.clock().advance(Duration.ofSeconds(6));
        var value = URLEncoder.encode(next, StandardCharsets.UTF_8);
        var taro = kakolog.as(TARO);
        assertEquals("/", location(taro.get("/login?next=" + value)));
        var page = kakolog.get("/login?next=" + value);
        if (page.statusCode() == 200) {
            assertTrue(page.body().contains("href=\"/login/discord?next=%2F\""), page.body());
        }
        var from = "192.0.2." + PEERS.incrementAndGet();
        var left = kakolog.get("/login/discord?next=" + value, "X-Forwarded-For", from);
        if (left.statusCode() == 302) {
            var begun = new Login.Begun(Login.cookie(left, "kakolog-login"), URI.create(location(left)));
            var back = Login.choose(kakolog, begun, TARO);
            assertEquals(
                    "/",
                    location(kakolog.send(HttpRequest.newBuilder(back)
                            .headers("Cookie", begun.cookie(), "X-Forwarded-For", from)
                            .build())));
        }
        assertEquals("/", location(taro.post("/language", "lang", "ja", "next", next)));
        assertEquals("/", location(taro.post("/me/recheck", "next", next)));
        assertEquals("/", location(hanako.post("/organize/view-as", "as", "member", "next", next)));
        assertEquals("/", location(hanako.post("/me/view-as/end", "next", next)));
        assertEquals("/", location(taro.post("/me/view-as/end", "next", next)));
    }

    @Test
    void signing_out_leads_home() {
        kakolog.clock().advance(Duration.ofMinutes(1));
        var out = kakolog.signIn(TARO).post("/logout", "next", "https://evil.example/");
        assertEquals("/", location(out));
    }

    @ParameterizedTest
    @CsvSource({
        "/events/2021-07-06",
        "/search?q=%E9%8C%B2&kind=item",
        "/events?next=https://evil.example/",
        "/%2f%2fevil.example",
        "/@evil.example",
        "/.//evil.example",
        "/events#links"
    })
    void next_may_be_any_path_of_this_site(String next) {
        assertEquals(next, location(kakolog.as(TARO).post("/language", "lang", "ja", "next", next)));
    }

    @ParameterizedTest
    @CsvSource({
        "//evil.example/",
        "//evil.example/%2f..",
        "/%5cevil.example/",
        "/%09/evil.example/",
        "/%0d%0aLocation:%20https:%2f%2fevil.example/",
        "/.%2f/evil.example/",
        "/%2f/evil.example/",
        "/%2fevil.example/",
        "///evil.example//"
    })
    void a_slash_too_many_leads_nowhere_else(String path) {
        var answer = Raw.ask(kakolog, "GET " + path + " HTTP/1.1", "Host: 127.0.0.1:" + kakolog.port());
        assertTrue(answer.status() < 500, answer::toString);
        for (var location : answer.header("Location")) {
            assertTrue(location.matches("/([^/\\\\].*)?"), location);
        }
        assertFalse(answer.headers().toString().contains("Location: https"));
    }

    private static HttpRequest forged(Route route, String token, String headers) {
        var csrf = switch (token) {
            case "own" -> hanako.csrf();
            case "another" -> kakolog.as(TARO).csrf();
            case "wrong" -> "x".repeat(43);
            default -> "";
        };
        var query = token.equals("query") ? "?csrf=" + hanako.csrf() : "";
        var request = forgery.request(route, hanako, csrf, query).header("Content-Type", Forgery.type(route));
        // A form with files has to say where it comes from: what is wrong is the token, and nothing else.
        if (headers.isEmpty() && Forgery.isUpload(route)) {
            request.header("Origin", kakolog.url(""));
        }
        for (var header : headers.split(";", -1)) {
            var parts = header.strip().split(": ", 2);
            if (parts.length == 2) {
                request.header(parts[0], parts[1].replace("%d", String.valueOf(kakolog.port())));
            }
        }
        return request.build();
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("none: " + answer.statusCode());
    }
}
