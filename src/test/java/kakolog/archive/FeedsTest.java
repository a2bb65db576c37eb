package kakolog.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.apptasticsoftware.rssreader.Item;
import com.apptasticsoftware.rssreader.RssReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import kakolog.RunningKakolog;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code /feed.atom}, {@code /sitemap.xml}, {@code /robots.txt}: everyone's, and what others make of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FeedsTest {
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
    void feed_reader_finds_all_events_newest_first() {
        var entries = entries(kakolog);
        assertEquals(11, entries.size());
        var newest = entries.get(0);
        assertEquals("2021 年 7 月 6 日 (火) 雑談中心", newest.getTitle().orElseThrow());
        assertEquals(kakolog.url("/events/2021-07-06"), newest.getGuid().orElseThrow());
        assertEquals(kakolog.url("/events/2021-07-06"), newest.getLink().orElseThrow());
        assertEquals(
                Instant.parse("2021-07-06T10:30:00Z"),
                newest.getUpdatedAsZonedDateTime().map(ZonedDateTime::toInstant).orElseThrow());
        assertTrue(newest.getDescription().orElseThrow().contains("Sora C++ SDK"));
    }

    @Test
    void feed_is_the_same_at_any_time_and_in_any_language() {
        var first = kakolog.get("/feed.atom");
        assertEquals(
                "application/atom+xml;charset=utf-8",
                first.headers().firstValue("Content-Type").orElseThrow());
        kakolog.clock().advance(Duration.ofDays(1));
        assertEquals(first.body(), kakolog.get("/feed.atom").body());
        assertEquals(
                first.body(), kakolog.get("/feed.atom", "Cookie", "lang=en").body());
        var tag = first.headers().firstValue("ETag").orElseThrow();
        assertEquals(304, kakolog.get("/feed.atom", "If-None-Match", tag).statusCode());
    }

    @Test
    void feed_holds_thirty_events_and_says_which_are_called_off(@TempDir Path content) throws IOException {
        Files.createDirectories(content.resolve("events"));
        for (int day = 1; day <= 31; day++) {
            var slug = "2022-03-%02d".formatted(day);
            Files.writeString(
                    content.resolve("events/" + slug + ".md"),
                    "---\ndate: " + slug + "\nstart: \"19:30\"\ntitle: \"a\\x01 <b> & c\"\nstatus: called_off\n---\n");
        }
        try (var other = RunningKakolog.start(content)) {
            var entries = entries(other);
            assertEquals(30, entries.size());
            assertEquals(
                    "2022 年 3 月 31 日 (木) a\uFFFD <b> & c (中止)",
                    entries.get(0).getTitle().orElseThrow());
        }
    }

    @Test
    void every_address_of_the_sitemap_answers() {
        var addresses = Jsoup.parse(kakolog.get("/sitemap.xml").body(), "", Parser.xmlParser()).select("loc").stream()
                .map(Element::text)
                .toList();
        assertTrue(addresses.containsAll(List.of(
                kakolog.url("/"),
                kakolog.url("/links"),
                kakolog.url("/pages/rules"),
                kakolog.url("/people/voluntas"))));
        assertEquals(addresses.stream().distinct().toList(), addresses);
        for (var address : addresses) {
            assertEquals(
                    200,
                    kakolog.get(address.substring(kakolog.url("").length())).statusCode(),
                    address);
        }
    }

    @Test
    void robots_are_told_of_the_sitemap_and_kept_from_searching() {
        assertEquals(
                """
                User-agent: *
                Disallow: /search
                Disallow: /login

                Sitemap: %s
                """.formatted(kakolog.url("/sitemap.xml")),
                kakolog.get("/robots.txt").body());
    }

    private static List<Item> entries(RunningKakolog kakolog) {
        var feed = kakolog.get("/feed.atom").body();
        return new RssReader()
                .read(new ByteArrayInputStream(feed.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }
}
