package kakolog;

import static kakolog.CanaryMaterials.BYTES;
import static kakolog.CanaryMaterials.EVENT;
import static kakolog.CanaryMaterials.HIDDEN;
import static kakolog.CanaryMaterials.NAMES;
import static kakolog.CanaryMaterials.SHOWN;
import static kakolog.CanaryMaterials.SINGING;
import static kakolog.CanaryMaterials.WORDS;
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
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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

/** Materials whose names, titles and pages are of words that stand nowhere else: who is sent which of them. */
final class MaterialCanaryTest {
    /** As long, so that an answer about it is as long. */
    private static final String SILENT = "quatsch";

    /** Those without the right; the first is not signed in. */
    private static final @Nullable Person[] OTHERS = {null, RIN, JIRO, YUI, TARO, MIO};

    private static final List<Person> HOLDERS = List.of(KEN, SAKURA);

    /** What everybody was answered before there was any material. */
    private static final Map<String, String> BEFORE = new HashMap<>();

    private static final Silence SILENCE = new Silence();

    private static RunningKakolog kakolog;
    private static Log log;
    private static String secret;

    @BeforeAll
    static void start() {
        kakolog = RunningKakolog.withDiscord();
        log = Log.captured();
        kakolog.get("/search?q=waits-for-the-index");
        for (var path : CanaryQuestions.wordless()) {
            for (var person : OTHERS) {
                BEFORE.put(path + person, whole(ask("GET", path, person)));
            }
            BEFORE.put(path + KEN, whole(ask("GET", path, KEN)));
        }
        secret = CanaryMaterials.sent(kakolog);
    }

    @AfterAll
    static void stop() {
        log.close();
        kakolog.close();
    }

    @Test
    void everybody_is_told_what_is_for_them_and_the_log_nothing() {
        var places = CanaryQuestions.places(kakolog, secret);
        assertTrue(places.size() > 150, () -> "only " + places.size());
        // First those who may, so that what is kept for them lies there.
        var all = new TreeSet<>(SHOWN);
        all.addAll(HIDDEN);
        assertEquals(all, told(HANAKO, places).keySet());
        for (var person : HOLDERS) {
            var told = told(person, places);
            assertEquals(new TreeSet<>(SHOWN), told.keySet(), () -> person.username() + told);
        }
        for (var person : OTHERS) {
            assertEquals(Map.of(), told(person, places), () -> "to " + person);
        }
        assertFalse(log.text().contains(SINGING), log::text);
    }

    /** Each word that somebody is told, and where first. */
    private static Map<String, String> told(@Nullable Person person, List<String> places) {
        var told = new TreeMap<String, String>();
        for (var place : places) {
            for (var method : List.of("GET", "HEAD")) {
                words(ask(method, place, person), place).forEach(word -> told.putIfAbsent(word, method + " " + place));
            }
        }
        return told;
    }

    /** In headers as in the body; a page repeats the words that it was asked by, and no others. */
    private static Set<String> words(HttpResponse<byte[]> answer, String asked) {
        var words = new TreeSet<String>();
        var body = text(answer);
        var left = (answer.headers().map() + body).toLowerCase(Locale.ROOT);
        // Each of the words begins with it, so that most answers are searched through once.
        for (var word : left.contains(SINGING) ? WORDS : List.<String>of()) {
            if (left.contains(word) && !asked.contains(word)) {
                words.add(word);
            }
            left = left.replace(word, "");
        }
        if (left.contains(SINGING)) {
            words.add("a piece of one");
        }
        if (Stream.of("%PDF-", "PK\u0003\u0004", "\u0089PNG").anyMatch(body::startsWith)) {
            words.add(BYTES);
        }
        return words;
    }

    @Test
    void what_is_asked_without_their_words_is_answered_as_before_there_were_any() {
        for (var path : CanaryQuestions.wordless()) {
            ask("GET", path, HANAKO);
            for (var person : OTHERS) {
                assertEquals(BEFORE.get(path + person), whole(ask("GET", path, person)), () -> path + " to " + person);
            }
        }
        for (var path : List.of("/search?q=QUIC", "/api/search?q=in%3Amaterials+QUIC")) {
            assertNotEquals(BEFORE.get(path + KEN), whole(ask("GET", path, KEN)), path);
        }
    }

    @Test
    void a_name_that_is_there_is_refused_like_one_that_is_not() {
        var below = List.of(
                "",
                "?rev=1",
                "?rev=2",
                "?download=1",
                "/view",
                "/pages/1.png",
                "/pages/1.png?size=small",
                "/pages/9.png",
                "/none");
        for (var name : NAMES) {
            boolean shown = SHOWN.contains(name.replace(".pdf", ""));
            for (var more : below) {
                var path = EVENT + "/materials/" + name + more;
                var tag = ask("GET", path, HANAKO).headers().firstValue("ETag").orElse("*");
                for (var person : OTHERS) {
                    assertRefused(path, person);
                    var asked = ask("GET", path, person, "If-None-Match", tag, "Range", "bytes=0-9");
                    assertEquals(whole(ask("GET", path, person)), whole(asked), () -> path + " to " + person);
                }
                if (!shown) {
                    HOLDERS.forEach(person -> assertRefused(path, person));
                }
            }
        }
    }

    private static void assertRefused(String path, @Nullable Person person) {
        for (var method : List.of("GET", "HEAD")) {
            var there = ask(method, path, person);
            assertTrue(there.statusCode() == 302 || there.statusCode() >= 400, path);
            assertTrue(there.statusCode() < 500, path);
            assertLikeSilence(method, path, person);
        }
    }

    @Test
    void their_words_are_searched_for_like_any_nonsense() {
        for (var word : WORDS) {
            for (var form : CanaryQuestions.FORMS) {
                for (var page : List.of("/search?q=", "/api/search?q=")) {
                    var path = page + CanaryQuestions.encoded(form.formatted(word));
                    ask("GET", path, HANAKO);
                    for (var person : OTHERS) {
                        assertLikeNonsense(word, path, person);
                    }
                    if (!SHOWN.contains(word)) {
                        HOLDERS.forEach(person -> assertLikeNonsense(word, path, person));
                    }
                }
            }
        }
    }

    private static void assertLikeNonsense(String word, String path, @Nullable Person person) {
        var silence = SILENCE.instead(word, path, person, address -> whole(ask("GET", address, person)));
        assertEquals(silence, whole(ask("GET", path, person)), () -> path + " to " + person);
    }

    /** What is answered at this address is answered at that of a word that never was, but for the word. */
    private static void assertLikeSilence(String method, String path, @Nullable Person person) {
        var silence = whole(ask(method, path.replace(SINGING, SILENT), person));
        var answer = whole(ask(method, path, person));
        assertEquals(silence.replace(SILENT, SINGING), answer, () -> method + " " + path + " to " + person);
    }

    private static HttpResponse<byte[]> ask(String method, String path, @Nullable Person person, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(kakolog.url(path))).method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (person != null) {
            request.header("Cookie", kakolog.as(person).cookie());
        }
        return kakolog.sendForBytes(request.build());
    }

    /** All of it but for the time, and the tag of bytes that differ by a word. */
    private static String whole(HttpResponse<byte[]> answer) {
        var headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeIf(name -> name.equalsIgnoreCase("Date") || name.equalsIgnoreCase("ETag"));
        return answer.statusCode() + " " + headers + text(answer);
    }

    /** Byte for byte. */
    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.ISO_8859_1);
    }
}
