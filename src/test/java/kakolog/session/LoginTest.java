package kakolog.session;

import static kakolog.demo.Person.HANAKO;
import static kakolog.demo.Person.JIRO;
import static kakolog.demo.Person.TARO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import kakolog.Login;
import kakolog.RunningKakolog;
import kakolog.demo.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way through Discord's login, and every way in which it must not lead in. */
final class LoginTest {
    private static final String TOKEN = "/api/v10/oauth2/token";
    private static final String ME = "/api/v10/users/@me";
    private static final String CALLBACK = "/auth/discord/callback";

    private static RunningKakolog kakolog;

    @BeforeAll
    static void start() {
        kakolog = RunningKakolog.withDiscord();
    }

    @BeforeEach
    void a_while_later_all_is_well() {
        kakolog.discord().recover();
        // Past every limit and pause.
        kakolog.clock().advance(Duration.ofMinutes(15));
    }

    @AfterAll
    static void stop() {
        kakolog.close();
    }

    @Test
    void one_comes_back_signed_in_to_where_one_wanted() {
        var begun = Login.begin(kakolog, "/events/2021-07-06%3Fa=b");
        var back = Login.finish(kakolog, begun, TARO);
        assertEquals(302, back.statusCode());
        assertEquals("/events/2021-07-06?a=b", location(back));
        var cookie = Login.cookie(back, "kakolog");
        var me = kakolog.get("/api/me", "Cookie", cookie).body();
        assertTrue(me.contains("\"signedIn\":true"), me);
        assertTrue(me.contains("\"name\":\"太郎\""), me);
        assertTrue(me.contains("\"events\":[\"2021-07-06\"]"), me);
    }

    @Test
    void cookies_on_http_are_for_the_browser_alone() {
        var begun = kakolog.get("/login/discord");
        assertTrue(setCookie(begun, "kakolog-login").endsWith("; Path=/; Max-Age=600; HttpOnly; SameSite=Lax"));
        var back = Login.finish(kakolog, Login.begin(kakolog, "/"), TARO);
        var session = setCookie(back, "kakolog");
        assertTrue(session.matches("kakolog=[\\w-]{43}; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax"), session);
        assertTrue(setCookie(back, "kakolog-login").startsWith("kakolog-login=; Path=/; Max-Age=0;"));
        var out = kakolog.send(form("/logout", Login.cookie(back, "kakolog"), ""));
        assertEquals(403, out.statusCode());
    }

    @Test
    void cookies_on_https_are_bound_to_this_host() {
        try (var secure =
                RunningKakolog.withDiscord(Path.of("content"), Map.of("KAKOLOG_PUBLIC_URL", "https://localhost"))) {
            var left = secure.get("/login/discord?next=/me");
            var browser = setCookie(left, "__Host-kakolog-login");
            assertTrue(
                    browser.matches(
                            "__Host-kakolog-login=[\\w-]{43}; Path=/; Max-Age=600; HttpOnly; SameSite=Lax; Secure"),
                    browser);
            var begun = new Login.Begun(Login.cookie(left, "__Host-kakolog-login"), URI.create(location(left)));
            var returned = Login.choose(secure, begun, HANAKO);
            assertEquals("localhost", returned.getHost());
            var path = returned.getRawPath() + "?" + returned.getRawQuery();
            // Where the name tells of https, the one without it is no login's.
            assertEquals(
                    400,
                    secure.get(path, "Cookie", begun.cookie().replace("__Host-", ""))
                            .statusCode());
            var back = secure.get(path, "Cookie", begun.cookie());
            assertEquals("/me", location(back));
            var session = setCookie(back, "__Host-kakolog");
            assertTrue(
                    session.matches(
                            "__Host-kakolog=[\\w-]{43}; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax; Secure"),
                    session);
            var cookie = Login.cookie(back, "__Host-kakolog");
            assertEquals(200, secure.get("/organize", "Cookie", cookie).statusCode());
            assertEquals(
                    302,
                    secure.get("/organize", "Cookie", cookie.replace("__Host-", ""))
                            .statusCode());
        }
    }

    @Test
    void two_logins_have_nothing_in_common() {
        var one = Login.begin(kakolog, "/");
        var other = Login.begin(kakolog, "/");
        assertNotEquals(one.cookie(), other.cookie());
        for (var name : new String[] {"state", "code_challenge"}) {
            assertNotEquals(parameter(one.authorize(), name), parameter(other.authorize(), name));
        }
        assertNotEquals(session(Login.finish(kakolog, one, TARO)), session(Login.finish(kakolog, other, TARO)));
    }

    // Callbacks that lead nowhere.

    @ParameterizedTest(name = "state {0}, cookie {1}")
    @CsvSource({
        "none, none",
        "own, none",
        "none, own",
        "own, strangers",
        "strangers, own",
        "empty, own",
        "own, empty",
        "empty, empty",
        "garbage, own",
        "own, garbage",
        "garbage, garbage"
    })
    void a_state_is_worth_something_only_with_the_cookie_of_the_browser_that_began(String state, String cookie) {
        var own = Login.begin(kakolog, "/");
        var strangers = Login.begin(kakolog, "/");
        var code = parameter(Login.choose(kakolog, own, TARO), "code");
        var garbage = "x".repeat(43);
        var states = Map.of(
                "none", "",
                "own", "&state=" + parameter(own.authorize(), "state"),
                "strangers", "&state=" + parameter(strangers.authorize(), "state"),
                "empty", "&state=",
                "garbage", "&state=" + garbage);
        var cookies = Map.of(
                "none",
                "a=b",
                "own",
                own.cookie(),
                "strangers",
                strangers.cookie(),
                "empty",
                "kakolog-login=",
                "garbage",
                "kakolog-login=" + garbage);
        refused(400, kakolog.get(CALLBACK + "?code=" + code + states.get(state), "Cookie", cookies.get(cookie)));
    }

    @Test
    void a_login_that_was_tried_with_a_strangers_cookie_is_not_spoilt() {
        var own = Login.begin(kakolog, "/");
        var back = Login.choose(kakolog, own, TARO).toString();
        refused(400, kakolog.send(HttpRequest.newBuilder(URI.create(back)).build()));
        assertFalse(session(finish(back, own.cookie())).isEmpty());
    }

    @Test
    void a_login_is_good_once() {
        var begun = Login.begin(kakolog, "/");
        var back = Login.choose(kakolog, begun, TARO).toString();
        assertFalse(session(finish(back, begun.cookie())).isEmpty());
        refused(400, finish(back, begun.cookie()));
    }

    @Test
    void a_login_is_good_for_ten_minutes() {
        var begun = Login.begin(kakolog, "/");
        kakolog.clock().advance(Duration.ofMinutes(11));
        refused(400, Login.finish(kakolog, begun, TARO));
        var early = Login.begin(kakolog, "/");
        kakolog.clock().advance(Duration.ofMinutes(-1));
        refused(400, Login.finish(kakolog, early, TARO));
    }

    @Test
    void who_cancels_on_discord_is_told_so() {
        var begun = Login.begin(kakolog, "/me");
        var answer = kakolog.get(
                CALLBACK + "?error=access_denied&state=" + parameter(begun.authorize(), "state"),
                "Cookie",
                begun.cookie());
        refused(400, answer);
        assertTrue(answer.body().contains("キャンセルされました"));
        assertTrue(answer.body().contains("href=\"/login/discord?next=%2Fme\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&error=invalid_scope",
                "&error=%3Cscript%3E",
                "&code=",
                "&code=%20",
                "&code=garbage",
                "&code=%00",
                "&code=%ff%fe",
                "&code=%E9%8C%B2",
                "&code=a%0d%0aSet-Cookie:%20a=b",
                "&code=LONG",
                "&code=..%2f..%2f",
                "&code[]=a"
            })
    void a_code_that_discord_does_not_know_leads_nowhere(String brought) {
        var begun = Login.begin(kakolog, "/");
        var code = brought.replace("LONG", "x".repeat(4_000));
        var answer = kakolog.get(
                CALLBACK + "?state=" + parameter(begun.authorize(), "state") + code, "Cookie", begun.cookie());
        refused(400, answer);
        assertFalse(answer.body().contains("<script>"));
    }

    @Test
    void a_code_that_was_used_leads_nowhere() {
        var first = Login.begin(kakolog, "/");
        var code = parameter(Login.choose(kakolog, first, TARO), "code");
        var path = CALLBACK + "?code=" + code + "&state=";
        assertFalse(session(kakolog.get(path + parameter(first.authorize(), "state"), "Cookie", first.cookie()))
                .isEmpty());
        var second = Login.begin(kakolog, "/");
        refused(400, kakolog.get(path + parameter(second.authorize(), "state"), "Cookie", second.cookie()));
    }

    /** As PKCE has it: who brings another's code into their own login gets nothing for it. */
    @Test
    void another_ones_code_leads_nowhere() {
        var victims = Login.begin(kakolog, "/");
        var code = parameter(Login.choose(kakolog, victims, HANAKO), "code");
        var own = Login.begin(kakolog, "/");
        refused(
                400,
                kakolog.get(
                        CALLBACK + "?code=" + code + "&state=" + parameter(own.authorize(), "state"),
                        "Cookie",
                        own.cookie()));
    }

    @Test
    void who_does_not_grant_to_know_who_they_are_is_not_signed_in() {
        kakolog.discord().failNext(Fault.WRONG_SCOPE);
        refused(400, Login.finish(kakolog, Login.begin(kakolog, "/"), TARO));
    }

    static Stream<Fault> faults() {
        return Stream.of(
                        Fault.rateLimited(30),
                        Fault.HTML_RATE_LIMITED,
                        Fault.SERVER_ERROR,
                        Fault.HTML_200,
                        Fault.HALF_JSON,
                        Fault.EMPTY,
                        Fault.DROPPED,
                        Fault.TWO_MEGABYTES,
                        Fault.REDIRECT,
                        Fault.UNAUTHORIZED,
                        Fault.CLOUDFLARE)
                .flatMap(fault -> Stream.of(fault.on(TOKEN), fault.on(ME)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void while_discord_fails_nobody_is_signed_in_and_everyone_may_try_again(Fault fault) {
        var begun = Login.begin(kakolog, "/me");
        var back = Login.choose(kakolog, begun, TARO).toString();
        kakolog.discord().failAlways(fault);
        var answer = finish(back, begun.cookie());
        refused(503, answer);
        assertTrue(answer.headers().firstValueAsLong("Retry-After").orElse(0) > 0);
        assertTrue(answer.body().contains("href=\"/login/discord?next=%2Fme\""));
    }

    @Test
    void a_silent_discord_is_waited_for_no_longer_than_a_few_seconds() {
        var begun = Login.begin(kakolog, "/");
        var back = Login.choose(kakolog, begun, TARO).toString();
        kakolog.discord().failNext(Fault.SILENT);
        refused(503, finish(back, begun.cookie()));
    }

    @Test
    void a_discord_that_is_down_signs_nobody_in() {
        var begun = Login.begin(kakolog, "/");
        var back = Login.choose(kakolog, begun, TARO).toString();
        kakolog.discord().stop();
        try {
            refused(503, finish(back, begun.cookie()));
        } finally {
            kakolog.discord().start();
        }
    }

    // Fixation, and trying too often.

    @Test
    void a_planted_cookie_is_not_adopted() {
        var planted = "kakolog=" + "p".repeat(43);
        var begun = Login.begin(kakolog, "/");
        var back = Login.choose(kakolog, begun, TARO).toString();
        var cookie = session(finish(back, begun.cookie() + "; " + planted));
        assertNotEquals(planted, cookie);
        assertTrue(kakolog.get("/api/me", "Cookie", planted).body().contains("\"signedIn\":false"));
    }

    @Test
    void a_login_ends_the_session_that_the_browser_had() {
        var before = session(Login.finish(kakolog, Login.begin(kakolog, "/"), JIRO));
        var begun = Login.begin(kakolog, "/");
        var back = Login.choose(kakolog, begun, TARO).toString();
        var after = session(finish(back, begun.cookie() + "; " + before));
        assertTrue(kakolog.get("/api/me", "Cookie", before).body().contains("\"signedIn\":false"));
        assertTrue(kakolog.get("/api/me", "Cookie", after).body().contains("\"name\":\"太郎\""));
    }

    @Test
    void too_many_attempts_a_minute_from_one_address_have_to_wait() {
        for (int attempt = 0; attempt < 200; attempt++) {
            assertEquals(302, kakolog.get("/login/discord").statusCode());
        }
        kakolog.clock().advance(Duration.ofSeconds(10));
        for (var path : new String[] {"/login/discord", CALLBACK + "?code=a&state=b"}) {
            var answer = kakolog.get(path);
            assertEquals(429, answer.statusCode());
            assertEquals("50", answer.headers().firstValue("Retry-After").orElse(""));
        }
        assertEquals(200, kakolog.get("/login").statusCode());
        kakolog.clock().advance(Duration.ofSeconds(50));
        assertEquals(302, kakolog.get("/login/discord").statusCode());
    }

    private static void refused(int status, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals("", session(answer));
        assertEquals(
                "private, no-store",
                answer.headers().firstValue("Cache-Control").orElse(""));
        assertTrue(answer.body().contains("/login/discord"), "no way to begin again");
    }

    private static HttpResponse<String> finish(String back, String cookie) {
        return kakolog.send(HttpRequest.newBuilder(URI.create(back))
                .header("Cookie", cookie)
                .build());
    }

    private static HttpRequest form(String path, String cookie, String fields) {
        return HttpRequest.newBuilder(URI.create(kakolog.url(path)))
                .header("Cookie", cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields))
                .build();
    }

    private static String session(HttpResponse<?> answer) {
        return Login.cookie(answer, "kakolog");
    }

    private static String setCookie(HttpResponse<?> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(header -> header.startsWith(name + "="))
                .findFirst()
                .orElse("");
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String parameter(URI address, String name) {
        return Stream.of(address.getRawQuery().split("&", -1))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }
}
