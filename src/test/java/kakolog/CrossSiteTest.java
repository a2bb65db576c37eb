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

    /** What each changing route would do if it were asked rightly. */
    private static final Map<String, String> FIELDS = Map.of(
            "POST /events/{slug}/stream", "url=https%3A%2F%2Fevil.example%2F",
            "POST /events/{slug}/end", "x=1",
            "PUT /api/events/{slug}/stream", "{\"url\":\"https://evil.example/\"}",
            "DELETE /api/events/{slug}/stream", "{}",
            "POST /logout", "everywhere=1",
            "POST /me/recheck", "next=/",
            "POST /me/view-as/end", "next=/",
            "POST /organize/events/{slug}/participants", "person=" + TARO.id() + "&right=revoke",
            "POST /organize/view-as", "as=member",
            "POST /language", "lang=en");

    private static RunningKakolog kakolog;
    private static As hanako;

    @BeforeAll
    static void start() {
        kakolog = RunningKakolog.withDiscord(Path.of("content"), Map.of("KAKOLOG_TRUSTED_PROXIES", "127.0.0.1"));
        kakolog.clock().set("2021-07-06T19:16:00+09:00");
        hanako = kakolog.as(HANAKO);
        assertEquals(404, kakolog.as(TARO).get(EVENT + "/watch").statusCode());
        assertEquals(
                303,
                hanako.post(EVENT + "/stream", "url", "https://stream.example/").statusCode());
    }

    @AfterAll
    static void stop() {
        kakolog.close();
    }

    private static List<Route> changing() {
        return kakolog.routes().stream()
                .filter(route -> route.method() != Route.Method.GET)
                .toList();
    }

    @Test
    void every_changing_route_is_tried() {
        assertEquals(
                FIELDS.keySet().stream().sorted().toList(),
                changing().stream().map(CrossSiteTest::name).sorted().toList());
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            no token                | none     |                               | 403
            wrong token             | wrong    |                               | 403
            token of another        | another  |                               | 403
            token in the address    | query    |                               | 403
            other site              | own      | Origin: https://evil.example  | 403
            other port              | own      | Origin: http://127.0.0.1:1    | 403
            no port                 | own      | Origin: http://127.0.0.1      | 403
            other scheme            | own      | Origin: https://127.0.0.1:%d  | 403
            longer name             | own      | Origin: http://127.0.0.1:%d.evil.example | 403
            userinfo                | own      | Origin: http://127.0.0.1:%d@evil.example | 403
            with a path             | own      | Origin: http://127.0.0.1:%d/  | 403
            a sandbox               | own      | Origin: null                  | 403
            no origin at all        | own      | Origin: -                     | 403
            other site by metadata  | own      | Sec-Fetch-Site: cross-site    | 403
            sibling by metadata     | own      | Sec-Fetch-Site: same-site     | 403
            typed by metadata       | own      | Sec-Fetch-Site: none          | 403
            unknown metadata        | own      | Sec-Fetch-Site: SAME-ORIGIN   | 403
            metadata against origin | own      | Sec-Fetch-Site: cross-site; Origin: http://127.0.0.1:%d | 403
            simple type             | own      | Content-Type: text/plain      | 415
            upload                  | own      | Content-Type: multipart/form-data; boundary=x | 415
            no type                 | own      | Content-Type: -               | 415
            other charset           | own      | Content-Type: application/x-www-form-urlencoded;charset=utf-16 | 415
            """)
    void what_another_site_sends_changes_nothing(String what, String token, String headers, int status) {
        kakolog.clock().advance(STALE);
        var before = everything();
        for (var route : changing()) {
            var answer = kakolog.send(forged(route, token, headers == null ? "" : headers));
            assertEquals(status, answer.statusCode(), () -> what + " " + name(route));
            assertTrue(answer.headers().allValues("Set-Cookie").isEmpty());
        }
        assertEquals(before, everything());
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
        var before = everything();
        for (var route : changing()) {
            if (method.equals(route.method().name())) {
                continue;
            }
            for (var header :
                    List.of("X-HTTP-Method-Override", "x-http-method-override", "X-HTTP-Method", "X-Method-Override")) {
                var path = path(route) + "?csrf=" + hanako.csrf() + "&_method=" + override + "&" + fields(route);
                var answer = kakolog.send(HttpRequest.newBuilder(URI.create(kakolog.url(path.replaceAll("[{}\"]", ""))))
                        .header("Cookie", hanako.cookie())
                        .header("X-CSRF-Token", hanako.csrf())
                        .header(header, override)
                        .header("Content-Type", type(route))
                        .method(method, BodyPublishers.ofString(fields(route)))
                        .build());
                assertEquals(405, answer.statusCode(), () -> header + " " + name(route));
            }
        }
        assertEquals(before, everything());
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
        var own = "Sec-Fetch-Site: same-origin; Origin: http://127.0.0.1:" + kakolog.port();
        for (var route : List.of("/me/view-as/end", "/language", "/logout")) {
            var found = changing().stream()
                    .filter(one -> one.path().equals(route))
                    .findFirst()
                    .orElseThrow();
            var request = forged(found, "own", own, somebody);
            assertEquals(303, kakolog.send(request).statusCode(), route);
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
        return forged(route, token, headers, hanako);
    }

    private static HttpRequest forged(Route route, String token, String headers, As person) {
        var csrf = switch (token) {
            case "own" -> person.csrf();
            case "another" -> kakolog.as(TARO).csrf();
            case "wrong" -> "x".repeat(43);
            default -> "";
        };
        var query = token.equals("query") ? "?csrf=" + person.csrf() : "";
        var request = HttpRequest.newBuilder(URI.create(kakolog.url(path(route) + query)))
                .header("Cookie", person.cookie())
                .method(route.method().name(), BodyPublishers.ofString(fields(route)));
        if (!csrf.isEmpty()) {
            request.header("X-CSRF-Token", csrf);
        }
        boolean typed = headers.startsWith("Content-Type");
        if (!typed) {
            request.header("Content-Type", type(route));
        }
        for (var header : typed ? new String[] {headers} : headers.split(";", -1)) {
            var parts = header.strip().split(": ", 2);
            if (parts.length == 2 && !(typed && parts[1].equals("-"))) {
                request.header(parts[0], parts[1].replace("%d", String.valueOf(kakolog.port())));
            }
        }
        return request.build();
    }

    private static String name(Route route) {
        return route.method() + " " + route.path();
    }

    private static String path(Route route) {
        return route.path().replace("{slug}", "2021-07-06");
    }

    private static String fields(Route route) {
        return FIELDS.getOrDefault(name(route), "");
    }

    private static String type(Route route) {
        return route.path().startsWith("/api/") ? "application/json" : "application/x-www-form-urlencoded";
    }

    /** All that could have been changed, as it shows. */
    private static String everything() {
        return Stream.of("/organize/record", "/organize" + EVENT, EVENT, "/api" + EVENT, "/api/me", "/me")
                .map(path -> hanako.get(path).body())
                .reduce("", String::concat);
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("none: " + answer.statusCode());
    }
}
