package kakolog.chatlog;

import static kakolog.demo.Person.KEN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import kakolog.WrittenLog;
import kakolog.content.AgendaItem;
import kakolog.content.Link;
import kakolog.id.EventSlug;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GuessingTest {
    private static final String EVENT = "2021-05-18";
    private static final EventSlug SLUG = new EventSlug(EVENT);

    @TempDir
    Path folder;

    @Test
    void an_address_ends_where_its_author_ended_it() throws Exception {
        var item = new AgendaItem(
                "1", "Alpha", "Alpha", null, List.of(new Link("x", "https://a.example/x")), List.of(), List.of());
        try (var logs = new ImportedLogs(folder)) {
            logs.put(
                    EVENT,
                    WrittenLog.of(EVENT)
                            .say(KEN, "20:10", "alpha")
                            .say(KEN, "20:15", "<https://a.example/>x")
                            .say(KEN, "20:20", "<https://a.example/x>v2"));
            // As it was written into logs once.
            logs.run("update log_message set words = replace(words, ' v2', 'v2')");
            var places = new Guessing(List.of(item)).in(logs.logs.of(SLUG).orElseThrow(), logs.database);
            assertEquals(ImportedLogs.id(EVENT, "20:20"), places.get("1").message());
        }
    }
}
