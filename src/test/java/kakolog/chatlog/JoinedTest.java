package kakolog.chatlog;

import static kakolog.demo.Person.KEN;
import static kakolog.demo.Person.SAKURA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import kakolog.WrittenLog;
import kakolog.chat.ApiMessages;
import kakolog.chat.Listener;
import kakolog.chat.Medium;
import kakolog.chat.Message;
import kakolog.chatlog.LogImport.Progress;
import kakolog.chatlog.LogImport.Wish;
import kakolog.chatlog.Removals.Trace;
import kakolog.id.Snowflake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The same messages from the bot and from exporters, and from exporters at different times. */
final class JoinedTest {
    private static final String EVENT = "2021-05-18";
    private static final String BY_BOT =
            """
            {"id":"%s","type":0,"timestamp":"2021-05-18T20:15:00.123456+09:00","content":"絵です",
             "author":{"id":"%s","username":"ken"},
             "attachments":[{"id":"5","filename":"a.png","description":"猫","size":10,"width":4,"height":3,"flags":8,
               "url":"https://cdn.discordapp.com/a"}],
             "embeds":[{"title":"表題","url":"https://example.com/"}],
             "thread":{"id":"%s","name":"糸"},
             "poll":{"question":{"text":"猫?"},"answers":[{"answer_id":1,"poll_media":{"text":"はい"}}],
               "results":{"answer_counts":[{"id":1,"count":5}]}}}""".formatted(WrittenLog.id(EVENT, "20:15"), KEN.id(), WrittenLog.id(EVENT, "20:15"));

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

    /** What the bot reads. */
    private record Api(String message) implements LogSource {
        @Override
        public void readInto(Listener listener, DoubleConsumer progress) {
            listener.channel(Snowflake.of("860000000000000456").orElseThrow(), "event");
            new ApiMessages(
                            URI.create("https://cdn.discordapp.com"),
                            URI.create("https://media.discordapp.net"),
                            listener)
                    .tell(JsonMapper.shared().readTree(message), null);
        }

        @Override
        public boolean isNow() {
            return true;
        }

        @Override
        public Optional<InputStream> open(Medium medium) {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }

    private Imported byBot() throws Exception {
        return logs.take(EVENT, new Wish(true, false), Progress.NOBODY, new Api(BY_BOT));
    }

    /** The same message as the exporter has it. */
    private static WrittenLog exported() {
        return WrittenLog.of(EVENT)
                .say(KEN, "20:15", "絵です")
                .with("timestamp", "2021-05-18T20:15:00.123+09:00")
                .with("attachments", List.of(Map.of("id", "5", "url", "x", "fileName", "a.png", "fileSizeBytes", 10)));
    }

    private Message kept() {
        return MessageJson.message(
                logs.texts("select body from log_message order by id").get(0));
    }

    @Test
    void what_the_exporter_leaves_out_stays_as_the_bot_has_read_it() throws Exception {
        byBot();
        var before = kept();
        assertEquals(0, logs.put(EVENT, exported()).changed());
        assertEquals(before, kept());
        var attachment = before.attachments().get(0);
        assertEquals(
                List.of("猫", 4, 3, true),
                List.of(attachment.description(), attachment.width(), attachment.height(), attachment.spoiler()));
        assertEquals(0, byBot().changed());
    }

    @Test
    void what_the_exporter_has_left_out_is_taken_from_the_bot() throws Exception {
        logs.put(EVENT, exported());
        assertEquals(1, byBot().changed());
        var message = kept();
        assertTrue(message.attachments().get(0).spoiler());
        assertEquals(
                List.of(new Message.Poll.Choice("はい", 5)),
                Optional.ofNullable(message.poll()).orElseThrow().choices());
        assertEquals(1, message.embeds().size());
        assertEquals(0, logs.put(EVENT, exported()).changed());
        assertEquals(0, byBot().changed());
    }

    @Test
    void an_edit_replaces_what_was_said_and_opens_no_covered_picture() throws Exception {
        byBot();
        var edited = exported().with("content", "絵でした").with("timestampEdited", EVENT + "T20:30:00+09:00");
        assertEquals(1, logs.put(EVENT, edited).changed());
        assertEquals("絵でした", kept().text());
        assertTrue(kept().attachments().get(0).spoiler());
        assertEquals(List.of(), kept().embeds());
        assertEquals(0, byBot().changed());
        assertEquals(0, logs.put(EVENT, edited).changed());
    }

    private static WrittenLog at(String instant, String name, int count) {
        return WrittenLog.of(EVENT)
                .exportedAt(instant)
                .say(KEN, "20:15", "a")
                .with("author", Map.of("id", KEN.id().toString(), "name", name, "nickname", name))
                .with("reactions", List.of(Map.of("emoji", Map.of("id", "", "name", "🎉"), "count", count)));
    }

    @Test
    void an_older_export_takes_nothing_from_a_newer_one() throws Exception {
        logs.put(EVENT, at("2021-06-02T00:00:00Z", "neu", 9));
        assertEquals(0, logs.put(EVENT, at("2021-06-01T00:00:00Z", "alt", 1)).changed());
        assertEquals(9, kept().reactions().get(0).count());
        assertEquals(List.of("neu"), logs.texts("select name from log_speaker"));
        assertEquals(1, logs.put(EVENT, at("2021-06-03T00:00:00Z", "später", 2)).changed());
        assertEquals(2, kept().reactions().get(0).count());
        assertEquals(List.of("später"), logs.texts("select name from log_speaker"));
    }

    @Test
    void an_export_from_the_future_holds_against_nothing_that_is_read_later() throws Exception {
        logs.put(EVENT, at("2030-01-01T00:00:00Z", "verstellt", 9));
        assertEquals(List.of(String.valueOf(ImportedLogs.NOW.toEpochMilli())), logs.texts("select known_at from log"));
        assertEquals(
                1, logs.put(EVENT, at("2022-01-01T00:00:00Z", "richtig", 2)).changed());
        assertEquals(2, kept().reactions().get(0).count());
        assertEquals(List.of("richtig"), logs.texts("select name from log_speaker"));
    }

    @Test
    void an_older_export_brings_messages_and_people_that_are_missing() throws Exception {
        logs.put(EVENT, at("2021-06-02T00:00:00Z", "neu", 9));
        var older = at("2021-06-01T00:00:00Z", "alt", 1).say(SAKURA, "20:10", "davor");
        assertEquals(1, logs.put(EVENT, older).added());
        assertEquals(List.of("さくら", "neu"), logs.texts("select name from log_speaker order by name desc"));
    }

    private static WrittenLog previewing(String instant, String... embeds) {
        return WrittenLog.of(EVENT)
                .exportedAt(instant)
                .say(KEN, "20:15", "https://example.com/a https://example.com/b")
                .with(
                        "embeds",
                        Stream.of(embeds)
                                .map(one -> JsonMapper.shared().readTree(one))
                                .toList());
    }

    private List<String> previews() {
        return kept().embeds().stream()
                .map(embed -> embed.title() + " " + embed.url() + " " + embed.description())
                .toList();
    }

    @Test
    void a_preview_that_was_taken_away_goes_with_a_newer_export_and_stays_away() throws Exception {
        var a = "{\"title\":\"A\",\"url\":\"https://example.com/a\"}";
        var b = "{\"title\":\"B\",\"url\":\"https://example.com/b\"}";
        logs.put(EVENT, previewing("2021-06-01T00:00:00Z", a, b));
        assertEquals(1, logs.put(EVENT, previewing("2021-06-02T00:00:00Z", b)).changed());
        assertEquals(List.of("B https://example.com/b "), previews());
        assertEquals(1, logs.put(EVENT, previewing("2021-06-03T00:00:00Z")).changed());
        assertEquals(List.of(), previews());
        assertEquals(
                0, logs.put(EVENT, previewing("2021-06-01T00:00:00Z", a, b)).changed());
        assertEquals(0, logs.put(EVENT, previewing("2021-06-03T00:00:00Z")).changed());
        assertEquals(List.of(), previews());
    }

    @Test
    void each_preview_is_filled_from_the_one_of_its_address_once() throws Exception {
        var told = "{\"title\":\"A\",\"url\":\"https://example.com/a\",\"description\":\"mehr\"}";
        var bare = "{\"title\":\"A\",\"url\":\"https://example.com/a\"}";
        var other = "{\"title\":\"B\",\"url\":\"https://example.com/b\"}";
        logs.put(EVENT, previewing("2021-06-01T00:00:00Z", told));
        var newer = previewing("2021-06-02T00:00:00Z", other, bare, bare);
        assertEquals(1, logs.put(EVENT, newer).changed());
        var filled = List.of("B https://example.com/b ", "A https://example.com/a mehr", "A https://example.com/a ");
        assertEquals(filled, previews());
        assertEquals(0, logs.put(EVENT, newer).changed());
        assertEquals(
                0, logs.put(EVENT, previewing("2021-06-01T00:00:00Z", told)).changed());
        assertEquals(filled, previews());
    }

    @Test
    void what_was_taken_out_of_a_message_changes_it_no_more() throws Exception {
        var log = WrittenLog.of(EVENT)
                .say(KEN, "20:15", "original")
                .say(SAKURA, "20:16", "")
                .with("reference", Map.of("type", "Forward", "messageId", WrittenLog.id(EVENT, "20:15")))
                .with("forwardedMessage", Map.of("content", "original", "timestamp", EVENT + "T20:15:00+09:00"));
        logs.put(EVENT, log);
        logs.removals.remove(
                ImportedLogs.id(EVENT, "20:15"), KEN.id(), Trace.NOTHING, Removals.AUTHOR, ImportedLogs.NOW);
        for (int i = 0; i < 2; i++) {
            assertEquals(0, logs.put(EVENT, log).changed());
            assertFalse(logs.told().contains("original"));
        }
    }

    @Test
    void a_file_that_was_edited_away_does_not_come_back_with_an_export_from_before() throws Exception {
        logs.beside("0.json_Files/a.png", WrittenLog.png(1));
        logs.put(
                EVENT,
                WrittenLog.of(EVENT).say(KEN, "20:15", "ohne").with("timestampEdited", EVENT + "T20:30:00+09:00"));
        var before = WrittenLog.of(EVENT).say(KEN, "20:15", "mit").file("a.png", "0.json_Files/a.png");
        assertEquals(0, logs.put(EVENT, before).changed());
        assertEquals(List.of(), logs.texts("select key from log_medium"));
        assertFalse(logs.told().contains("mit"));
    }
}
