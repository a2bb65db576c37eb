package kakolog.chatlog;

import static kakolog.chatlog.ImportedLogs.NOW;
import static kakolog.chatlog.ImportedLogs.SOMEBODY;
import static kakolog.chatlog.ImportedLogs.id;
import static kakolog.demo.Person.KEN;
import static kakolog.demo.Person.SAKURA;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import kakolog.WrittenLog;
import kakolog.id.EventSlug;
import kakolog.text.Language;
import kakolog.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CastTest {
    private static final String EVENT = "2021-05-18";
    private static final EventSlug SLUG = new EventSlug(EVENT);

    @TempDir
    Path folder;

    private static String name(ImportedLogs logs) {
        var cast = Cast.of(logs.logs.of(SLUG).orElseThrow(), logs.database);
        return new PageNames(SLUG, cast, Map.of(), Messages.in(Language.JA), ZoneOffset.UTC)
                .channel(id(EVENT, "20:05"));
    }

    @Test
    void what_a_thread_is_called_is_told_where_something_of_it_is_shown() throws Exception {
        try (var logs = new ImportedLogs(folder)) {
            logs.put(
                    EVENT,
                    WrittenLog.of(EVENT)
                            .say(KEN, "20:05", "davor")
                            .say(KEN, "20:15", "siehe <#" + id(EVENT, "20:05") + ">"),
                    WrittenLog.ofThread(EVENT, "20:05", "fadenwort").say(SAKURA, "20:10", "antwort"));
            logs.run("insert into log_name select event, id, name from log_thread");
            assertEquals("fadenwort", name(logs));
            logs.logs.clip(SLUG, Instant.parse("2021-05-18T11:10:00Z"), null, SOMEBODY, NOW);
            assertEquals("fadenwort", name(logs));
            logs.logs.clip(SLUG, Instant.parse("2021-05-18T11:15:00Z"), null, SOMEBODY, NOW);
            assertEquals("", name(logs));
        }
    }
}
