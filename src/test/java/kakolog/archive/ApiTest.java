package kakolog.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import kakolog.RunningKakolog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code /api/events}, {@code /api/events/{slug}}, {@code /api/links}, {@code /api/topics}, {@code /api/openapi.json}: everyone's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ApiTest {
    private final JsonMapper mapper = new JsonMapper();
    private RunningKakolog kakolog;

    @BeforeAll
    void start() {
        kakolog = RunningKakolog.start();
    }

    @AfterAll
    void stop() {
        kakolog.close();
    }

    @Test
    void list_holds_all_events_newest_first() {
        var events = read("/api/events");
        assertEquals(11, events.size());
        assertEquals("2021-07-06", events.get(0).get("slug").asString());
        assertEquals(
                724,
                events.valueStream()
                        .mapToInt(event -> event.get("itemCount").asInt())
                        .sum());
        assertEquals(
                145,
                events.valueStream()
                        .mapToInt(event -> event.get("linkCount").asInt())
                        .sum());
    }

    @Test
    void list_of_a_year_holds_its_events_only() {
        assertEquals(7, read("/api/events?year=2020").size());
        assertEquals(4, read("/api/events?year=2021").size());
        assertEquals(0, read("/api/events?year=then").size());
    }

    @Test
    void events_hold_every_item_and_every_link() {
        var events = slugs().map(slug -> read("/api/events/" + slug)).toList();
        assertEquals(
                724,
                events.stream().mapToInt(event -> items(event.get("agenda"))).sum());
        assertEquals(
                145,
                events.stream().mapToInt(event -> event.get("links").size()).sum());
        assertEquals(6, depth(read("/api/events/2020-11-10").get("agenda")));
    }

    @Test
    void event_says_when_and_how_to_sign_up() {
        var event = read("/api/events/2021-07-06");
        assertEquals("2021-07-06T19:30:00+09:00", event.get("start").asString());
        assertEquals("2021-07-06T21:00:00+09:00", event.get("end").asString());
        assertEquals("Asia/Tokyo", event.get("zone").asString());
        assertEquals("2021-07-06", event.get("role").asString());
        assertEquals(
                "2021 年 7 月 6 日 (火) 19:30~ のイベントに参加します",
                event.at("/signup/text").asString());
        assertEquals("2021-07-06T00:00:00+09:00", event.at("/signup/closesAt").asString());
    }

    @Test
    void what_nobody_stated_is_null_and_code_is_left_out_where_there_is_none() {
        var event = read("/api/events/2020-11-10");
        assertTrue(event.get("end").isNull());
        assertTrue(event.get("attendance").isNull());
        assertFalse(event.get("agenda").get(0).has("code"));
        assertTrue(kakolog.get("/api/events/2020-11-10").body().contains("\"code\":\"├── archive\\n│"));
    }

    @Test
    void link_names_the_topic_it_stands_under() {
        var link = read("/api/events/2021-05-18").get("links").get(0);
        assertEquals(List.of("title", "url", "topic"), List.copyOf(link.propertyNames()));
        assertEquals("WebSocket", link.get("topic").asString());
    }

    @Test
    void state_follows_the_clock_to_the_second() {
        var states = new LinkedHashMap<String, String>();
        states.put("2021-07-05T20:00:00+09:00", "open");
        states.put("2021-07-05T23:59:59.999+09:00", "open");
        states.put("2021-07-06T00:00:00+09:00", "closed");
        states.put("2021-07-06T19:14:59+09:00", "closed");
        states.put("2021-07-06T19:15:00+09:00", "url_shared");
        states.put("2021-07-06T19:24:59+09:00", "url_shared");
        states.put("2021-07-06T19:25:00+09:00", "test_stream");
        states.put("2021-07-06T19:29:59+09:00", "test_stream");
        states.put("2021-07-06T19:30:00+09:00", "live");
        states.put("2021-07-06T20:59:59+09:00", "live");
        states.put("2021-07-06T21:00:00+09:00", "ended");
        try (var evening = RunningKakolog.start()) {
            states.forEach((time, state) -> {
                evening.clock().set(time);
                assertEquals(state, stateIn(evening), time);
            });
        }
    }

    /** The same in the list and in the event itself. */
    private String stateIn(RunningKakolog evening) {
        var state =
                mapper.readTree(evening.get("/api/events/2021-07-06").body()).get("state");
        assertEquals(
                state, mapper.readTree(evening.get("/api/events").body()).get(0).get("state"));
        return state.asString();
    }

    @Test
    void ledger_holds_each_address_once_with_all_its_mentions() {
        var links = read("/api/links");
        assertEquals(137, links.size());
        assertEquals(
                145,
                links.valueStream()
                        .mapToInt(link -> link.get("mentions").size())
                        .sum());
        assertEquals(37, read("/api/links?event=2021-05-18").size());
    }

    @Test
    void topic_tells_of_every_evening_it_came_up_on() {
        var topics = read("/api/topics");
        var webrtc = topics.valueStream()
                .filter(topic -> topic.get("slug").asString().equals("webrtc"))
                .findFirst()
                .orElseThrow();
        assertEquals(10, webrtc.get("evenings").asInt());
        assertEquals(10, webrtc.get("appearances").size());
        assertTrue(read("/api/topics?year=2020").size() < topics.size());
    }

    @Test
    void answers_are_as_described() {
        var description = read("/api/openapi.json");
        for (var path : List.of("/api/events", "/api/links", "/links.json", "/api/topics")) {
            assertEquals(List.of(), SchemaCheck.faults(description, path, read(path)), path);
        }
        slugs().forEach(slug -> assertEquals(
                List.of(), SchemaCheck.faults(description, "/api/events/{slug}", read("/api/events/" + slug)), slug));
    }

    @ParameterizedTest
    @CsvSource({"/api/events/2000-01-01", "/api/events/nonsense", "/api/nothing"})
    void unknown_address_is_answered_with_a_problem(String path) {
        var answer = kakolog.get(path);
        assertEquals(404, answer.statusCode());
        assertEquals(
                "application/problem+json;charset=utf-8",
                answer.headers().firstValue("Content-Type").orElseThrow());
        assertEquals(404, mapper.readTree(answer.body()).get("status").asInt());
    }

    private Stream<String> slugs() {
        return read("/api/events").valueStream().map(event -> event.get("slug").asString());
    }

    private JsonNode read(String path) {
        var answer = kakolog.get(path);
        assertEquals(200, answer.statusCode(), path);
        return mapper.readTree(answer.body());
    }

    private static int items(JsonNode items) {
        return items.valueStream()
                .mapToInt(item -> 1 + items(item.get("children")))
                .sum();
    }

    private static int depth(JsonNode items) {
        return items.valueStream()
                .mapToInt(item -> 1 + depth(item.get("children")))
                .max()
                .orElse(0);
    }
}
