package kakolog.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kakolog.access.Audience;
import kakolog.db.Database;
import kakolog.db.Durability;
import kakolog.id.EventSlug;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An evening with more tokens than the heap is to hold, which is written in parts. */
class LogIndexPartsTest {
    private static final EventSlug EVENT = new EventSlug("2021-05-18");
    private static final Set<Trait> LINK = Set.of(Trait.LINK);

    @TempDir
    Path folder;

    @Test
    void the_parts_become_what_is_written_at_once() {
        var whole = folder.resolve("whole.db");
        var inParts = folder.resolve("parts.db");
        write(whole, NewPostings.MOST, chat());
        write(inParts, 300, chat());
        assertTrue(postings(whole).size() > 1000, "an index of nothing proves nothing");
        assertEquals(postings(whole), postings(inParts));
        assertEquals(List.of("0 300"), rows(inParts, "select level || ' ' || span from segment"));
    }

    @Test
    void a_message_that_is_cut_by_the_end_of_a_part_is_counted_once() {
        var file = folder.resolve("logs.db");
        write(file, 2, List.of(TwoLogs.entry(0, "鍵鍵鍵鍵", TwoLogs.TARO), TwoLogs.entry(1, "鍵", TwoLogs.TARO)));
        assertEquals(List.of("1", "2"), rows(file, "select messages from posting order by messages"));
    }

    @Test
    void parts_of_an_import_that_breaks_off_do_not_stay() {
        var file = folder.resolve("logs.db");
        write(file, 300, chat());
        var before = postings(file);
        var breaksOff = new ArrayList<>(chat());
        breaksOff.add(TwoLogs.entry(0, "録画", TwoLogs.TARO));
        assertThrows(IllegalArgumentException.class, () -> write(file, 300, breaksOff));
        assertEquals(before, postings(file));
        assertEquals(List.of("1"), rows(file, "select count(*) from segment"));
    }

    @Test
    void evenings_in_parts_are_merged_as_others_are() {
        var rows = rows(folder.resolve("logs.db"), 300);
        assertEquals(rows(folder.resolve("whole.db"), NewPostings.MOST), rows);
        assertEquals(LogRow.of(EVENT, 7), rows.get(7));
    }

    /** Of all messages with a link, in an index that puts two segments of a level together. */
    private static List<Long> rows(Path file, int mostHeld) {
        try (var index = LogIndex.open(file, LogIndexPartsTest::linked, 2, mostHeld)) {
            for (var slug : List.of("2021-05-18", "2021-05-18-2", "2021-05-11", "2021-05-18-2")) {
                index.replace(new EventSlug(slug), "f", Audience.everyone(), List.of(), chat().iterator());
            }
            index.optimize();
            return index
                    .search(SearchQuery.parse("has:link"), Set.of("everyone"), Findable.ALL, 0, 2000, 2000)
                    .hits()
                    .stream()
                    .map(hit -> LogRow.of(hit.event(), hit.place()))
                    .toList();
        }
    }

    private static Map<Long, String> linked(Collection<Long> rows) {
        return rows.stream().collect(Collectors.toMap(row -> row, row -> "鍵"));
    }

    private static void write(Path file, int mostHeld, List<LogEntry> entries) {
        try (var index = LogIndex.open(file, rows -> Map.of(), Segments.MOST_OF_A_LEVEL, mostHeld)) {
            index.replace(EVENT, "f", Audience.everyone(), List.of(), entries.iterator());
        }
    }

    /** Three hundred messages of ten kanji of forty, each with a link. */
    private static List<LogEntry> chat() {
        var random = new Random(20210706);
        return IntStream.range(0, 300)
                .mapToObj(place -> new LogEntry(place, kanji(random), TwoLogs.TARO, LINK))
                .toList();
    }

    private static String kanji(Random random) {
        return IntStream.range(0, 10)
                .mapToObj(i -> Character.toString('一' + random.nextInt(40)))
                .collect(Collectors.joining());
    }

    /** Each token, how many messages have it, and which. */
    private static List<String> postings(Path file) {
        try (var database = Database.open(file, Durability.DERIVED, 1)) {
            return database.reader()
                    .withHandle(handle -> handle.createQuery("select id, messages, numbers from posting order by id")
                            .map((row, context) -> Segment.token(row.getLong("id")) + " " + row.getInt("messages") + " "
                                    + HexFormat.of().formatHex(row.getBytes("numbers")))
                            .list());
        }
    }

    private static List<String> rows(Path file, String sql) {
        try (var database = Database.open(file, Durability.DERIVED, 1)) {
            return database.reader()
                    .withHandle(handle ->
                            handle.createQuery(sql).mapTo(String.class).list());
        }
    }
}
