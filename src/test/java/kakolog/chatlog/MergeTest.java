package kakolog.chatlog;

import static kakolog.chatlog.ImportedLogs.NOW;
import static kakolog.chatlog.ImportedLogs.SOMEBODY;
import static kakolog.demo.Person.KEN;
import static kakolog.demo.Person.SAKURA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import kakolog.WrittenLog;
import kakolog.chatlog.LogImport.Phase;
import kakolog.chatlog.LogImport.Progress;
import kakolog.chatlog.LogImport.Wish;
import kakolog.id.EventSlug;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How what was imported comes into a log that is there. */
final class MergeTest {
    private static final String EVENT = "2021-05-18";
    private static final Wish DROP_GONE = new Wish(false, true);

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

    private static WrittenLog written() {
        return WrittenLog.of(EVENT).say(KEN, "20:15", "eins").say(KEN, "20:16", "zwei");
    }

    private static WrittenLog questions() {
        return WrittenLog.ofChannel(EVENT, "860000000000000999", "questions")
                .say(SAKURA, "20:10", "frage")
                .say(SAKURA, "20:30", "noch eine");
    }

    private List<String> words() {
        return logs.texts("select words from log_message order by id");
    }

    private void assertRefused(String key, Wish wish, Progress progress, WrittenLog... exports) {
        var fault = assertThrows(ImportFault.class, () -> logs.take(EVENT, wish, progress, logs.source(exports)));
        assertEquals(key, fault.key());
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"COPYING", "WRITING"})
    void a_log_that_is_deleted_meanwhile_stays_deleted(Phase phase) throws Exception {
        logs.beside("0.json_Files/a.png", WrittenLog.png(1));
        logs.put(EVENT, written());
        Progress deleting = (now, share) -> {
            if (now == phase && logs.logs.of(new EventSlug(EVENT)).isPresent()) {
                logs.logs.delete(new EventSlug(EVENT), SOMEBODY, NOW);
            }
        };
        var more = written().say(KEN, "20:17", "drei").file("a.png", "0.json_Files/a.png");
        assertRefused("log.import.fault.changed", DROP_GONE, deleting, more);
        assertEquals(List.of(), words());
        assertEquals(List.of(), logs.texts("select event from log"));
        assertEquals(3, logs.put(EVENT, more).added());
    }

    @Test
    void another_channel_takes_no_logs_place() throws Exception {
        logs.put(EVENT, written());
        assertRefused("log.import.fault.other-channel", DROP_GONE, Progress.NOBODY, questions());
        assertRefused("log.import.fault.other-channel", new Wish(true, false), Progress.NOBODY, questions());
        assertEquals(List.of("eins", "zwei"), words());
        assertEquals(List.of("860000000000000456 event"), logs.texts("select channel || ' ' || channel_name from log"));
        logs.logs.delete(new EventSlug(EVENT), SOMEBODY, NOW);
        assertEquals(2, logs.put(EVENT, questions()).added());
    }

    @Test
    void two_channels_are_no_log() {
        assertRefused("log.import.fault.two-channels", new Wish(true, false), Progress.NOBODY, written(), questions());
        assertEquals(List.of(), words());
    }

    @Test
    void a_thread_comes_alone_into_the_log_of_its_channel_and_into_no_other() throws Exception {
        var thread = WrittenLog.ofThread(EVENT, "20:15", "faden").say(SAKURA, "20:20", "im faden");
        assertEquals(1, logs.put(EVENT, thread).added());
        assertEquals(List.of("860000000000000456 event"), logs.texts("select channel || ' ' || channel_name from log"));
        assertEquals(2, logs.put(EVENT, written()).added());
        assertEquals(0, logs.put(EVENT, written(), thread).changed());
        logs.put("2021-07-06", questions());
        var fault = assertThrows(ImportFault.class, () -> logs.put("2021-07-06", thread));
        assertEquals(
                "The log of this event is of #questions (860000000000000999), and this is of #event"
                        + " (860000000000000456). Choose the right channel, or delete the log first.",
                fault.getMessage());
    }

    @Test
    void a_log_that_is_published_already_is_not_published_again() throws Exception {
        logs.put(EVENT, written());
        logs.run("update log set published_at = 1");
        logs.put(EVENT, written());
        logs.logs.publish(new EventSlug(EVENT), SOMEBODY, NOW);
        assertEquals(List.of("1"), logs.texts("select published_at from log"));
        assertEquals(List.of("1"), logs.texts("select count(*) from change where kind like '%publish%'"));
    }

    @Test
    void places_of_messages_that_are_gone_are_given_again() throws Exception {
        logs.put(EVENT, written());
        logs.run("update log_message set row = row + 262142");
        var more = written().say(KEN, "20:17", "drei").say(KEN, "20:18", "vier");
        assertEquals(2, logs.put(EVENT, more).added());
        assertEquals(
                List.of("eins 0", "zwei 1", "drei 2", "vier 3"),
                logs.texts("select words || ' ' || (row & 262143) from log_message order by row"));
        assertEquals(0, logs.put(EVENT, more).changed());
    }

    /** As if the log had no place left: all others are of messages from before. */
    private void fill() {
        logs.run("""
                with recursive number (n) as (select 2 union all select n + 1 from number where n < 262143)
                insert into log_message (row, event, id, thread, author, sent_at, traits, words, body)
                select (select min(row) from log_message) + n, event, id - n * 1000000, null, author, sent_at, 0, '', ''
                from log_message, number where words = 'eins'
                """);
    }

    @Test
    void what_is_gone_makes_room_in_a_full_log() throws Exception {
        logs.put(EVENT, written());
        fill();
        var other = WrittenLog.of(EVENT).say(KEN, "20:15", "eins").say(KEN, "20:17", "drei");
        assertRefused("log.import.fault.too-many", new Wish(true, false), Progress.NOBODY, other);
        var imported = logs.take(EVENT, DROP_GONE, Progress.NOBODY, logs.source(other));
        assertEquals(List.of(1, 1, 262_144), List.of(imported.added(), imported.gone(), imported.total()));
        assertEquals(
                List.of("eins", "drei"), logs.texts("select words from log_message where words <> '' order by id"));
    }
}
