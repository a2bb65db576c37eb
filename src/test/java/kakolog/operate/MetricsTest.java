package kakolog.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import kakolog.RunningKakolog;
import kakolog.demo.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The figures for Prometheus: what they tell, to whom, and what they never tell. */
final class MetricsTest {
    private static final String REQUESTS = "kakolog_http_request_seconds";
    private static final Pattern LINE = Pattern.compile("# (HELP|TYPE) [a-zA-Z_:][a-zA-Z0-9_:]* .+"
            + "|[a-zA-Z_:][a-zA-Z0-9_:]*(\\{([a-zA-Z_]\\w*=\"[^\"]*\",?)*})? (-?[0-9.]+(E-?\\d+)?|NaN|\\+Inf)");

    private final RunningKakolog kakolog = RunningKakolog.withDiscord();

    @AfterEach
    void stop() {
        kakolog.close();
    }

    @Test
    void a_scrape_is_prometheus_text_that_nobody_keeps() {
        kakolog.get("/");
        var answer = kakolog.get("/metrics");

        assertEquals(200, answer.statusCode());
        assertTrue(header(answer, "Content-Type").startsWith("text/plain; version=0.0.4"));
        assertEquals("no-store", header(answer, "Cache-Control"));
        answer.body().lines().forEach(line -> assertTrue(LINE.matcher(line).matches(), line));
    }

    @Test
    void requests_are_counted_by_route_method_and_status() {
        var tag = kakolog.get("/events/2021-05-18").headers().firstValue("ETag").orElseThrow();
        kakolog.get("/events/2021-05-18");
        kakolog.get("/events/2021-05-18", "If-None-Match", tag);
        kakolog.get("/events/1999-01-01");
        kakolog.get("/nowhere/at-all?secret=1");
        kakolog.get("/organize");
        kakolog.send(HttpRequest.newBuilder(URI.create(kakolog.url("/events")))
                .method("BREW", BodyPublishers.noBody())
                .build());
        kakolog.send(HttpRequest.newBuilder(URI.create(kakolog.url("/events/2021-05-18")))
                .method("HEAD", BodyPublishers.noBody())
                .build());

        assertEquals(1, count("/events/{slug}", "GET", "2xx"));
        assertEquals(1, count("kept", "GET", "2xx"));
        assertEquals(1, count("kept", "GET", "3xx"));
        assertEquals(1, count("kept", "HEAD", "2xx"));
        assertEquals(1, count("/events/{slug}", "GET", "4xx"));
        assertEquals(1, count("none", "GET", "4xx"));
        assertEquals(1, count("/organize", "GET", "3xx"));
        assertEquals(1, count("none", "other", "4xx"));
    }

    @Test
    void latencies_are_a_histogram_whose_last_bucket_holds_all() {
        kakolog.get("/events");
        kakolog.get("/events");
        var text = kakolog.get("/metrics").body();
        var labels = "route=\"/events\",method=\"GET\",status=\"2xx\"";

        var buckets = text.lines()
                .filter(line -> line.startsWith(REQUESTS + "_bucket{" + sorted(labels)))
                .toList();
        assertEquals(6, buckets.size(), text);
        assertTrue(buckets.get(5).endsWith("le=\"+Inf\"} 1"), buckets.get(5));
        var routed = value(text, REQUESTS + "_sum{" + sorted(labels) + "}");
        var kept = value(text, REQUESTS + "_sum{" + sorted(labels.replace("/events", "kept")) + "}");
        assertTrue(routed > 0 && routed < 30, text);
        assertTrue(kept > 0 && kept < 30, text);
    }

    @Test
    void discord_roles_sessions_shelf_and_the_machine_are_told() {
        kakolog.as(Person.TARO).get("/me");
        kakolog.get("/events");
        var text = kakolog.get("/metrics").body();

        assertTrue(value(text, "kakolog_discord_calls_total{outcome=\"known\"}") >= 2, text);
        assertEquals(0, value(text, "kakolog_discord_calls_total{outcome=\"unclear\"}"));
        assertEquals(0, value(text, "kakolog_discord_rate_limited_total"));
        assertTrue(value(text, "kakolog_role_check_oldest_seconds") >= 0);
        assertEquals(1, value(text, "kakolog_sessions_in_use"));
        assertTrue(value(text, "kakolog_shelf_answers") >= 1);
        assertTrue(value(text, "process_uptime_seconds") > 0);
        assertTrue(value(text, "jvm_threads_live_threads") > 0);
        assertTrue(text.contains("jvm_memory_used_bytes{"));
    }

    @Test
    void no_path_of_a_visitor_and_no_person_is_in_it() {
        kakolog.as(Person.TARO).get("/events/2021-05-18?who=taro");
        kakolog.get("/people/voluntas");
        kakolog.get("/search?q=himitsu");
        kakolog.get("/wp-login.php");
        var text = kakolog.get("/metrics").body();

        assertFalse(text.contains("2021-05-18"), text);
        assertFalse(text.contains("voluntas"));
        assertFalse(text.contains("himitsu"));
        assertFalse(text.contains("wp-login"));
        assertFalse(text.contains(Person.TARO.username()));
        assertFalse(text.contains(Person.TARO.id().toString()));
        assertFalse(text.contains(kakolog.discord().guild().toString()));
    }

    @Test
    void whoever_comes_through_a_proxy_finds_nothing() {
        assertEquals(
                404, kakolog.get("/metrics", "X-Forwarded-For", "203.0.113.7").statusCode());
        assertEquals(404, kakolog.get("/metrics", "X-Forwarded-Proto", "https").statusCode());
        assertEquals(
                404, kakolog.get("/metrics", "Forwarded", "for=203.0.113.7").statusCode());
        assertEquals(200, kakolog.as(Person.JIRO).get("/metrics").statusCode());
    }

    @Test
    void without_discord_there_is_nothing_of_it() {
        try (var alone = RunningKakolog.start()) {
            var text = alone.get("/metrics").body();
            assertFalse(text.contains("kakolog_discord"));
            assertTrue(text.contains("kakolog_shelf_answers"));
        }
    }

    private double count(String route, String method, String status) {
        var labels = "route=\"" + route + "\",method=\"" + method + "\",status=\"" + status + "\"";
        return value(kakolog.get("/metrics").body(), REQUESTS + "_count{" + sorted(labels) + "}");
    }

    /** Labels come in the order of their names. */
    private static String sorted(String labels) {
        return String.join(
                ",", Pattern.compile(",").splitAsStream(labels).sorted().toList());
    }

    private static double value(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in\n" + text));
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
