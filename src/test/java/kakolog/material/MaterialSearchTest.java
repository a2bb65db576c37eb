package kakolog.material;

import static kakolog.demo.Person.HANAKO;
import static kakolog.demo.Person.SAKURA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kakolog.RunningKakolog;
import kakolog.Slides;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What search finds of materials follows the event as its file tells it now. */
final class MaterialSearchTest {
    private static final String FILE = """
            ---
            date: 2021-05-18
            start: "19:30"
            %s
            ---

            - QUIC
            """;

    @TempDir
    private Path content;

    @Test
    void an_event_that_becomes_a_draft_takes_its_materials_out_of_search_with_it() throws IOException {
        Files.copy(Path.of("content/site.yaml"), content.resolve("site.yaml"));
        var file = Files.createDirectories(content.resolve("events")).resolve("2021-05-18.md");
        Files.writeString(file, FILE.formatted("hosts: [voluntas]"));
        try (var kakolog = RunningKakolog.withDiscord(content, Map.of())) {
            kakolog.as(HANAKO).add("2021-05-18", "folien.pdf", Slides.pdf("Giraffe", "Zebra"), "now");
            kakolog.await(
                    () -> kakolog.as(SAKURA).get("/api/search?q=Zebra"),
                    answer -> answer.body().contains("folien.pdf/view#page=2"));
            for (var query : new String[] {"in:materials+Zebra", "in:2021-05-18+Zebra", "Zebra+-Giraffe"}) {
                assertTrue(
                        kakolog.as(SAKURA).get("/api/search?q=" + query).body().contains("folien"), query);
            }
            assertFalse(kakolog.as(SAKURA)
                    .get("/api/search?q=in:pages+Zebra")
                    .body()
                    .contains("folien"));
            Files.writeString(file, FILE.formatted("status: draft"));
            kakolog.await(() -> kakolog.as(SAKURA).get("/events/2021-05-18"), answer -> answer.statusCode() == 404);
            assertFalse(kakolog.as(SAKURA).get("/api/search?q=Zebra").body().contains("folien"));
            assertEquals(
                    404,
                    kakolog.as(SAKURA)
                            .get("/events/2021-05-18/materials/folien.pdf")
                            .statusCode());
            assertTrue(kakolog.as(HANAKO).get("/api/search?q=Zebra").body().contains("folien"));
        }
    }
}
