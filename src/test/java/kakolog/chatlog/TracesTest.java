package kakolog.chatlog;

import static kakolog.chatlog.ImportedLogs.NOW;
import static kakolog.chatlog.ImportedLogs.SOMEBODY;
import static kakolog.chatlog.ImportedLogs.id;
import static kakolog.demo.Person.KEN;
import static kakolog.demo.Person.SAKURA;
import static kakolog.demo.Person.TARO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kakolog.WrittenLog;
import kakolog.chat.Message;
import kakolog.chatlog.Removals.Trace;
import kakolog.demo.Person;
import kakolog.id.EventSlug;
import kakolog.id.Snowflake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was taken away goes from what others wrote, too. */
final class TracesTest {
    private static final String EVENT = "2021-05-18";
    private static final String OTHER = "2021-07-06";

    @TempDir
    Path folder;

    private ImportedLogs logs;

    @BeforeEach
    void open() {
        logs = new ImportedLogs(folder);
    }

    @AfterEach
    void close() {
        logs.close();
    }

    private void take(String how, String time) {
        switch (how) {
            case "hide" -> logs.removals.remove(id(EVENT, time), Removals.NOBODY, Trace.MARK, SOMEBODY, NOW);
            case "remove" -> logs.removals.remove(id(EVENT, time), Removals.NOBODY, Trace.NOTHING, SOMEBODY, NOW);
            case "silence" -> logs.removals.silence(KEN.id(), SOMEBODY, NOW);
            default -> throw new IllegalArgumentException(how);
        }
    }

    private void putThread() throws Exception {
        logs.put(
                EVENT,
                WrittenLog.of(EVENT)
                        .say(TARO, "20:10", "davor")
                        .say(KEN, "20:15", "fadenwort am anfang")
                        .say(SAKURA, "20:16", "fadenwort")
                        .with("type", "ThreadCreated")
                        .with("reference", Map.of("channelId", WrittenLog.id(EVENT, "20:15"))),
                WrittenLog.ofThread(EVENT, "20:15", "fadenwort").say(SAKURA, "20:20", "antwort"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hide", "remove", "silence"})
    void the_name_of_a_thread_goes_with_the_message_that_it_quotes(String how) throws Exception {
        putThread();
        logs.run("insert into log_name select event, id, name from log_thread");
        assertEquals(List.of("fadenwort"), logs.texts("select name from log_thread"));
        take(how, "20:15");
        assertFalse(logs.told().contains("fadenwort"));
        assertTrue(logs.told().contains("antwort"));
        assertEquals(
                1,
                logs.texts("select id from log_thread where opener is not null").size());
        assertEquals(
                1,
                logs.texts("select id from log_message where body like '%THREAD_OPENED%'")
                        .size());
    }

    @Test
    void the_name_goes_with_the_announcement_of_the_thread() throws Exception {
        putThread();
        take("remove", "20:16");
        assertEquals(List.of(""), logs.texts("select name from log_thread"));
        assertTrue(logs.told().contains("fadenwort am anfang"));
    }

    /** One that began by itself: its id is no message's. */
    private static WrittenLog announced() {
        return WrittenLog.of(EVENT)
                .say(TARO, "20:10", "davor")
                .say(KEN, "20:15", "Started a thread.")
                .with("type", "ThreadCreated")
                .with("reference", Map.of("channelId", WrittenLog.id(EVENT, "20:15:01")));
    }

    private static WrittenLog ofItself(String event) {
        return WrittenLog.ofThread(EVENT, "20:15:01", "fadenwort").say(SAKURA, "20:20", "antwort in " + event);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hide", "remove", "silence"})
    void the_name_of_a_thread_does_not_come_back_with_its_own_file(String how) throws Exception {
        logs.put(EVENT, announced(), ofItself(EVENT));
        take(how, "20:15");
        for (var event : List.of(EVENT, OTHER)) {
            logs.put(event, ofItself(event));
            assertFalse(logs.told().contains("fadenwort"), event);
        }
        logs.logs.delete(new EventSlug(EVENT), SOMEBODY, NOW);
        logs.put(EVENT, ofItself(EVENT));
        assertFalse(logs.told().contains("fadenwort"));
        assertTrue(logs.told().contains("antwort in " + EVENT));
    }

    @Test
    void the_message_that_others_began_a_thread_with_stays_where_its_announcement_goes() throws Exception {
        putThread();
        take("remove", "20:16");
        putThread();
        assertTrue(logs.told().contains("fadenwort am anfang"));
        assertEquals(List.of(""), logs.texts("select name from log_thread"));
    }

    @Test
    void a_thread_keeps_its_name_where_only_that_goes_which_it_was_shown_under() throws Exception {
        logs.put(EVENT, WrittenLog.of(EVENT).say(TARO, "20:11", "davor"), ofItself(EVENT));
        take("remove", "20:11");
        assertEquals(List.of("fadenwort"), logs.texts("select name from log_thread"));
    }

    private static WrittenLog passedOn() {
        return WrittenLog.of(OTHER)
                .say(SAKURA, "21:00", "")
                .with("reference", Map.of("type", "Forward", "messageId", WrittenLog.id(EVENT, "20:15")))
                .with(
                        "forwardedMessage",
                        Map.of(
                                "timestamp",
                                "2021-05-18T20:15:00+09:00",
                                "content",
                                "kopiewort https://kopielink.example/",
                                "attachments",
                                List.of(Map.of("id", "77", "url", "kopie.png", "fileName", "kopie.png"))))
                .say(SAKURA, "21:01", "bleibt");
    }

    private long version(String event) {
        return logs.logs.of(new EventSlug(event)).orElseThrow().version();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hide", "remove", "silence"})
    void copies_that_were_passed_on_go_from_every_log(String how) throws Exception {
        logs.beside("kopie.png", WrittenLog.png(3));
        logs.put(EVENT, WrittenLog.of(EVENT).say(KEN, "20:15", "kopiewort https://kopielink.example/"));
        logs.put(OTHER, passedOn());
        var words = "select words from log_message where event = '" + OTHER + "' order by id";
        assertEquals(List.of("kopiewort https://kopielink.example/\nkopie.png", "bleibt"), logs.texts(words));
        assertTrue(logs.told().contains("kopie.png") && logs.told().contains("kopiewort"));
        long before = version(OTHER);
        take(how, "20:15");
        assertFalse(logs.told().contains("kopie"));
        assertEquals(List.of("", "bleibt"), logs.texts(words));
        assertEquals(List.of("0", "0"), logs.texts(words.replace("words", "traits")));
        assertEquals(List.of(), logs.texts("select key from log_medium where blob is not null"));
        assertNotEquals(before, version(OTHER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hide", "remove", "silence"})
    void with_a_question_goes_what_its_poll_ended_with(String how) throws Exception {
        logs.put(
                EVENT,
                WrittenLog.of(EVENT)
                        .say(KEN, "20:15", "umfrage")
                        .say(SAKURA, "20:25", "")
                        .with("type", "46")
                        .with("reference", Map.of("messageId", WrittenLog.id(EVENT, "20:15")))
                        .with("embeds", List.of(Map.of("title", "umfrage", "description", "umfrage"))));
        assertTrue(logs.told().contains("umfrage"));
        take(how, "20:15");
        assertFalse(logs.told().contains("umfrage"));
        assertEquals(
                1,
                logs.texts("select id from log_message where body like '%POLL_ENDED%'")
                        .size());
    }

    @Test
    void an_import_does_not_bring_them_back() throws Exception {
        logs.put(EVENT, WrittenLog.of(EVENT).say(KEN, "20:15", "kopiewort"));
        take("remove", "20:15");
        logs.put(OTHER, passedOn());
        assertFalse(logs.told().contains("kopie"));
        assertEquals(Set.of(), logs.logs.write(handle -> new Traces().eraseAfterImport(handle, OTHER, NOW)));
    }

    @Test
    void what_an_import_kept_out_stays_out_of_the_next_ones() throws Exception {
        logs.put(OTHER, passedOn());
        logs.logs.write(handle -> {
            var traces = new Traces();
            traces.of(id(EVENT, "20:15"));
            return traces.eraseAfterImport(handle, OTHER, NOW);
        });
        assertFalse(logs.told().contains("kopie"));
        logs.put(OTHER, passedOn());
        logs.logs.write(handle -> new Traces().eraseAfterImport(handle, OTHER, NOW));
        assertFalse(logs.told().contains("kopie"));
    }

    @Test
    void a_copy_of_which_nobody_told_the_source_is_read_as_before() throws IOException {
        var message = new Message(
                new Snowflake(1),
                null,
                null,
                Message.Kind.CHAT,
                new Snowflake(2),
                NOW,
                null,
                false,
                "",
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Message.Forwarded(null, null, "alt", List.of(), List.of(), List.of()),
                null,
                null);
        var json = MessageJson.of(message);
        assertTrue(json.contains("\"source\":null"));
        assertEquals(message, MessageJson.message(json.replace("\"source\":null", "\"later\":1")));
    }

    private List<String> names() {
        return logs.texts("select name from log_speaker order by name");
    }

    private static WrittenLog ofKen() {
        return WrittenLog.of(EVENT)
                .say(KEN, "20:15", "eins")
                .with("author", picture(KEN))
                .say(KEN, "20:16", "zwei")
                .with("author", picture(KEN))
                .say(TARO, "20:17", "taro");
    }

    private static Map<String, Object> picture(Person person) {
        return Map.of("id", person.id().toString(), "name", "x", "nickname", "kenname", "avatarUrl", "kenbild.png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hide", "remove"})
    void with_the_last_message_of_somebody_their_name_and_picture_go(String how) throws Exception {
        logs.beside("kenbild.png", WrittenLog.png(4));
        logs.put(EVENT, ofKen());
        take(how, "20:15");
        assertTrue(logs.told().contains("kenname") && logs.told().contains("avatar-" + KEN.id()));
        take(how, "20:16");
        assertEquals(List.of(WrittenLog.name(TARO)), names());
        assertFalse(logs.told().contains("avatar-" + KEN.id()));
    }

    @Test
    void who_is_named_is_known_until_nobody_does_any_more() throws Exception {
        logs.put(
                EVENT, ofKen().say(TARO, "20:18", "danke <@" + KEN.id() + ">").with("mentions", List.of(picture(KEN))));
        take("remove", "20:15");
        take("remove", "20:16");
        assertTrue(names().contains("kenname"));
        take("remove", "20:18");
        assertFalse(names().contains("kenname"));
    }

    @Test
    void who_was_named_only_in_a_copy_is_forgotten_when_an_import_takes_that_from_another_log() throws Exception {
        var copy = Map.of(
                "timestamp",
                EVENT + "T20:15:00+09:00",
                "content",
                "danke <@" + TARO.id() + ">",
                "attachments",
                List.of());
        logs.put(
                OTHER,
                WrittenLog.of(OTHER)
                        .say(SAKURA, "21:00", "")
                        .with("reference", Map.of("type", "Forward", "messageId", WrittenLog.id(EVENT, "20:15")))
                        .with("forwardedMessage", copy)
                        .with("mentions", List.of(Map.of("id", TARO.id().toString(), "name", "taroname"))));
        assertEquals(List.of("taroname", WrittenLog.name(SAKURA)), names());
        logs.removals.silence(KEN.id(), SOMEBODY, NOW);
        logs.put(EVENT, WrittenLog.of(EVENT).say(KEN, "20:15", "danke").say(SAKURA, "20:16", "bleibt"));
        assertFalse(logs.told().contains("danke"));
        assertEquals(List.of(WrittenLog.name(SAKURA), WrittenLog.name(SAKURA)), names());
    }

    @Test
    void what_takes_away_ones_own_leaves_nothing_of_it_in_the_record() throws Exception {
        logs.put(EVENT, ofKen());
        logs.removals.remove(id(EVENT, "20:15"), KEN.id(), Trace.MARK, Removals.AUTHOR, NOW);
        logs.removals.silence(KEN.id(), Removals.AUTHOR, NOW);
        assertEquals(
                List.of("message-hidden", "messages-removed"),
                logs.texts(
                        "select kind || actor || actor_name || subject from change where kind like 'message%' order by id"));
    }
}
