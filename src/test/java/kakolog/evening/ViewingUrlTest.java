package kakolog.evening;

import static kakolog.demo.Person.HANAKO;
import static kakolog.demo.Person.JIRO;
import static kakolog.demo.Person.KEN;
import static kakolog.demo.Person.MIO;
import static kakolog.demo.Person.RIN;
import static kakolog.demo.Person.SAKURA;
import static kakolog.demo.Person.TARO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import kakolog.RunningKakolog;
import kakolog.demo.Community;
import kakolog.demo.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The viewing URL: to whom, from which second, until when. */
final class ViewingUrlTest {
    private static final String EVENT = "/events/2021-07-06";
    private static final String SECRET = "https://stream.example/canary-7f3a";
    private static final List<String> PLACES = List.of("/", EVENT, "/api" + EVENT, EVENT + "/watch");

    private static RunningKakolog kakolog;

    @BeforeAll
    static void start() {
        kakolog = RunningKakolog.withDiscord();
    }

    @BeforeEach
    void set() {
        at("18:50:00");
        kakolog.community().reset();
        assertEquals(
                303, kakolog.as(HANAKO).post(EVENT + "/stream", "url", SECRET).statusCode());
    }

    @AfterAll
    static void stop() {
        kakolog.close();
    }

    @ParameterizedTest
    @CsvSource({
        "19:14:59, false",
        "19:15:00, true",
        "19:25:00, true",
        "20:59:59, true",
        "21:59:59, true",
        "22:00:00, false"
    })
    void participants_and_boosters_have_it_from_a_quarter_of_an_hour_before_to_an_hour_after(
            String time, boolean shown) {
        at(time);
        for (var person : List.of(TARO, SAKURA)) {
            assertEquals(shown, isShownTo(person, EVENT), person.username());
            assertEquals(shown, isShownTo(person, "/api" + EVENT), person.username());
            assertEquals(
                    shown ? 302 : 404, kakolog.as(person).get(EVENT + "/watch").statusCode());
        }
    }

    @ParameterizedTest
    @CsvSource({"19:14:59", "19:15:00", "20:00:00", "21:59:59"})
    void nobody_else_ever_has_a_byte_of_it(String time) {
        at(time);
        for (var person : List.of(JIRO, KEN, MIO, RIN)) {
            for (var place : PLACES) {
                assertFalse(isShownTo(person, place), person.username() + " " + place);
            }
            assertEquals(403, kakolog.as(person).get(EVENT + "/watch").statusCode());
        }
        for (var place : PLACES) {
            assertFalse(kakolog.get(place).body().contains("canary"), place);
        }
    }

    @Test
    void organizers_always_have_it() {
        assertTrue(isShownTo(HANAKO, EVENT));
    }

    @Test
    void what_shows_it_is_kept_by_nobody() {
        at("19:15:00");
        var answer = kakolog.as(TARO).get(EVENT);
        assertEquals(List.of("private, no-store"), answer.headers().allValues("Cache-Control"));
        assertTrue(answer.headers().firstValue("ETag").isEmpty());
    }

    @Test
    void an_organizer_ends_the_evening_and_takes_that_back() {
        at("20:00:00");
        assertTrue(isShownTo(TARO, EVENT));
        assertEquals(303, kakolog.as(HANAKO).post(EVENT + "/end").statusCode());
        assertFalse(isShownTo(TARO, EVENT));
        assertTrue(kakolog.get("/api" + EVENT).body().contains("\"state\":\"ended\""));
        assertEquals(303, kakolog.as(HANAKO).post(EVENT + "/end", "again", "1").statusCode());
        assertTrue(isShownTo(TARO, EVENT));
        assertTrue(kakolog.get("/api" + EVENT).body().contains("\"state\":\"live\""));
    }

    @Test
    void it_cannot_be_ended_before_its_hour() {
        assertEquals(409, kakolog.as(HANAKO).post(EVENT + "/end").statusCode());
    }

    @Test
    void a_role_taken_away_takes_it_away_within_a_minute() {
        at("20:00:00");
        assertTrue(isShownTo(TARO, EVENT));
        kakolog.community().take(TARO, Community.ROLE_OF_JULY);
        at("20:01:01");
        assertFalse(isShownTo(TARO, EVENT));
        kakolog.community().give(TARO, Community.ROLE_OF_JULY);
        at("20:02:03");
        assertTrue(isShownTo(TARO, EVENT));
    }

    @Test
    void checking_again_shows_it_at_once() {
        at("20:00:00");
        assertFalse(isShownTo(JIRO, EVENT));
        kakolog.community().give(JIRO, Community.ROLE_OF_JULY);
        assertEquals(303, kakolog.as(JIRO).post("/me/recheck", "next", EVENT).statusCode());
        assertTrue(isShownTo(JIRO, EVENT));
        assertEquals(429, kakolog.as(JIRO).post("/me/recheck", "next", EVENT).statusCode());
    }

    @Test
    void a_role_that_was_deleted_leaves_the_right() {
        at("20:00:00");
        assertTrue(isShownTo(TARO, EVENT));
        kakolog.community().deleteRole(Community.ROLE_OF_JULY);
        at("20:01:01");
        assertTrue(isShownTo(TARO, EVENT));
    }

    @Test
    void a_boost_that_has_ended_ends_the_right() {
        at("20:00:00");
        assertTrue(isShownTo(SAKURA, EVENT));
        kakolog.community().endBoosting(SAKURA);
        at("20:01:01");
        assertFalse(isShownTo(SAKURA, EVENT));
    }

    @Test
    void who_leaves_the_server_has_no_right() {
        at("20:00:00");
        assertTrue(isShownTo(TARO, EVENT));
        kakolog.community().leave(TARO);
        at("20:01:01");
        assertFalse(isShownTo(TARO, EVENT));
    }

    @Test
    void a_program_sets_it_and_takes_it_away() {
        at("20:00:00");
        var hanako = kakolog.as(HANAKO);
        assertEquals(
                200,
                hanako.send("PUT", "/api" + EVENT + "/stream", "{\"url\":\"https://other.example/\"}")
                        .statusCode());
        assertTrue(kakolog.as(TARO).get("/api" + EVENT).body().contains("\"streamUrl\":\"https://other.example/\""));
        assertEquals(200, hanako.send("DELETE", "/api" + EVENT + "/stream", "").statusCode());
        assertFalse(kakolog.as(TARO).get("/api" + EVENT).body().contains("streamUrl"));
        assertEquals(
                403,
                kakolog.as(TARO)
                        .send("PUT", "/api" + EVENT + "/stream", "{\"url\":\"https://x.example/\"}")
                        .statusCode());
    }

    @ParameterizedTest
    @CsvSource({"javascript:alert(1)", "http://plain.example/", "https://user:pass@x.example/", "stream", "https:///x"})
    void what_is_no_address_to_watch_at_is_refused_beside_the_field(String typed) {
        var answer = kakolog.as(HANAKO).post(EVENT + "/stream", "url", typed, "version", "-");
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("https:// で始まるアドレス"));
    }

    @Test
    void a_form_without_the_field_takes_nothing_away() {
        assertEquals(400, kakolog.as(HANAKO).post(EVENT + "/stream").statusCode());
        at("20:00:00");
        assertTrue(isShownTo(TARO, EVENT));
    }

    @Test
    void who_saved_in_between_is_not_overwritten() {
        var answer = kakolog.as(HANAKO).post(EVENT + "/stream", "url", "https://mine.example/", "version", "0");
        assertEquals(409, answer.statusCode());
        at("20:00:00");
        assertTrue(isShownTo(TARO, EVENT));
    }

    private boolean isShownTo(Person person, String place) {
        return kakolog.as(person).get(place).body().contains(SECRET);
    }

    private void at(String time) {
        kakolog.clock().set("2021-07-06T" + time + "+09:00");
    }
}
