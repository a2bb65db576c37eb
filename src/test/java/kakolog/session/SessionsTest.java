package kakolog.session;

import static kakolog.demo.Person.HANAKO;
import static kakolog.demo.Person.TARO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kakolog.As;
import kakolog.Log;
import kakolog.Login;
import kakolog.Raw;
import kakolog.RunningKakolog;
import kakolog.demo.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sessions: how they end, that they stay ended, and what is no session. */
final class SessionsTest {
    private static RunningKakolog kakolog;

    @BeforeAll
    static void start() {
        kakolog = RunningKakolog.withDiscord();
    }

    @BeforeEach
    void a_while_later() {
        kakolog.clock().advance(Duration.ofMinutes(5));
    }

    @AfterAll
    static void stop() {
        kakolog.close();
    }

    @Test
    void who_signs_out_is_out_for_good() {
        var taro = kakolog.signIn(TARO);
        assertTrue(isAlive(taro));
        var out = taro.post("/logout");
        assertEquals(303, out.statusCode());
        assertTrue(out.headers().firstValue("Set-Cookie").orElse("").startsWith("kakolog=; Path=/; Max-Age=0;"));
        assertFalse(isAlive(taro));
        kakolog.restart();
        assertFalse(isAlive(taro));
    }

    @Test
    void signing_out_here_leaves_the_other_browser_signed_in_and_everywhere_does_not() {
        var one = kakolog.signIn(TARO);
        var other = kakolog.signIn(TARO);
        var third = kakolog.signIn(TARO);
        var hanako = kakolog.signIn(HANAKO);
        one.post("/logout");
        assertFalse(isAlive(one));
        assertTrue(isAlive(other));
        assertEquals(303, other.post("/logout", "everywhere", "1").statusCode());
        assertFalse(isAlive(other));
        assertFalse(isAlive(third));
        assertTrue(isAlive(hanako));
    }

    @Test
    void a_page_kept_for_a_session_is_not_shown_after_it() {
        var taro = kakolog.signIn(TARO);
        assertTrue(taro.get("/topics").body().contains("太郎"));
        taro.post("/logout");
        assertFalse(taro.get("/topics").body().contains("太郎"));
    }

    @Test
    void a_session_that_is_not_used_for_14_days_ends() {
        var taro = kakolog.signIn(TARO);
        kakolog.clock().advance(Duration.ofDays(14).minusMinutes(1));
        assertTrue(isAlive(taro));
        kakolog.clock().advance(Duration.ofDays(14).minusMinutes(1));
        assertTrue(isAlive(taro));
        var idle = kakolog.signIn(TARO);
        kakolog.clock().advance(Duration.ofDays(14));
        assertFalse(isAlive(idle));
    }

    @Test
    void a_session_ends_after_30_days_however_much_it_is_used() {
        var taro = kakolog.signIn(TARO);
        for (int day = 1; day < 30; day++) {
            kakolog.clock().advance(Duration.ofDays(1));
            assertEquals(200, taro.get("/topics").statusCode());
            assertTrue(taro.get("/topics").body().contains("太郎"), "day " + day);
        }
        kakolog.clock().advance(Duration.ofDays(1).minusSeconds(1));
        assertTrue(isAlive(taro));
        kakolog.clock().advance(Duration.ofSeconds(1));
        assertFalse(isAlive(taro));
    }

    @Test
    void a_session_that_has_ended_does_not_come_back_with_the_clock() {
        var taro = kakolog.signIn(TARO);
        kakolog.clock().advance(Duration.ofDays(40));
        assertFalse(isAlive(taro));
        kakolog.clock().advance(Duration.ofDays(-40));
        assertFalse(isAlive(taro));
        kakolog.restart();
        assertFalse(isAlive(taro));
    }

    @Test
    void a_clock_behind_the_login_harms_nobody() {
        var taro = kakolog.signIn(TARO);
        kakolog.clock().advance(Duration.ofDays(-1));
        assertEquals(200, taro.get("/me").statusCode());
        kakolog.clock().advance(Duration.ofDays(1));
        assertTrue(isAlive(taro));
    }

    static Stream<String> cookies() {
        var valid = kakolog.signIn(HANAKO).cookie();
        var token = valid.substring("kakolog=".length());
        char flipped = token.charAt(20) == 'A' ? 'B' : 'A';
        return Stream.of(
                "",
                "kakolog",
                "kakolog=",
                "kakolog=; kakolog=",
                "kakolog=\"" + token + "\"",
                "kakolog='" + token + "'",
                "kakolog=" + token + "%00",
                "kakolog=" + token + "\u0001",
                "kakolog=" + token.substring(0, 42),
                "kakolog=" + token + "A",
                "kakolog=" + token.substring(0, 20) + flipped + token.substring(21),
                "kakolog=" + token.toLowerCase(java.util.Locale.ROOT) + "=",
                "kakolog=%6" + token.substring(2),
                "kakolog=\u00e9\u008c\u00b2" + token.substring(3),
                "kakolog=" + "A".repeat(43),
                "kakolog=" + "A".repeat(7_000),
                "kakolog=" + "A".repeat(9_000),
                "kakolog=' or 1=1 --".concat("x".repeat(30)),
                "kakolog=../../etc/passwd",
                "kakolog=" + Token.hash(token),
                "kakolog=garbage; " + valid,
                "KAKOLOG=" + token,
                "Kakolog=" + token,
                "__Host-kakolog=" + token,
                "xkakolog=" + token,
                "kakolog =" + token,
                "kakolog-login=" + token,
                "a=b,kakolog=" + token,
                ";;;;=;=;;",
                "=".repeat(5_000),
                "$Version=1; $Path=/; kakolog=" + token.substring(1));
    }

    @ParameterizedTest
    @MethodSource("cookies")
    void anything_else_is_like_no_cookie(String cookie) {
        for (var path : List.of("/organize", "/topics", "/api/me")) {
            var answer = Raw.ask(
                    kakolog,
                    "GET " + path + " HTTP/1.1",
                    "Host: 127.0.0.1:" + kakolog.port(),
                    cookie.isEmpty() ? "Cookie:" : "Cookie: " + cookie);
            assertTrue(
                    List.of(400, 431, path.equals("/organize") ? 302 : 200).contains(answer.status()),
                    answer::toString);
            assertFalse(answer.body().contains("花子"));
            assertFalse(answer.body().contains("\"signedIn\":true"));
        }
    }

    @Test
    void several_headers_of_cookies_are_one() {
        var hanako = kakolog.signIn(HANAKO).cookie();
        var host = "Host: 127.0.0.1:" + kakolog.port();
        assertEquals(
                200,
                Raw.ask(kakolog, "GET /organize HTTP/1.1", host, "Cookie: a=b", "Cookie: " + hanako)
                        .status());
        assertEquals(
                302,
                Raw.ask(kakolog, "GET /organize HTTP/1.1", host, "Cookie: kakolog=x", "Cookie: " + hanako)
                        .status());
    }

    @Test
    void neither_the_database_nor_the_log_nor_a_page_holds_a_secret() throws IOException {
        var secrets = new ArrayList<String>();
        var stream = "https://stream.example/nobody-logs-this";
        secrets.add(stream);
        secrets.add(kakolog.discord().credentials().botToken());
        secrets.add(kakolog.discord().credentials().clientSecret());
        String text;
        try (var log = Log.captured()) {
            for (var fault : new Fault[] {null, Fault.HALF_JSON, Fault.SERVER_ERROR, Fault.UNAUTHORIZED}) {
                var begun = Login.begin(kakolog, "/");
                var back = Login.choose(kakolog, begun, HANAKO);
                secrets.add(value(begun.cookie()));
                List.of(back.getRawQuery().split("&", -1)).forEach(pair -> secrets.add(value(pair)));
                if (fault != null) {
                    kakolog.discord().failNext(fault.on("/api/v10/oauth2/token"));
                }
                kakolog.get(back.getRawPath() + "?" + back.getRawQuery(), "Cookie", begun.cookie());
                kakolog.get(back.getRawPath() + "?" + back.getRawQuery(), "Cookie", begun.cookie());
            }
            var hanako = kakolog.signIn(HANAKO);
            secrets.add(value(hanako.cookie()));
            secrets.add(hanako.csrf());
            assertEquals(
                    303, hanako.post("/events/2021-07-06/stream", "url", stream).statusCode());
            assertEquals(
                    400,
                    hanako.post("/events/2021-07-06/stream", "url", stream + " x")
                            .statusCode());
            kakolog.clock().advance(Duration.ofMinutes(2));
            kakolog.discord().failAlways(Fault.UNAUTHORIZED);
            hanako.get("/organize");
            kakolog.discord().recover();
            kakolog.get("/organize", "Cookie", hanako.cookie() + "x");
            hanako.post("/logout");
            text = log.text();
        }
        assertTrue(text.contains(HANAKO.id() + " signed in"), text);
        for (var secret : secrets) {
            assertFalse(text.contains(secret), () -> "the log holds " + secret);
        }
        try (var files = Files.walk(kakolog.data())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                secrets.stream()
                        .filter(secret -> !secret.equals(stream))
                        .forEach(secret -> assertFalse(bytes.contains(secret), () -> file + " holds " + secret));
            }
        }
    }

    private static String value(String pair) {
        return pair.substring(pair.indexOf('=') + 1);
    }

    private static boolean isAlive(As person) {
        return person.get("/api/me").body().contains("\"signedIn\":true");
    }
}
