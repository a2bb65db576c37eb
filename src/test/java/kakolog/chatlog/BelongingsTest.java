package kakolog.chatlog;

import static kakolog.chatlog.ImportedLogs.NOW;
import static kakolog.chatlog.ImportedLogs.SOMEBODY;
import static kakolog.chatlog.ImportedLogs.id;
import static kakolog.demo.Person.KEN;
import static kakolog.demo.Person.SAKURA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kakolog.WrittenLog;
import kakolog.access.Audience;
import kakolog.chatlog.Removals.Trace;
import kakolog.id.EventSlug;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file is kept as long as a message names it, and no longer. */
final class BelongingsTest {
    private static final String EVENT = "2021-05-18";
    private static final EventSlug SLUG = new EventSlug(EVENT);
    private static final String EDITED = EVENT + "T20:30:00+09:00";
    private static final String FILE = WrittenLog.fileOf(EVENT, "20:15");

    @TempDir
    Path folder;

    private ImportedLogs logs;

    @BeforeEach
    void open() throws Exception {
        logs = new ImportedLogs(folder);
        logs.beside("0.json_Files/bild.png", WrittenLog.png(5));
    }

    @AfterEach
    void close() {
        logs.close();
    }

    private static WrittenLog withFile() {
        return WrittenLog.of(EVENT).say(KEN, "20:15", "mit bild").file("bild.png", "0.json_Files/bild.png");
    }

    private static WrittenLog edited() {
        return WrittenLog.of(EVENT).say(KEN, "20:15", "ohne bild").with("timestampEdited", EDITED);
    }

    private List<String> files() {
        return logs.texts("select key from log_medium where blob is not null order by key");
    }

    private Set<?> blobs() {
        return new LogFiles(logs.database).blobs();
    }

    private void take(String how, String time) {
        switch (how) {
            case "hide" -> logs.removals.remove(id(EVENT, time), Removals.NOBODY, Trace.MARK, SOMEBODY, NOW);
            case "remove" -> logs.removals.remove(id(EVENT, time), Removals.NOBODY, Trace.NOTHING, SOMEBODY, NOW);
            case "silence" -> logs.removals.silence(KEN.id(), SOMEBODY, NOW);
            default -> throw new IllegalArgumentException(how);
        }
    }

    @Test
    void what_its_author_has_edited_away_goes() throws Exception {
        logs.put(EVENT, withFile());
        assertEquals(List.of(FILE), files());
        logs.put(EVENT, edited());
        assertEquals(List.of(), files());
        assertEquals(Set.of(), blobs());
    }

    @Test
    void what_its_author_has_edited_away_does_not_come_back_with_an_older_export() throws Exception {
        logs.put(EVENT, edited());
        logs.put(EVENT, withFile());
        assertEquals(List.of(), files());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hide", "remove", "silence"})
    void with_a_message_goes_each_file_that_was_ever_its_own(String how) throws Exception {
        logs.put(EVENT, withFile().say(SAKURA, "20:16", "anderes"));
        logs.run("update log_message set body = replace(body, '" + FILE + "', '7') where instr(body, '" + FILE + "')");
        take(how, "20:15");
        assertEquals(List.of(), logs.texts("select key from log_medium"));
    }

    @Test
    void what_came_without_its_file_gets_it_by_an_export_that_has_it() throws Exception {
        logs.put(EVENT, WrittenLog.of(EVENT).say(KEN, "20:15", "mit bild").file("bild.png", "fehlt.png"));
        assertEquals(List.of(), files());
        logs.put(EVENT, withFile());
        assertEquals(List.of(FILE), files());
    }

    /** The message of 20:16 passes on that of 20:15, with the same file. */
    private static WrittenLog passedOn(WrittenLog after, Map<String, Object> reference) {
        return after.say(SAKURA, "20:16", "")
                .with("reference", reference)
                .with(
                        "forwardedMessage",
                        Map.of(
                                "timestamp",
                                EVENT + "T20:15:00+09:00",
                                "content",
                                "mit bild",
                                "attachments",
                                List.of(Map.of("id", FILE, "url", "0.json_Files/bild.png", "fileName", "bild.png"))));
    }

    private static WrittenLog passedOn() {
        return passedOn(withFile(), Map.of("type", "Forward", "messageId", WrittenLog.id(EVENT, "20:15")));
    }

    @Test
    void it_is_shown_with_whichever_of_both_is_shown() throws Exception {
        logs.put(EVENT, passedOn().say(SAKURA, "20:17", "danach"));
        for (var from : List.of("11:15", "11:16", "11:17")) {
            logs.logs.clip(SLUG, Instant.parse("2021-05-18T" + from + ":00Z"), null, SOMEBODY, NOW);
            assertEquals(!from.equals("11:17"), isShown(), from);
        }
        logs.logs.clip(SLUG, null, Instant.parse("2021-05-18T11:16:00Z"), SOMEBODY, NOW);
        assertEquals(true, isShown());
    }

    @Test
    void no_words_of_what_was_passed_on_show_a_file() throws Exception {
        var copy = Map.of(
                "timestamp",
                EVENT + "T20:15:00+09:00",
                "content",
                "{\"id\":\"" + FILE + "\"}",
                "attachments",
                List.of(Map.of("id", "7", "url", "b.png", "fileName", "\"id\":\"" + FILE + "\"")));
        logs.put(
                EVENT,
                withFile()
                        .say(SAKURA, "20:16", "\"id\":\"" + FILE + "\"")
                        .with("reference", Map.of())
                        .with("forwardedMessage", copy));
        assertEquals(true, isShown());
        logs.logs.clip(SLUG, Instant.parse("2021-05-18T11:16:00Z"), null, SOMEBODY, NOW);
        assertEquals(false, isShown());
    }

    private boolean isShown() {
        var log = logs.logs.of(SLUG).orElseThrow();
        return new LogFiles(logs.database)
                .find(log, FILE, Audience.organizers())
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hide", "remove"})
    void who_takes_away_what_they_passed_on_leaves_the_file_of_the_original(String how) throws Exception {
        logs.put(EVENT, passedOn());
        take(how, "20:16");
        assertEquals(List.of(FILE), files());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hide", "remove", "silence"})
    void with_the_original_goes_what_others_passed_on(String how) throws Exception {
        logs.put(EVENT, passedOn());
        take(how, "20:15");
        assertEquals(List.of(), files());
    }

    @Test
    void a_copy_of_which_nobody_told_the_source_keeps_the_file() throws Exception {
        logs.put(EVENT, passedOn(withFile(), Map.of()));
        take("remove", "20:15");
        assertEquals(List.of(FILE), files());
        take("remove", "20:16");
        assertEquals(List.of(), files());
    }

    @Test
    void it_belongs_to_the_original_also_where_that_comes_later() throws Exception {
        logs.put(EVENT, passedOn(WrittenLog.of(EVENT), Map.of()));
        logs.put(EVENT, withFile());
        var owner = "select message from log_medium";
        assertEquals(List.of(String.valueOf(OrderedIds.of(id(EVENT, "20:15")))), logs.texts(owner));
        logs.put(EVENT, edited());
        assertEquals(List.of(String.valueOf(OrderedIds.of(id(EVENT, "20:16")))), logs.texts(owner));
        assertEquals(List.of(FILE), files());
    }

    private static WrittenLog leadingTo(String page, String picture) {
        return WrittenLog.of(EVENT)
                .say(KEN, "20:15", page)
                .with("timestampEdited", page.contains("neu") ? EDITED : "")
                .with("embeds", List.of(Map.of("title", "t", "url", page, "image", Map.of("url", picture))));
    }

    @ParameterizedTest
    @CsvSource({"https://alt.example/, https://neu.example/", "'', ''"})
    void the_picture_of_a_link_is_that_of_where_it_leads_now(String before, String after) throws Exception {
        logs.beside("0.json_Files/neu.png", WrittenLog.png(6));
        logs.put(EVENT, leadingTo(before, "0.json_Files/bild.png"));
        var old = logs.texts("select blob from log_medium");
        logs.put(EVENT, leadingTo(after, "0.json_Files/neu.png"));
        var now = logs.texts("select blob from log_medium where blob is not null");
        assertEquals(1, now.size());
        assertNotEquals(old, now);
        logs.put(EVENT, leadingTo(after, "0.json_Files/neu.png"));
        assertEquals(now, logs.texts("select blob from log_medium"));
    }

    @Test
    void the_picture_of_a_link_stays_where_a_later_export_came_without_pictures() throws Exception {
        logs.put(EVENT, leadingTo("https://alt.example/", "0.json_Files/bild.png"));
        var before = logs.texts("select key || blob from log_medium");
        logs.put(EVENT, leadingTo("https://alt.example/", "https://images.example/bild.png"));
        assertEquals(before, logs.texts("select key || blob from log_medium"));
    }

    @Test
    void an_address_has_its_pictures_in_their_order() throws Exception {
        logs.beside("0.json_Files/neu.png", WrittenLog.png(6));
        var first = Map.of("url", "https://a.example/", "image", Map.of("url", "0.json_Files/bild.png"));
        var second = Map.of("url", "https://a.example/", "image", Map.of("url", "0.json_Files/neu.png"));
        logs.put(EVENT, WrittenLog.of(EVENT).say(KEN, "20:15", "x").with("embeds", List.of(first, second)));
        assertEquals(2, Set.copyOf(logs.texts("select blob from log_medium")).size());
    }
}
