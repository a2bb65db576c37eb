package kakolog;

import static kakolog.demo.Person.HANAKO;
import static kakolog.demo.Person.JIRO;
import static kakolog.demo.Person.KEN;
import static kakolog.demo.Person.MIO;
import static kakolog.demo.Person.RIN;
import static kakolog.demo.Person.SAKURA;
import static kakolog.demo.Person.TARO;
import static kakolog.demo.Person.YUI;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import kakolog.web.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A viewing URL of words that stand nowhere else, looked for in every byte that anybody without the right is sent. */
final class CanaryTest {
    private static final String HOST = "kanarienvogel-4e1b.example";
    private static final String WORD = "zwitschern9c2d";
    private static final String SECRET = "https://" + HOST + "/" + WORD + "?k=" + WORD;
    private static final String NONSENSE = "quatschwort7f3";
    private static final Map<String, List<String>> PARTS = Map.of(
            "{slug}", List.of("2021-07-06", "2021-05-18", "webrtc", WORD),
            "{handle}", List.of("voluntas", WORD),
            "{name}", List.of("join", WORD),
            "{page}", List.of("1"),
            "{id}", List.of("1", WORD),
            "{secret}", List.of(WORD),
            "{folder}", List.of(WORD),
            "{file}", List.of(WORD));
    private static final List<String> QUESTIONS = List.of(
            "",
            "?q=" + NONSENSE,
            "?q=QUIC",
            "?q=from:voluntas",
            "?year=2021",
            "?event=2021-07-06",
            "?host=example",
            "?page=2");

    private static RunningKakolog kakolog;

    @BeforeAll
    static void start() {
        kakolog = RunningKakolog.withDiscord();
        kakolog.clock().set("2021-07-06T18:30:00+09:00");
        var set = kakolog.as(HANAKO).post("/events/2021-07-06/stream", "url", SECRET);
        assertEquals(303, set.statusCode());
    }

    @AfterAll
    static void stop() {
        kakolog.close();
    }

    @ParameterizedTest
    @CsvSource({"18:50:00, false", "19:14:59, false", "19:15:00, true", "20:00:00, true", "22:00:00, false"})
    void nobody_without_the_right_is_sent_a_byte_of_it(String time, boolean open) {
        kakolog.clock().set("2021-07-06T" + time + "+09:00");
        var places = places();
        assertTrue(places.size() > 60);
        String logged;
        try (var log = Log.captured()) {
            // First those who may, so that what is kept for them lies there.
            for (var person : List.of(HANAKO, TARO, SAKURA)) {
                boolean seen = places.stream()
                        .anyMatch(place -> sings(kakolog.as(person).get(place), place));
                assertEquals(open || person.equals(HANAKO), seen, person.username());
            }
            for (var place : places) {
                assertFalse(sings(kakolog.get(place), place), place);
                for (var person : List.of(RIN, JIRO, YUI, KEN, MIO)) {
                    assertFalse(sings(kakolog.as(person).get(place), place), person.username() + " " + place);
                }
            }
            logged = log.text();
        }
        assertFalse(logged.contains(HOST) || logged.contains(WORD), logged);
    }

    @ParameterizedTest
    @CsvSource({"18:50:00", "20:00:00"})
    void its_words_are_searched_for_like_any_nonsense(String time) {
        kakolog.clock().set("2021-07-06T" + time + "+09:00");
        var people = new ArrayList<Function<String, HttpResponse<String>>>();
        people.add(kakolog::get);
        for (var person : List.of(RIN, JIRO, KEN, TARO, SAKURA, HANAKO)) {
            people.add(path -> kakolog.as(person).get(path));
        }
        for (var form : List.of("%s", "\"%s\"", "host:%s", "%s QUIC", "-%s", "%s*", "has:link %s")) {
            for (var page : List.of("/search?q=", "/api/search?q=")) {
                for (var get : people) {
                    var secret = get.apply(page + encoded(form.formatted(WORD)));
                    var nonsense = get.apply(page + encoded(form.formatted(NONSENSE)));
                    assertEquals(nonsense.statusCode(), secret.statusCode());
                    assertEquals(nonsense.body().replace(NONSENSE, WORD), secret.body());
                }
            }
        }
    }

    @Test
    void the_record_tells_that_it_was_set_and_not_what_it_is() {
        for (var page : List.of("/organize/record", "/organize")) {
            var answer = kakolog.as(HANAKO).get(page);
            assertTrue(answer.body().contains("視聴 URL を設定しました"));
            assertFalse(sings(answer, page));
        }
    }

    @Test
    void a_tag_of_the_page_that_showed_it_is_no_key() {
        kakolog.clock().set("2021-07-06T20:30:00+09:00");
        var shown = kakolog.as(TARO).get("/events/2021-07-06");
        assertTrue(shown.headers().firstValue("ETag").isEmpty());
        for (var person : List.of(JIRO, KEN, RIN)) {
            for (var tag : List.of("*", "\"x\"", "W/\"x\"")) {
                var watch =
                        kakolog.as(person).get("/events/2021-07-06/watch", "If-None-Match", tag, "Range", "bytes=0-");
                assertEquals(403, watch.statusCode());
                assertFalse(sings(kakolog.as(person).get("/events/2021-07-06", "Range", "bytes=0-"), ""));
            }
        }
    }

    /** In headers as in the body; a page repeats the word where it was asked for by it. */
    private static boolean sings(HttpResponse<String> answer, String asked) {
        var all = (answer.headers().map() + answer.body()).toLowerCase(Locale.ROOT);
        return all.contains(HOST) || (all.contains(WORD) && !asked.contains(WORD));
    }

    /** Every address that is asked with GET, with some values for each of its open parts. */
    private static List<String> places() {
        var places = new ArrayList<String>();
        for (var route : Places.asked(kakolog)) {
            Places.of(route, PARTS).forEach(path -> {
                places.add(path);
                boolean hangsOnQuestions = route.keeping() != Route.Keeping.FOR_ALL || path.startsWith("/links.");
                if (hangsOnQuestions && !path.startsWith("/me")) {
                    QUESTIONS.stream()
                            .skip(1)
                            .filter(asked -> isAbout(path, asked))
                            .forEach(asked -> places.add(path + asked));
                }
            });
        }
        places.add("/nothing");
        places.add("/api/nothing");
        places.add("/events/2021-07-06/");
        return places;
    }

    private static boolean isAbout(String path, String asked) {
        return asked.startsWith("?q=") == path.contains("search");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
