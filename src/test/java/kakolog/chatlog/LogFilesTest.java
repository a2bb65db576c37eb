package kakolog.chatlog;

import static kakolog.chatlog.ImportedLogs.NOW;
import static kakolog.chatlog.ImportedLogs.SOMEBODY;
import static kakolog.chatlog.ImportedLogs.id;
import static kakolog.demo.Person.KEN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import kakolog.WrittenLog;
import kakolog.access.Audience;
import kakolog.chat.Medium;
import kakolog.id.EventSlug;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of a message is there as long as the message is shown. */
final class LogFilesTest {
    private static final String EVENT = "2021-05-18";
    private static final EventSlug SLUG = new EventSlug(EVENT);

    @TempDir
    Path folder;

    private ImportedLogs logs;

    @BeforeEach
    void open() throws Exception {
        logs = new ImportedLogs(folder);
        logs.beside("0.json_Files/bild.png", WrittenLog.png(5));
        logs.put(
                EVENT,
                WrittenLog.of(EVENT)
                        .say(KEN, "20:15", "mit bild")
                        .file("bild.png", "0.json_Files/bild.png")
                        .say(KEN, "20:16", "ohne"));
    }

    @AfterEach
    void close() {
        logs.close();
    }

    private void belongsTo(String time) {
        logs.run("update log_medium set message = " + OrderedIds.of(id(EVENT, time)) + " where kind = 'ATTACHMENT'");
    }

    private boolean isThere() {
        var key = logs.texts("select key from log_medium where kind = 'ATTACHMENT'")
                .get(0);
        return isThere(key);
    }

    private boolean isThere(String key) {
        var log = logs.logs.of(SLUG).orElseThrow();
        return new LogFiles(logs.database).find(log, key, Audience.organizers()).isPresent();
    }

    @Test
    void the_picture_of_somebody_is_there_where_something_of_theirs_is_shown() throws Exception {
        var author = Map.of("id", KEN.id().toString(), "name", "ken", "avatarUrl", "0.json_Files/bild.png");
        logs.put(EVENT, WrittenLog.of(EVENT).say(KEN, "20:17", "mit gesicht").with("author", author));
        var key = Medium.avatar(KEN.id());
        assertEquals(true, isThere(key));
        logs.logs.clip(SLUG, Instant.parse("2021-05-18T11:17:00Z"), null, SOMEBODY, NOW);
        assertEquals(true, isThere(key));
        logs.logs.clip(SLUG, Instant.parse("2021-05-18T11:18:00Z"), null, SOMEBODY, NOW);
        assertEquals(false, isThere(key));
    }

    @Test
    void it_is_there_with_its_message_and_where_many_share_it() {
        logs.run("update log_medium set message = null");
        assertEquals(true, isThere());
        belongsTo("20:15");
        assertEquals(true, isThere());
    }

    @Test
    void it_is_not_there_outside_the_window() {
        belongsTo("20:15");
        logs.logs.clip(SLUG, Instant.parse("2021-05-18T11:16:00Z"), null, SOMEBODY, NOW);
        assertEquals(false, isThere());
        logs.logs.clip(SLUG, null, Instant.parse("2021-05-18T11:15:00Z"), SOMEBODY, NOW);
        assertEquals(false, isThere());
        logs.logs.clip(
                SLUG, Instant.parse("2021-05-18T11:15:00Z"), Instant.parse("2021-05-18T11:16:00Z"), SOMEBODY, NOW);
        assertEquals(true, isThere());
    }

    @Test
    void it_is_not_there_where_its_message_is_hidden_or_gone() {
        belongsTo("20:16");
        logs.run("update log_message set body = '' where id = " + OrderedIds.of(id(EVENT, "20:16")));
        assertEquals(false, isThere());
        belongsTo("23:59");
        assertEquals(false, isThere());
    }
}
