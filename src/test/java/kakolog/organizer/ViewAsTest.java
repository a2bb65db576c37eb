package kakolog.organizer;

import static kakolog.demo.Person.HANAKO;
import static kakolog.demo.Person.JIRO;
import static kakolog.demo.Person.KEN;
import static kakolog.demo.Person.SAKURA;
import static kakolog.demo.Person.TARO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kakolog.As;
import kakolog.RunningKakolog;
import kakolog.demo.Community;
import kakolog.demo.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** この人として見る: the same eyes, no hands. */
final class ViewAsTest {
    private static final String EVENT = "/events/2021-07-06";
    private static final String SECRET = "https://stream.example/view-as";
    private static final String BANNER = "class=\"pretence\"";
    private static final List<String> PLACES = List.of(
            "/",
            "/pages/join",
            "/events",
            EVENT,
            EVENT + "/watch",
            "/events/2021-05-18",
            "/events/2021-05-18/watch",
            "/events/1999-01-01",
            "/topics",
            "/people/voluntas",
            "/links",
            "/search?q=QUIC",
            "/api/search?q=QUIC",
            "/api" + EVENT,
            "/feed.atom",
            "/login?next=/events",
            "/me",
            "/organize",
            "/organize/record",
            "/organize" + EVENT,
            "/nothing");
    private static final Map<String, Person> PEOPLE =
            Map.of("member", JIRO, "participant/2021-07-06", TARO, "participant/2021-05-18", KEN, "booster", SAKURA);

    private static RunningKakolog kakolog;

    private As hanako;
    private String csrf;

    @BeforeAll
    static void start() {
        kakolog = RunningKakolog.withDiscord();
        kakolog.clock().set("2021-07-06T19:30:00+09:00");
    }

    @BeforeEach
    void sign_in() {
        kakolog.community().reset();
        kakolog.clock().advance(Duration.ofSeconds(121));
        hanako = kakolog.signIn(HANAKO);
        csrf = hanako.csrf();
        assertEquals(303, hanako.post(EVENT + "/stream", "url", SECRET).statusCode());
    }

    @AfterAll
    static void stop() {
        kakolog.close();
    }

    @ParameterizedTest
    @CsvSource({"anonymous", "member", "participant/2021-07-06", "participant/2021-05-18", "booster"})
    void an_organizer_sees_what_that_person_sees_and_can_change_nothing(String word) {
        pretend(word);
        var before = kakolog.signIn(HANAKO).get("/organize" + EVENT).body().replaceAll("csrf\" value=\"[^\"]+", "");
        for (var place : PLACES) {
            var theirs = theirs(word, place);
            var seen = hanako.get(place);
            assertEquals(theirs.statusCode(), seen.statusCode(), place);
            assertEquals(theirs.headers().firstValue("Location"), seen.headers().firstValue("Location"), place);
            assertEquals(theirs.body().contains(SECRET), seen.body().contains(SECRET), place);
            assertEquals(theirs.statusCode(), hanako.head(place).statusCode(), place);
            assertFalse(seen.headers().firstValue("Cache-Control").orElse("").startsWith("public"), place);
            if (seen.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                assertTrue(seen.body().contains(BANNER), place);
                assertFalse(theirs.body().contains(BANNER), place);
                // The second time the page comes from where pages are kept.
                assertTrue(hanako.get(place).body().contains(BANNER), place);
            }
        }
        int refused = word.equals("anonymous") ? 401 : 403;
        assertEquals(refused, post(EVENT + "/stream", "url=https://other.example/"));
        assertEquals(refused, post(EVENT + "/end", ""));
        assertEquals(refused, post("/organize" + EVENT + "/participants", "right=revoke&person=" + TARO.id()));
        assertEquals(refused, post("/organize/view-as", "as=booster"));
        for (var method : List.of("PUT", "DELETE")) {
            var answer = hanako.send(method, "/api" + EVENT + "/stream", "{\"url\":\"https://other.example/\"}");
            assertEquals(refused, answer.statusCode());
        }
        assertEquals(
                before, kakolog.signIn(HANAKO).get("/organize" + EVENT).body().replaceAll("csrf\" value=\"[^\"]+", ""));
        assertTrue(kakolog.as(TARO).get(EVENT).body().contains(SECRET));

        assertEquals(303, post("/me/view-as/end", ""));
        assertEquals(200, hanako.get("/organize").statusCode());
        assertFalse(hanako.get("/").body().contains(BANNER));
    }

    @Test
    void when_it_began_and_ended_is_recorded_with_the_organizers_name() {
        pretend("booster");
        post("/me/view-as/end", "");
        var record = hanako.get("/organize/record").body();
        int ended = record.indexOf("「ブースター」として見るのを終えました");
        int begun = record.indexOf("「ブースター」として見始めました");
        assertTrue(ended > 0 && begun > ended, record);
        assertTrue(record.substring(0, ended).contains("花子"));
        post("/me/view-as/end", "");
        assertEquals(record, hanako.get("/organize/record").body());
    }

    @Test
    void it_is_the_matter_of_one_browser() {
        var other = kakolog.signIn(HANAKO);
        pretend("anonymous");
        assertEquals(302, hanako.get("/organize").statusCode());
        assertEquals(200, other.get("/organize").statusCode());
        assertFalse(other.get("/").body().contains(BANNER));
    }

    @Test
    void it_lasts_over_a_restart() {
        pretend("member");
        kakolog.restart();
        assertTrue(hanako.get("/").body().contains(BANNER));
        assertEquals(403, hanako.get("/organize").statusCode());
    }

    @ParameterizedTest
    @CsvSource({"booster", "participant/2021-07-06"})
    void who_is_no_organizer_any_more_keeps_no_pretended_right(String word) {
        pretend(word);
        assertTrue(hanako.get(EVENT).body().contains(SECRET));
        assertEquals(302, hanako.get(EVENT + "/watch").statusCode());
        kakolog.community().take(HANAKO, Community.ORGANIZER_ROLE);
        kakolog.clock().advance(Duration.ofSeconds(61));
        assertFalse(hanako.get(EVENT).body().contains(SECRET));
        assertFalse(hanako.get("/api" + EVENT).body().contains(SECRET));
        assertEquals(403, hanako.get(EVENT + "/watch").statusCode());
        assertEquals(403, hanako.get("/organize").statusCode());
        assertFalse(hanako.get("/").body().contains(BANNER));
    }

    @ParameterizedTest
    @CsvSource({"booster", "participant/2021-07-06"})
    void who_has_left_the_server_keeps_no_pretended_right(String word) {
        pretend(word);
        kakolog.community().leave(HANAKO);
        kakolog.clock().advance(Duration.ofSeconds(61));
        assertFalse(hanako.get(EVENT).body().contains(SECRET));
        assertEquals(403, hanako.get(EVENT + "/watch").statusCode());
    }

    @Test
    void while_nobody_can_tell_who_is_an_organizer_nobody_pretends() {
        pretend("booster");
        kakolog.discord().stop();
        try {
            kakolog.clock().advance(Duration.ofMinutes(12));
            assertFalse(hanako.get(EVENT).body().contains(SECRET));
            assertEquals(503, hanako.get(EVENT + "/watch").statusCode());
            assertEquals(503, hanako.get("/organize").statusCode());
        } finally {
            kakolog.discord().start();
        }
    }

    @ParameterizedTest
    @CsvSource({"organizer", "HANAKO", "participant/", "participant/2021-13-01", "participant/../..", "''", "booster%00"
    })
    void there_is_nobody_else_to_look_as(String word) {
        var answer = hanako.post("/organize/view-as", "as", word);
        assertEquals(400, answer.statusCode());
        assertEquals(200, hanako.get("/organize").statusCode());
    }

    private void pretend(String word) {
        assertEquals(303, hanako.post("/organize/view-as", "as", word).statusCode());
    }

    private static HttpResponse<String> theirs(String word, String place) {
        var person = PEOPLE.get(word);
        return person == null ? kakolog.get(place) : kakolog.as(person).get(place);
    }

    /** With the token from before: who looks as nobody is told none. */
    private int post(String path, String form) {
        return hanako.postBare(path, "csrf=" + csrf + "&" + form).statusCode();
    }
}
