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

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import kakolog.demo.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Logs of words that stand nowhere else, one of them a draft: who is sent which of them. */
final class LogCanaryTest {
    private static final String EVENT = "2021-05-18";
    private static final String DRAFT = "2021-07-06";
    private static final String SINGING = "zeisig";

    private static final Set<String> SHOWN = words(
            "wort", "name", "bild", "faden", "fadenwort", "frage", "antwort", "rahmen", "adresse", "rolle", "kanal");
    private static final Set<String> HIDDEN = words("entwurf", "entwurfname", "entwurfbild");
    private static final List<Person> READERS = List.of(SAKURA);
    /** Ken took part that evening, which is not enough; the first is not signed in. */
    private static final @Nullable Person[] OTHERS = {null, RIN, JIRO, YUI, TARO, KEN, MIO};

    private static final List<String> FORMS = List.of(
            "%s",
            "\"%s\"",
            "in:log %s",
            "in:2021-05-18 in:log %s",
            "from:%s",
            "from:%s has:link",
            "on:2021-05-18 %s",
            "host:%s.example",
            "-%s QUIC",
            "%s*");
    private static final List<String> WORDLESS = List.of(
            "/search?q=QUIC",
            "/search?q=in:log",
            "/search?q=in:log+QUIC",
            "/api/search?q=QUIC",
            "/api/search?q=in:log+has:file",
            "/api/search?q=in:log+has:link",
            "/api/search?q=on:2021-05-18+QUIC",
            "/api/search?q=from:hanako+QUIC",
            "/feed.atom",
            "/sitemap.xml",
            "/calendar.ics",
            "/links.json",
            "/links.csv",
            "/api/links",
            "/api/topics",
            "/events/" + DRAFT,
            "/api/events/" + DRAFT,
            "/events/2021-04-06",
            "/");
    private static final Map<String, String> BEFORE = new HashMap<>();
    private static final Silence SILENCE = new Silence();

    private static RunningKakolog kakolog;
    private static Log log;

    private static Set<String> words(String... parts) {
        var words = new TreeSet<String>();
        Stream.of(parts).forEach(part -> words.add(SINGING + part));
        return words;
    }

    @BeforeAll
    static void start() {
        kakolog = RunningKakolog.withDiscord(Path.of("content"), Map.of());
        log = Log.captured();
        kakolog.get("/search?q=waits-for-the-index");
        for (var path : WORDLESS) {
            for (var person : OTHERS) {
                BEFORE.put(path + person, whole(ask(path, person)));
            }
        }
        publish(kakolog.as(HANAKO));
        for (var reader : List.of(HANAKO, SAKURA)) {
            kakolog.await(
                    () -> ask("/api/search?q=" + SINGING + "fadenwort", reader),
                    found -> found.body().contains("/log?m="));
        }
    }

    private static void publish(As hanako) {
        var thread = WrittenLog.ofThread(EVENT, "20:15", "zeisigfaden").say(HANAKO, "20:16", "zeisigfadenwort QUIC");
        var channel = WrittenLog.of(EVENT)
                .say(HANAKO, "20:15", "zeisigwort QUIC https://zeisigadresse.example/ @zeisigrolle #zeisigkanal")
                .with("author", Map.of("id", "999", "name", "zeisigname", "nickname", "zeisigname"))
                .file("zeisigbild.png", "bild.png")
                .with("embeds", List.of(Map.of("title", "zeisigrahmen QUIC", "url", "https://zeisigadresse.example/")))
                .say(HANAKO, "20:17", "")
                .with(
                        "poll",
                        Map.of(
                                "question",
                                Map.of("text", "zeisigfrage"),
                                "answers",
                                List.of(Map.of("id", 1, "text", "zeisigantwort"))));
        WrittenLog.sent(
                hanako,
                EVENT,
                form -> form.field("publish", "1")
                        .file("event.zip", channel.zip(Map.of("bild.png", WrittenLog.png(1))))
                        .file("thread.json", thread.json()));
        var draft = WrittenLog.of(DRAFT)
                .say(HANAKO, "20:15", "zeisigentwurf QUIC")
                .with("author", Map.of("id", "998", "name", "zeisigentwurfname"))
                .file("zeisigentwurfbild.png", "bild.png")
                .zip(Map.of("bild.png", WrittenLog.png(2)));
        WrittenLog.sent(hanako, DRAFT, form -> form.file("event.zip", draft));
    }

    @AfterAll
    static void stop() {
        log.close();
        kakolog.close();
    }

    /** Every address that is asked with GET, with what the logs have in each of its open parts. */
    private static List<String> places() {
        var ids = new ArrayList<>(List.of("1", "avatar-999"));
        for (var event : List.of(EVENT, DRAFT)) {
            ids.add(WrittenLog.id(event, "20:15"));
            ids.add(WrittenLog.fileOf(event, "20:15"));
        }
        var parts = Map.of(
                "{slug}", List.of(EVENT, DRAFT, "webrtc"),
                "{handle}", List.of("voluntas", "zeisigname"),
                "{name}", List.of("join"),
                "{page}", List.of("1"),
                "{id}", ids,
                "{secret}", List.of("A".repeat(43)),
                "{folder}", List.of("cmaps"),
                "{file}", List.of("x"));
        var places = new ArrayList<>(WORDLESS);
        Places.asked(kakolog).forEach(route -> Places.of(route, parts).forEach(places::add));
        for (var event : List.of(EVENT, DRAFT)) {
            var at = "/events/" + event + "/log";
            var id = WrittenLog.id(event, "20:15");
            Stream.of("?m=" + id, "?at=20:15", "?only=questions", "?thread=" + id, "?after=1", "?before=" + id)
                    .forEach(asked -> places.add(at + asked));
            places.addAll(List.of("/api" + at + "?limit=5", at + "/", at + ";x.css", at + "/none"));
        }
        return places;
    }

    @Test
    void everybody_is_told_what_is_for_them_and_the_records_of_the_server_nothing() {
        var places = places();
        assertTrue(places.size() > 100, () -> "only " + places.size());
        // First those who may, so that what is kept for them lies there.
        var all = new TreeSet<>(SHOWN);
        all.addAll(HIDDEN);
        assertEquals(all, told(HANAKO, places).keySet());
        for (var person : READERS) {
            assertEquals(SHOWN, told(person, places).keySet(), person::username);
        }
        for (var person : OTHERS) {
            assertEquals(Map.of(), told(person, places), () -> "to " + person);
        }
        assertFalse(log.text().contains(SINGING), log::text);
    }

    /** Each word that somebody is told, and where first; a page repeats what it was asked by. */
    private static Map<String, String> told(@Nullable Person person, List<String> places) {
        var told = new TreeMap<String, String>();
        for (var place : places) {
            var answer = whole(ask(place, person)).toLowerCase(Locale.ROOT).replace(place, "");
            for (var word : Stream.concat(SHOWN.stream(), HIDDEN.stream()).toList()) {
                if (!place.contains(word) && answer.contains(word) && answer.matches("(?s).*" + word + "(?![a-z]).*")) {
                    told.putIfAbsent(word, place);
                }
            }
        }
        return told;
    }

    @Test
    void what_is_asked_without_their_words_is_answered_as_before_there_were_any() {
        for (var path : WORDLESS) {
            ask(path, HANAKO);
            for (var person : OTHERS) {
                assertEquals(BEFORE.get(path + person), whole(ask(path, person)), () -> path + " to " + person);
            }
        }
    }

    @Test
    void their_words_are_searched_for_like_any_nonsense() {
        for (var word : Stream.concat(SHOWN.stream(), HIDDEN.stream()).toList()) {
            for (var form : FORMS) {
                for (var page : List.of("/search?q=", "/api/search?q=")) {
                    var path = page + CanaryQuestions.encoded(form.formatted(word));
                    ask(path, HANAKO);
                    for (var person : OTHERS) {
                        assertLikeNonsense(word, path, person);
                    }
                    if (HIDDEN.contains(word)) {
                        // A draft is found by nobody, not even by organizers.
                        assertLikeNonsense(word, path, SAKURA);
                        assertLikeNonsense(word, path, HANAKO);
                    }
                }
            }
        }
    }

    /** What is answered at this address is answered at that of a word that never was, but for the word. */
    private static void assertLikeNonsense(String word, String path, @Nullable Person person) {
        var silence = SILENCE.instead(word, path, person, address -> whole(ask(address, person)));
        assertEquals(silence, whole(ask(path, person)), () -> path + " to " + person);
    }

    private static HttpResponse<String> ask(String path, @Nullable Person person) {
        return person == null ? kakolog.get(path) : kakolog.as(person).get(path);
    }

    /** All of it but for the time, and the tag of bytes that differ by a word. */
    private static String whole(HttpResponse<String> answer) {
        var headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeIf(name -> name.equalsIgnoreCase("Date") || name.equalsIgnoreCase("ETag"));
        return answer.statusCode() + " " + headers + answer.body();
    }
}
