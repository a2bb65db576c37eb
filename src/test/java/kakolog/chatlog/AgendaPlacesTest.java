package kakolog.chatlog;

import static kakolog.demo.Person.HANAKO;
import static kakolog.demo.Person.JIRO;
import static kakolog.demo.Person.KEN;
import static kakolog.demo.Person.SAKURA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kakolog.As;
import kakolog.RunningKakolog;
import kakolog.WrittenLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an item of the agenda to where the chat talks about it, and back. */
final class AgendaPlacesTest {
    private static final String EVENT = "2021-06-01";
    private static final String PAGE = "/events/" + EVENT;
    private static final String LOG = PAGE + "/log";
    private static final String DESK = "/organize" + LOG;

    @TempDir
    Path content;

    private RunningKakolog kakolog;
    private As hanako;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(content.resolve("events"));
        Files.copy(Path.of("content/site.yaml"), content.resolve("site.yaml"));
        Files.writeString(content.resolve("events/" + EVENT + ".md"), """
                ---
                date: 2021-06-01
                start: "19:30"
                ---

                - Alpha
                  - [Die Seite](https://alpha.example/Seite)
                - Beta Kanal
                - Gamma
                """);
        kakolog = RunningKakolog.withDiscord(content, Map.of());
        hanako = kakolog.as(HANAKO);
        WrittenLog.of(EVENT)
                .say(KEN, "20:00", "beta kanal kommt noch")
                .say(KEN, "20:05", "https://ALPHA.example/Seite#oben")
                .say(KEN, "20:40", "jetzt: ＢＥＴＡ Kanal")
                .say(SAKURA, "20:42", "Beta Kanal ist gut")
                .say(KEN, "20:50", "etwas anderes")
                .publishedBy(hanako);
    }

    @AfterEach
    void stop() {
        kakolog.close();
    }

    /** Where an item leads from the event's page, and whether that is guessed; empty for nowhere. */
    private static String ref(As who, String text) {
        var found = Pattern.compile("href=\"" + LOG + "\\?m=(\\d+)#m-\\1\"").matcher(section(who, text));
        return found.find() ? found.group(1) + (section(who, text).contains("推定") ? " 推定" : "") : "";
    }

    private static String section(As who, String text) {
        var page = who.get(PAGE).body();
        int at = page.indexOf("<span class=\"item-text\">" + text + "</span>");
        return page.substring(page.lastIndexOf("<section id=\"", at), page.indexOf("</section>", at));
    }

    private static String idOf(As who, String text) {
        return section(who, text).replaceFirst("(?s)<section id=\"([^\"]+)\".*", "$1");
    }

    private static String id(String time) {
        return WrittenLog.id(EVENT, time);
    }

    private int set(String text, String what, String message) {
        // Another version of the log is another one only at another time.
        kakolog.clock().advance(Duration.ofMinutes(1));
        var item = idOf(hanako, text);
        return hanako.post(DESK + "/topics", "item", item, "do", what, "message", message)
                .statusCode();
    }

    @Test
    void it_is_guessed_by_an_address_and_by_words_where_they_are_said_most() {
        for (var who : List.of(hanako, kakolog.as(SAKURA))) {
            assertEquals(id("20:05") + " 推定", ref(who, "Alpha"));
            assertEquals(id("20:40") + " 推定", ref(who, "Beta Kanal"));
            assertEquals("", ref(who, "Gamma"));
        }
        var log = kakolog.as(SAKURA).get(LOG).body();
        var said = log.substring(log.indexOf("id=\"m-" + id("20:40") + "\""));
        assertTrue(said.substring(0, said.indexOf("</article>")).contains("href=\"" + PAGE + "#"));
    }

    @Test
    void an_organizer_confirms_it_or_says_better() {
        assertEquals(303, set("Beta Kanal", "set", id("20:40")));
        assertEquals(id("20:40"), ref(hanako, "Beta Kanal"));
        assertEquals(303, set("Gamma", "set", "http://x" + LOG + "?m=" + id("20:50") + "#m-" + id("20:50")));
        assertEquals(id("20:50"), ref(kakolog.as(SAKURA), "Gamma"));
        assertEquals(303, set("Beta Kanal", "nowhere", ""));
        assertEquals("", ref(hanako, "Beta Kanal"));
    }

    @Test
    void what_is_no_message_of_the_log_and_no_item_is_refused() {
        for (var message : List.of("", "x", "1", "https://discord.com/channels/1/2/x", id("20:41"))) {
            assertEquals(400, set("Gamma", "set", message), message);
        }
        assertEquals(
                400,
                hanako.post(DESK + "/topics", "item", "none", "message", id("20:50"))
                        .statusCode());
        assertEquals("", ref(hanako, "Gamma"));
    }

    @Test
    void only_its_readers_are_told_where() {
        for (var page : List.of(
                kakolog.get(PAGE), kakolog.as(JIRO).get(PAGE), kakolog.as(KEN).get(PAGE))) {
            assertFalse(page.body().contains(LOG), page::body);
            assertFalse(page.body().contains("推定"));
            assertTrue(page.body().contains("この回には過去ログがあります"));
        }
        hanako.post(DESK, "do", "withdraw");
        assertFalse(kakolog.as(SAKURA).get(PAGE).body().contains("推定"));
        assertFalse(kakolog.get(PAGE).body().contains("この回には過去ログがあります"));
    }

    @Test
    void what_is_taken_away_or_outside_the_window_leads_nowhere() {
        assertEquals(303, set("Gamma", "set", id("20:50")));
        kakolog.clock().advance(Duration.ofMinutes(1));
        hanako.post(DESK, "do", "clip", "until", EVENT + "T20:30");
        assertEquals("", ref(hanako, "Gamma"));
        assertEquals(id("20:00") + " 推定", ref(hanako, "Beta Kanal"));
        kakolog.clock().advance(Duration.ofMinutes(1));
        hanako.post(DESK, "do", "clip");
        assertEquals(id("20:50"), ref(hanako, "Gamma"));
        hanako.post(DESK + "/messages/" + id("20:50"), "do", "remove");
        assertEquals("", ref(hanako, "Gamma"));
    }
}
