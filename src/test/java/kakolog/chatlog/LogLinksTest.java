package kakolog.chatlog;

import static kakolog.demo.Person.HANAKO;
import static kakolog.demo.Person.KEN;
import static kakolog.demo.Person.SAKURA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import kakolog.As;
import kakolog.RunningKakolog;
import kakolog.WrittenLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Addresses of the chat that organizers take into the public links one by one. */
final class LogLinksTest {
    private static final String EVENT = "2021-05-18";
    private static final String DESK = "/organize/events/" + EVENT + "/log";
    private static final String URL = "https://funkelnagel.example/neu?a=1&b=2";
    private static final String OTHER = "https://anderes.example/";
    /** Everything that tells public links; all of it to anybody. */
    private static final List<String> TELLING = List.of(
            "/links",
            "/links.json",
            "/links.csv",
            "/links.html",
            "/api/links",
            "/api/events/" + EVENT,
            "/events/" + EVENT,
            "/search?q=Neuer",
            "/api/search?q=Neuer");

    private RunningKakolog kakolog;
    private As hanako;

    @BeforeEach
    void start() {
        kakolog = RunningKakolog.withDiscord();
        hanako = kakolog.as(HANAKO);
        WrittenLog.of(EVENT)
                .say(KEN, "20:15", "siehe " + URL + " und " + OTHER)
                .say(SAKURA, "20:16", "nochmals <" + URL + ">")
                .say(SAKURA, "20:17", "steht schon da: https://w3c.github.io/webtransport/")
                .publishedBy(hanako);
    }

    @AfterEach
    void stop() {
        kakolog.close();
    }

    private int send(String... fields) {
        return hanako.post(DESK + "/links", fields).statusCode();
    }

    private void awaitAll(Predicate<String> good) {
        for (var path : TELLING) {
            kakolog.await(() -> kakolog.get(path), answer -> good.test(answer.body()));
        }
    }

    private static boolean tells(String body) {
        return body.contains("https://funkelnagel.example/neu")
                && body.replaceAll("</?mark>", "").contains("Neuer");
    }

    @Test
    void none_is_public_before_it_is_taken_and_each_is_offered_once() {
        for (var path : TELLING) {
            assertFalse(kakolog.get(path).body().contains("funkelnagel"), path);
        }
        var offered = Pattern.compile("name=\"url\" value=\"([^\"]+)\"")
                .matcher(hanako.get(DESK).body())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertEquals(List.of(URL.replace("&", "&amp;"), OTHER), offered);
    }

    @Test
    void what_is_taken_is_public_everywhere_until_it_is_given_back() {
        assertEquals(303, send("url", URL, "title", "Neuer Titel", "do", "take"));
        awaitAll(LogLinksTest::tells);
        assertTrue(kakolog.get("/links").body().contains("funkelnagel"));
        assertFalse(kakolog.get("/links").body().contains("anderes.example"));
        var key = Pattern.compile("name=\"key\" value=\"([^\"]+)\"")
                .matcher(hanako.get(DESK).body());
        assertTrue(key.find());
        assertEquals(303, send("key", key.group(1).replace("&amp;", "&"), "do", "return"));
        awaitAll(body -> !tells(body));
        assertTrue(hanako.get(DESK).body().contains("value=\"" + URL.replace("&", "&amp;") + "\""));
    }

    @Test
    void what_nobody_posted_cannot_be_taken_and_nothing_twice() {
        assertEquals(409, send("url", "https://evil.example/", "do", "take"));
        assertEquals(409, send("url", "https://w3c.github.io/webtransport/", "do", "take"));
        assertEquals(303, send("url", URL, "title", "", "do", "take"));
        assertEquals(409, send("url", URL, "do", "take"));
        kakolog.await(() -> kakolog.get("/links.json"), answer -> answer.body().contains("\"title\":\"" + URL));
    }

    @Test
    void it_is_still_there_after_a_restart() {
        assertEquals(303, send("url", URL, "title", "Neuer Titel", "do", "take"));
        kakolog.restart();
        awaitAll(LogLinksTest::tells);
    }

    @Test
    void of_a_draft_or_outside_the_window_it_is_not_public() {
        assertEquals(303, send("url", URL, "title", "Neuer Titel", "do", "take"));
        awaitAll(LogLinksTest::tells);
        hanako.post(DESK, "do", "withdraw");
        awaitAll(body -> !tells(body));
        hanako.post(DESK, "do", "publish");
        awaitAll(LogLinksTest::tells);
        hanako.post(DESK, "do", "clip", "from", EVENT + "T20:16", "until", "");
        awaitAll(body -> !tells(body));
        hanako.post(DESK, "do", "clip", "from", "", "until", "");
        awaitAll(LogLinksTest::tells);
    }

    @Test
    void with_its_message_it_goes() {
        assertEquals(303, send("url", URL, "title", "Neuer Titel", "do", "take"));
        awaitAll(LogLinksTest::tells);
        kakolog.as(KEN).post("/me/messages/" + WrittenLog.id(EVENT, "20:15"), "do", "remove");
        awaitAll(body -> !tells(body));
    }

    /** What the message that has the address says once it was edited. */
    private void sayAgain(String text, String editedAt) {
        WrittenLog.of(EVENT)
                .say(KEN, "20:15", text)
                .with("timestampEdited", EVENT + "T" + editedAt + ":00+09:00")
                .publishedBy(hanako);
    }

    @Test
    void it_stays_when_its_message_is_edited_and_still_has_it() {
        assertEquals(303, send("url", URL, "title", "Neuer Titel", "do", "take"));
        sayAgain("jetzt <" + URL + ">v2", "21:00");
        kakolog.await(
                () -> kakolog.as(SAKURA).get("/events/" + EVENT + "/log"),
                page -> page.body().contains("jetzt"));
        awaitAll(LogLinksTest::tells);
        sayAgain("nun ohne", "21:05");
        awaitAll(body -> !tells(body));
    }

    @Test
    void a_title_turns_nothing_around_it() {
        assertEquals(303, send("url", URL, "title", "\u202ENeuer\u2066 Titel", "do", "take"));
        assertEquals(303, send("url", OTHER, "title", "\u202E", "do", "take"));
        awaitAll(body -> tells(body) && !body.matches("(?s).*[\u202A-\u202E\u2066-\u2069].*"));
        kakolog.await(() -> kakolog.get("/links.json"), answer -> answer.body().contains("\"title\":\"" + OTHER));
    }
}
