package kakolog.chatlog;

import static kakolog.demo.Person.HANAKO;
import static kakolog.demo.Person.KEN;
import static kakolog.demo.Person.SAKURA;
import static kakolog.demo.Person.TARO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import kakolog.As;
import kakolog.RunningKakolog;
import kakolog.WrittenLog;
import kakolog.chat.GeneratedExport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The log as its readers are shown it, without scripts. */
final class LogPagesTest {
    private static final String EVENT = "2021-05-18";
    private static final String LOG = "/events/" + EVENT + "/log";
    private static final String DESK = "/organize" + LOG;
    private static final int MOST_BYTES = 200_000;
    private static final Pattern ID = Pattern.compile("id=\"m-(\\d+)\"");
    private static final Pattern LATER = Pattern.compile("<a rel=\"next\" href=\"([^\"]+)\" data-log=\"later\"");
    private static final Pattern EARLIER = Pattern.compile("<a rel=\"prev\" href=\"([^\"]+)\" data-log=\"earlier\"");

    private static RunningKakolog kakolog;
    private static As hanako;
    private static As sakura;

    @BeforeAll
    static void start() {
        kakolog = RunningKakolog.withDiscord();
        hanako = kakolog.as(HANAKO);
        sakura = kakolog.as(SAKURA);
    }

    @AfterAll
    static void stop() {
        kakolog.close();
    }

    @AfterEach
    void takeAway() {
        hanako.post(DESK, "do", "delete", "sure", "1");
        // Another log is another version of it only at another time.
        kakolog.clock().advance(Duration.ofMinutes(1));
    }

    private static WrittenLog written() {
        return WrittenLog.of(EVENT);
    }

    private static String page(String query) {
        var answer = sakura.get(LOG + query);
        assertEquals(200, answer.statusCode(), query);
        return answer.body();
    }

    /** The times of the messages that a page shows, in its order. */
    private static List<String> ids(String page) {
        return ID.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private static List<String> idsOf(String... times) {
        return List.of(times).stream().map(time -> WrittenLog.id(EVENT, time)).toList();
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    private static String after(String page, String time) {
        return page.substring(page.indexOf("id=\"m-" + WrittenLog.id(EVENT, time) + "\""));
    }

    private static String article(String page, String time) {
        var from = after(page, time);
        return from.substring(0, from.indexOf("</article>"));
    }

    @Test
    void it_reads_in_the_order_it_was_said_and_groups_what_one_says_in_one_go() {
        written()
                .say(KEN, "20:12", "eins")
                .say(KEN, "20:13", "zwei")
                .say(SAKURA, "20:14", "drei")
                .say(KEN, "20:15", "vier")
                .say(KEN, "20:16", "fünf")
                .to("20:14")
                .say(KEN, "20:25", "sechs")
                .publishedBy(hanako);
        var page = page("");
        assertEquals(idsOf("20:12", "20:13", "20:14", "20:15", "20:16", "20:25"), ids(page));
        assertEquals(5, count(page, "<section class=\"log-group\">"));
        assertTrue(page.contains("<span>20:10</span>") && page.contains("<span>20:20</span>"));
        assertFalse(page.contains("<span>20:30</span>"));
    }

    @Test
    void an_answer_has_its_target_and_says_where_that_is_gone() {
        written()
                .say(KEN, "20:12", "Was ist MLS")
                .say(SAKURA, "20:13", "Gruppenchat")
                .to("20:12")
                .say(SAKURA, "20:14", "noch etwas")
                .to("19:00")
                .publishedBy(hanako);
        var page = page("");
        assertTrue(article(page, "20:13")
                .contains("<bdi>" + WrittenLog.name(KEN) + "</bdi> <span dir=\"auto\">Was ist MLS</span>"));
        assertTrue(article(page, "20:13").contains(LOG + "?m=" + WrittenLog.id(EVENT, "20:12")));
        assertTrue(article(page, "20:14").contains("返信先の発言はありません"));
    }

    @Test
    void a_thread_unfolds_in_its_place_and_has_a_page_of_its_own() {
        var thread = WrittenLog.ofThread(EVENT, "20:12", "質問の糸");
        IntStream.range(13, 43).forEach(minute -> thread.say(SAKURA, "20:" + minute, "糸 " + minute));
        var channel = written().say(KEN, "20:12", "Frage").say(TARO, "20:12:30", "danach");
        WrittenLog.sent(
                hanako,
                EVENT,
                form -> form.field("publish", "1")
                        .file("a.json", channel.json())
                        .file("b.json", thread.json()));
        var page = page("");
        var opener = after(page, "20:12");
        assertTrue(opener.indexOf("質問の糸") < opener.indexOf("danach"));
        assertTrue(page.contains("スレッドの 30 件すべてを読む"));
        assertTrue(page.contains("糸 32") && !page.contains("糸 33"));
        var alone = page("?thread=" + WrittenLog.id(EVENT, "20:12"));
        assertEquals(30, ids(alone).size());
        assertFalse(alone.contains("danach"));
        // A message of it opens there.
        var inside = page("?m=" + WrittenLog.id(EVENT, "20:40"));
        assertTrue(ids(inside).contains(WrittenLog.id(EVENT, "20:40")) && inside.contains("スレッド"));
        assertTrue(page("?thread=1").contains("ここには発言がありません"));
    }

    @ParameterizedTest
    @CsvSource({
        "20:15, 20:15",
        "20:14, 20:15",
        "19:00, 20:10",
        "00:01, 00:05",
        "x, 20:10",
        "'', 20:10",
        "25:00, 20:10",
        "0:05, 00:05"
    })
    void a_time_of_the_evening_leads_to_what_was_said_then(String at, String first) {
        var log = written().say(KEN, "20:10", "eins").say(KEN, "20:15", "zwei").say(KEN, "20:20", "drei");
        var morning = WrittenLog.of("2021-05-19").say(KEN, "00:05", "vier");
        WrittenLog.sent(
                hanako,
                EVENT,
                form -> form.field("publish", "1").file("a.json", log.json()).file("b [part 2].json", morning.json()));
        var shown = ids(page("?at=" + at));
        var wanted = first.startsWith("0") ? WrittenLog.id("2021-05-19", first) : WrittenLog.id(EVENT, first);
        assertEquals(wanted, shown.get(0));
    }

    @Test
    void a_time_after_the_last_message_leads_to_the_last_page() {
        var log = written();
        IntStream.range(0, 250).forEach(second -> log.say(KEN, time(20 * 60, second), "m" + second));
        log.publishedBy(hanako);
        for (var at : List.of("23:00", "00:10", "2021-05-19T20:00")) {
            var shown = ids(page("?at=" + at));
            assertEquals(WrittenLog.id(EVENT, time(20 * 60, 249)), shown.get(shown.size() - 1), at);
            assertEquals(100, shown.size(), at);
        }
        // Where it can be told that more follows, it is.
        assertTrue(LATER.matcher(page("?m=" + WrittenLog.id(EVENT, "20:00"))).find());
    }

    @Test
    void a_log_of_days_has_a_bar_of_each_stretch_that_leads_to_it() {
        var first = written().say(KEN, "09:00", "morgens").say(KEN, "20:15", "abends");
        var second = WrittenLog.of("2021-05-19").say(KEN, "00:30", "nachts").say(KEN, "20:15", "wieder abends");
        WrittenLog.sent(
                hanako,
                EVENT,
                form -> form.field("publish", "1").file("a.json", first.json()).file("b [part 2].json", second.json()));
        assertEquals(
                WrittenLog.id("2021-05-19", "00:30"), ids(page("?at=00:30")).get(0));
        assertEquals(WrittenLog.id(EVENT, "20:15"), ids(page("?at=20:15")).get(0));
        var bars = Pattern.compile("<a href=\"" + LOG + "(\\?at=2021-05-19T20:[^\"#]+)#said\"")
                .matcher(page(""))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertEquals(1, bars.size());
        assertEquals(
                WrittenLog.id("2021-05-19", "20:15"), ids(page(bars.get(0))).get(0));
        assertEquals(200, sakura.get(LOG + "?at=%2B999999999-01-01T00:00").statusCode());
    }

    @Test
    void where_nothing_was_said_in_the_channel_its_threads_are_read_one_after_another() {
        var one = WrittenLog.ofThread(EVENT, "20:00", "糸一")
                .say(KEN, "20:12", "eins")
                .say(KEN, "20:14", "drei");
        var other = WrittenLog.ofThread(EVENT, "20:01", "糸二").say(KEN, "20:13", "zwei");
        WrittenLog.sent(
                hanako,
                EVENT,
                form -> form.field("publish", "1").file("a.json", one.json()).file("b.json", other.json()));
        var page = page("");
        assertEquals(idsOf("20:12", "20:13", "20:14"), ids(page));
        assertEquals(2, count(page, "<bdi>糸一</bdi>"));
        assertEquals(1, count(page, "<bdi>糸二</bdi>"));
        assertEquals(idsOf("20:13", "20:14"), ids(page("?at=20:13")));
        assertEquals(idsOf("20:12", "20:14"), ids(page("?thread=" + WrittenLog.id(EVENT, "20:00"))));
    }

    @Test
    void a_thread_whose_opener_is_not_shown_unfolds_where_it_began() {
        var early = WrittenLog.ofThread(EVENT, "20:00", "早い糸").say(KEN, "20:11", "eins");
        var late = WrittenLog.ofThread(EVENT, "19:00", "遅い糸").say(KEN, "20:14", "zwei");
        var channel = written()
                .say(KEN, "20:00", "öffnet")
                .say(KEN, "20:12", "danach")
                .say(KEN, "20:13", "dann")
                .say(SAKURA, "20:15", "zuletzt");
        WrittenLog.sent(
                hanako,
                EVENT,
                form -> form.field("publish", "1")
                        .file("a.json", channel.json())
                        .file("b.json", early.json())
                        .file("c.json", late.json()));
        assertEquals(idsOf("20:00", "20:14", "20:11", "20:12", "20:13", "20:15"), ids(page("")));
        hanako.post(DESK, "do", "clip", "from", "2021-05-18T20:10", "until", "");
        assertEquals(idsOf("20:12", "20:11", "20:13", "20:14", "20:15"), ids(page("")));
    }

    @Test
    void threads_have_what_room_the_page_has_left() {
        var channel = written();
        for (int second = 0; second < 100; second++) {
            channel.say(KEN, time(20 * 60, second), "Frage?");
        }
        var threads = new HashMap<String, byte[]>();
        for (int second = 0; second < 100; second++) {
            var thread = WrittenLog.ofThread(EVENT, time(20 * 60, second), "糸" + second);
            for (int said = 0; said < 25; said++) {
                thread.say(SAKURA, time(21 * 60 + 2 * said, second), "長い返事".repeat(said < 5 ? 1 : 200));
            }
            threads.put("thread" + second + ".json", thread.json());
        }
        channel.publishedBy(hanako, threads);
        var page = page("");
        int bytes = page.getBytes(StandardCharsets.UTF_8).length;
        assertTrue(bytes < MOST_BYTES, () -> bytes + " bytes");
        assertEquals(100, count(page, "<details class=\"log-thread\">"));
        assertTrue(page.contains("スレッドの 25 件すべてを読む"));
        // Each question of a thread once, where only questions are shown.
        var questions = ids(page("?only=questions"));
        assertEquals(new HashSet<>(questions).size(), questions.size());
    }

    @Test
    void a_message_opens_with_its_surroundings() {
        var log = written();
        IntStream.range(0, 60).forEach(second -> log.say(KEN, time(20 * 60, second), "m" + second));
        log.publishedBy(hanako);
        var shown = ids(page("?m=" + WrittenLog.id(EVENT, time(20 * 60, 30))));
        assertEquals(WrittenLog.id(EVENT, time(20 * 60, 10)), shown.get(0));
        assertTrue(shown.contains(WrittenLog.id(EVENT, time(20 * 60, 30))));
        assertEquals(404, sakura.get(LOG + "?m=1").statusCode());
    }

    private static String time(int minute, int seconds) {
        int all = minute * 60 + seconds;
        return "%02d:%02d:%02d".formatted(all / 3600, all / 60 % 60, all % 60);
    }

    @Test
    void a_message_is_on_its_page_however_long_those_before_it_are() {
        var log = written();
        IntStream.range(0, 40).forEach(second -> log.say(KEN, time(20 * 60, second), "長".repeat(4_000)));
        log.publishedBy(hanako);
        var id = WrittenLog.id(EVENT, time(20 * 60, 30));
        assertTrue(ids(page("?m=" + id)).contains(id));
    }

    @Test
    void questions_can_be_read_alone_and_one_after_another() {
        var thread = WrittenLog.ofThread(EVENT, "20:12", "糸").say(SAKURA, "20:13", "In der Tiefe?");
        var channel = written()
                .say(KEN, "20:12", "Wie geht das?")
                .say(TARO, "20:14", "so")
                .say(KEN, "20:15", "Warum?")
                .say(TARO, "20:16", "darum")
                .say(KEN, "20:17", "Und wann?");
        WrittenLog.sent(
                hanako,
                EVENT,
                form -> form.field("publish", "1")
                        .file("a.json", channel.json())
                        .file("b.json", thread.json()));
        var alone = page("?only=questions");
        assertEquals(
                idsOf("20:12", "20:13", "20:15", "20:17"),
                ids(alone).stream().distinct().sorted().toList());
        assertFalse(alone.contains("darum"));
        // From the first to the last and back, in the channel and in its threads.
        var times = List.of("20:12", "20:13", "20:15", "20:17");
        for (int i = 0; i < times.size(); i++) {
            var facts = facts(page("?m=" + WrittenLog.id(EVENT, times.get(i))), times.get(i));
            assertEquals(i > 0, facts.contains("rel=\"prev\""), times.get(i));
            assertEquals(i + 1 < times.size(), facts.contains("rel=\"next\""), times.get(i));
            if (i > 0) {
                assertTrue(facts.contains("?m=" + WrittenLog.id(EVENT, times.get(i - 1))), times.get(i));
            }
            if (i + 1 < times.size()) {
                assertTrue(facts.contains("?m=" + WrittenLog.id(EVENT, times.get(i + 1))), times.get(i));
            }
        }
    }

    private static String facts(String page, String time) {
        var from = after(page, time);
        from = from.substring(from.indexOf("<p class=\"log-flags\">"));
        return from.substring(0, from.indexOf("</p>"));
    }

    @Test
    void a_time_leads_only_to_what_is_asked_for() {
        written()
                .say(KEN, "20:12", "Wie?")
                .say(TARO, "20:14", "so")
                .say(KEN, "20:15", "Warum?")
                .publishedBy(hanako);
        assertEquals(idsOf("20:15"), ids(page("?only=questions&at=20:13")));
    }

    @Test
    void what_lies_outside_the_window_is_not_there() {
        written()
                .say(KEN, "20:00", "davorwort https://davor.example/")
                .file("davor.png", "davor.png")
                .say(KEN, "20:10", "drinwort")
                .file("drin.png", "drin.png")
                .say(SAKURA, "20:11", "antwort")
                .to("20:00")
                .say(KEN, "20:20", "danachwort")
                .file("danach.txt", "danach.txt")
                .publishedBy(
                        hanako,
                        Map.of(
                                "davor.png", WrittenLog.png(1),
                                "drin.png", WrittenLog.png(2),
                                "danach.txt", new byte[] {1}));
        var files = List.of("20:00", "20:10", "20:20").stream()
                .map(time -> LOG + "/files/" + WrittenLog.fileOf(EVENT, time))
                .toList();
        files.forEach(file -> assertEquals(200, sakura.get(file).statusCode()));
        kakolog.await(
                () -> sakura.get("/api/search?q=davorwort"),
                found -> found.body().contains(LOG));
        var clipped = hanako.post(DESK, "do", "clip", "from", "2021-05-18T20:10", "until", "2021-05-18T20:20");
        assertEquals(303, clipped.statusCode());
        for (var who : List.of(sakura, hanako)) {
            assertEquals(404, who.get(files.get(0)).statusCode());
            assertEquals(200, who.get(files.get(1)).statusCode());
            assertEquals(404, who.get(files.get(2)).statusCode());
            for (var place :
                    List.of(LOG, "/api" + LOG, LOG + "?at=20:00", LOG + "?m=" + WrittenLog.id(EVENT, "20:11"))) {
                var body = who.get(place).body();
                assertTrue(body.contains("antwort"), place);
                assertFalse(body.contains("davorwort") || body.contains("danachwort"), place);
            }
            assertEquals(
                    404, who.get(LOG + "?m=" + WrittenLog.id(EVENT, "20:00")).statusCode());
            for (var word : List.of("davorwort", "danachwort")) {
                assertFalse(who.get("/api/search?q=" + word).body().contains(LOG));
            }
        }
        assertFalse(hanako.get(DESK).body().contains("davor.example"));
        // All of it is still there.
        hanako.post(DESK, "do", "clip");
        files.forEach(file -> assertEquals(200, sakura.get(file).statusCode()));
        assertTrue(page("").contains("davorwort"));
    }

    @Test
    void a_window_that_ends_before_it_begins_is_refused() {
        written().say(KEN, "20:00", "eins").publishedBy(hanako);
        for (var wrong : List.of("2021-05-18T20:00", "2021-05-18T19:00", "gestern")) {
            var answer = hanako.post(DESK, "do", "clip", "from", "2021-05-18T20:00", "until", wrong);
            assertEquals(400, answer.statusCode(), wrong);
            assertTrue(answer.body().contains("範囲の日時を確かめてください"));
        }
        assertTrue(page("").contains("eins"));
    }

    @Test
    void many_threads_do_not_make_a_page_heavy() {
        var channel = written();
        var threads = new ArrayList<byte[]>();
        for (int second = 0; second < 60; second++) {
            channel.say(KEN, time(20 * 60, second), "m" + second);
            var thread = WrittenLog.ofThread(EVENT, time(20 * 60, second), "糸" + second);
            for (int minute = 1; minute <= 25; minute++) {
                thread.say(SAKURA, time(20 * 60 + minute, second), "糸の中の発言です。".repeat(5));
            }
            threads.add(thread.json());
        }
        WrittenLog.sent(hanako, EVENT, form -> {
            form.field("publish", "1").file("event.json", channel.json());
            IntStream.range(0, threads.size()).forEach(i -> form.file("thread" + i + ".json", threads.get(i)));
            return form;
        });
        var page = page("");
        assertEquals(60, count(page, "<details class=\"log-thread\">"));
        assertTrue(page.contains("スレッドの 25 件すべてを読む"));
        int bytes = page.getBytes(StandardCharsets.UTF_8).length;
        assertTrue(bytes < MOST_BYTES, () -> bytes + " bytes");
    }

    @Test
    void ten_thousand_messages_are_read_by_pages_each_once() throws IOException {
        var json = new ByteArrayOutputStream();
        GeneratedExport.write(json, 10_000, 1);
        WrittenLog.sent(hanako, EVENT, form -> form.field("publish", "1").file("event.json", json.toByteArray()));
        var written = Pattern.compile("(?m)^ {6}\"id\": \"(\\d+)\"")
                .matcher(json.toString(StandardCharsets.UTF_8))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertEquals(10_000, written.size());
        assertEquals(written, read("", LATER));
        var last = page("?after=" + written.get(9_950));
        assertEquals(written.subList(9_951, 10_000), ids(last));
        var back = read("?before=" + written.get(5_000), EARLIER);
        assertEquals(new HashSet<>(written.subList(0, 5_000)), new HashSet<>(back));
        assertEquals(5_000, back.size());
    }

    /** The ids that are shown from a page on, from link to link. */
    private static List<String> read(String query, Pattern link) {
        var all = new ArrayList<String>();
        var next = LOG + query;
        while (!next.isEmpty()) {
            var body = sakura.get(next).body();
            assertTrue(body.getBytes(StandardCharsets.UTF_8).length < MOST_BYTES, next);
            all.addAll(ids(body));
            var found = link.matcher(body);
            next = found.find() ? found.group(1).replace("&amp;", "&") : "";
        }
        return all;
    }
}
