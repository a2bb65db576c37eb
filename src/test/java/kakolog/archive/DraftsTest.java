package kakolog.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kakolog.RunningKakolog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A draft is nowhere: not its page, not its topics, links or people in any list, feed, calendar or answer of the API. */
final class DraftsTest {
    private static final String EVENT = """
            ---
            date: %1$s
            start: "19:30"
            title: %2$s title
            guests: [%2$s-guest]
            status: %3$s
            ---

            - %2$s topic
              - [%2$s link](https://%2$s.example/)
            """;

    @TempDir
    Path content;

    private RunningKakolog kakolog;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(content.resolve("events"));
        Files.writeString(
                content.resolve("events/2022-03-01.md"), EVENT.formatted("2022-03-01", "plain", "called_off"));
        Files.writeString(content.resolve("events/2022-03-08.md"), EVENT.formatted("2022-03-08", "secret", "draft"));
        kakolog = RunningKakolog.start(content);
    }

    @AfterEach
    void stop() {
        kakolog.close();
    }

    @Test
    void draft_is_in_no_list() {
        for (var path : List.of(
                "/",
                "/events",
                "/topics",
                "/links",
                "/feed.atom",
                "/sitemap.xml",
                "/calendar.ics",
                "/links.json",
                "/links.csv",
                "/links.html",
                "/api/events",
                "/api/links",
                "/api/topics")) {
            var answer = kakolog.get(path);
            assertEquals(200, answer.statusCode(), path);
            assertFalse(answer.body().contains("secret"), path);
            assertFalse(answer.body().contains("2022-03-08"), path);
            // The home page tells of evenings that are over or ahead, and this one is called off.
            assertTrue(answer.body().contains("2022-03-01") || answer.body().contains("plain"), path);
        }
    }

    @Test
    void draft_has_no_address() {
        for (var path : List.of(
                "/events/2022-03-08",
                "/events/2022-03-08.ics",
                "/api/events/2022-03-08",
                "/topics/secret-topic",
                "/people/secret-guest")) {
            assertEquals(404, kakolog.get(path).statusCode(), path);
        }
        assertEquals("[]", kakolog.get("/api/links?event=2022-03-08").body());
    }
}
