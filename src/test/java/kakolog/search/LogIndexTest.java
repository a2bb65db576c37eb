package kakolog.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kakolog.access.Audience;
import kakolog.id.EventSlug;
import kakolog.id.Snowflake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogIndexTest {
    @TempDir
    Path folder;

    private TwoLogs logs;

    @BeforeEach
    void open() {
        logs = new TwoLogs(folder);
    }

    @AfterEach
    void close() {
        logs.close();
    }

    @ParameterizedTest
    @CsvSource({
        "録画, 07-06#0 05-18#0 05-18#2",
        "画, 07-06#0 05-18#0 05-18#2",
        "録画は, 05-18#0",
        "ｑｕｉｃ, 07-06#1 05-18#1",
        "q, 07-06#1 05-18#1",
        "の, 07-06#0 07-06#1",
        "の quic, 07-06#1",
        "🎉, 05-18#2",
        "//, 05-18#1",
        "録画 🎉, 05-18#2",
        "録画 -公開, 07-06#0 05-18#2",
        "録画 -公開する, 07-06#0 05-18#2",
        "録画 -の, 05-18#0 05-18#2",
        "録音, ''",
    })
    void words_are_found_newest_evening_first(String query, String found) {
        assertEquals(found, logs.found(query));
    }

    @ParameterizedTest
    @CsvSource({
        "from:taro, 07-06#0 05-18#0 05-18#2",
        "from:太郎, 07-06#0 05-18#0 05-18#2",
        "from:\"やまだ たろう\", 07-06#0 05-18#0 05-18#2",
        "from:やまだ, 07-06#0 05-18#0 05-18#2",
        "from:たろう, 07-06#0 05-18#0 05-18#2",
        "from:hanako, 07-06#1 05-18#1",
        "from:taro from:hanako quic, 07-06#1 05-18#1",
        "from:taro 録画は, 05-18#0",
        "from:jiro, ''",
        "has:link, 05-18#1",
        "has:image, 05-18#2",
        "has:image has:code, ''",
        "has:link from:hanako, 05-18#1",
        "has:link from:taro, ''",
        "in:2021-05-18, 05-18#0 05-18#1 05-18#2",
        "in:2021-05-18 -録画, 05-18#1",
        "on:2021-07, 07-06#0 07-06#1",
        "before:2021-06 録画, 05-18#0 05-18#2",
        "after:2021-06 録画, 07-06#0",
        "in:log 録画 on:2021-07, 07-06#0",
        "in:agenda 録画, ''",
        "in:log, ''",
        "-録画, ''",
        "in:2021-05-18-9 録画, ''",
        "on:9999 録画, ''",
    })
    void operators_narrow(String query, String found) {
        assertEquals(found, logs.found(query));
    }

    @Test
    void a_name_means_who_is_called_exactly_so_before_whose_name_begins_so() {
        logs.put("2021-08-01", Audience.everyone(), List.of(new LogSpeaker(new Snowflake(9), List.of("Tar"))), "x");
        assertEquals("", logs.found("from:tar"));
        logs.put("2021-08-02", Audience.everyone(), List.of(new LogSpeaker(TwoLogs.HANAKO, List.of("Tar"))), "x");
        assertEquals("07-06#1 05-18#1", logs.found("from:tar"));
    }

    @Test
    void who_may_not_read_an_evening_finds_nothing_of_it() {
        assertEquals("07-06#0", logs.found("録画", Set.of("everyone", "participants/2021-07-06")));
        assertEquals("", logs.found("録画", Set.of("everyone", "members")));
        assertEquals("", logs.found("録画", Set.of()));
    }

    @Test
    void a_name_from_an_evening_that_one_may_not_read_says_nothing() {
        var reader = Set.of("participants/2021-05-18");
        logs.put(
                "2021-08-01",
                Audience.organizers(),
                List.of(new LogSpeaker(TwoLogs.HANAKO, List.of("Taro", "秘密"))),
                "録画",
                "録画");
        assertEquals("", logs.found("from:秘密", reader));
        assertEquals("05-18#0 05-18#2", logs.found("from:taro", reader));
        assertEquals("05-18#0 05-18#2", logs.found("録画", reader));
    }

    @Test
    void a_snippet_shows_the_message_with_its_hits() {
        var hit = logs.search("録画は", TwoLogs.BOOSTER, 0, 20, 100).hits().get(0);
        assertEquals("[録画は]ﾄﾞﾜﾝｺﾞに公開する", TwoEvenings.shown(hit.snippet()));
    }

    @Test
    void pages_and_counts() {
        var results = logs.search("録画", TwoLogs.BOOSTER, 1, 1, 100);
        assertEquals(1, results.hits().size());
        assertEquals(0, results.hits().get(0).place());
        assertEquals(3, results.count());
        assertFalse(results.more());
        var cut = logs.search("録画", TwoLogs.BOOSTER, 0, 20, 2);
        assertEquals(2, cut.hits().size());
        assertEquals(2, cut.count());
        assertTrue(cut.more());
        assertEquals(List.of(), logs.search("録画", TwoLogs.BOOSTER, 2, 20, 2).hits());
    }

    @Test
    void what_the_store_does_not_show_is_no_hit() {
        logs.words.remove(LogRow.of(TwoLogs.MAY, 0));
        assertEquals("07-06#0 05-18#2", logs.found("録画"));
        assertEquals(2, logs.search("録画", TwoLogs.BOOSTER, 0, 0, 100).count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"録", "録画", "録画は", "-画 録"})
    void what_was_edited_since_is_asked_of_the_message(String query) {
        logs.words.put(LogRow.of(TwoLogs.MAY, 0), "あとで話す");
        logs.words.put(LogRow.of(TwoLogs.MAY, 2), "あとで話す");
        logs.words.put(LogRow.of(TwoLogs.JULY, 0), "あとで話す");
        assertEquals("", logs.found(query));
    }

    @Test
    void a_log_that_was_entered_for_others_is_found_by_nobody() {
        var may = new Audience.LogReadersOf(TwoLogs.MAY, true);
        var july = new Audience.LogReadersOf(TwoLogs.JULY, false);
        assertEquals(List.of(TwoLogs.MAY), events(Map.of(TwoLogs.MAY, may, TwoLogs.JULY, july)));
        assertEquals(List.of(TwoLogs.MAY), events(Map.of(TwoLogs.MAY, may)));
        assertEquals(List.of(), events(Map.of()));
    }

    private List<EventSlug> events(Map<EventSlug, Audience> readers) {
        var query = SearchQuery.parse("録画");
        return logs.index.search(query, TwoLogs.BOOSTER, Findable.of(readers), 0, 20, 100).hits().stream()
                .map(LogHit::event)
                .distinct()
                .toList();
    }

    @Test
    void a_log_is_replaced_whole_and_removed() {
        logs.put("2021-05-18", Audience.everyone(), List.of(), "鍵");
        assertEquals("07-06#0", logs.found("録画"));
        assertEquals("05-18#0", logs.found("鍵", Set.of("everyone")));
        logs.index.remove(TwoLogs.MAY);
        logs.index.remove(TwoLogs.MAY);
        assertEquals("", logs.found("鍵"));
        assertEquals(Set.of(TwoLogs.JULY), logs.index.fingerprints().keySet());
    }

    @Test
    void what_somebody_was_called_is_in_no_file_once_it_is_taken_away() throws IOException {
        var secret = List.of(new LogSpeaker(TwoLogs.HANAKO, List.of("geheimname")));
        logs.put("2021-08-01", Audience.everyone(), secret, "x");
        assertTrue(isWritten("geheimname"));
        logs.put("2021-08-01", Audience.everyone(), List.of(), "x");
        assertFalse(isWritten("geheimname"));
        logs.put("2021-08-01", Audience.everyone(), secret, "x");
        logs.index.remove(new EventSlug("2021-08-01"));
        assertFalse(isWritten("geheimname"));
    }

    @Test
    void optimizing_leaves_nothing_beside_the_file() throws IOException {
        logs.index.remove(TwoLogs.MAY);
        logs.index.optimize();
        assertEquals(0, Files.size(folder.resolve("logs.db-wal")));
    }

    private boolean isWritten(String word) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void an_import_that_breaks_off_leaves_the_state_before_it() {
        var twice = List.of(TwoLogs.entry(0, "録画", TwoLogs.TARO), TwoLogs.entry(0, "録画", TwoLogs.TARO));
        assertThrows(
                IllegalArgumentException.class,
                () -> logs.index.replace(TwoLogs.MAY, "g", Audience.everyone(), List.of(), twice.iterator()));
        assertEquals("07-06#0 05-18#0 05-18#2", logs.found("録画"));
        assertEquals(Map.of(TwoLogs.MAY, "f", TwoLogs.JULY, "f"), logs.index.fingerprints());
    }

    @Test
    void places_that_do_not_go_up_are_refused() {
        var back = List.of(TwoLogs.entry(1, "録画", TwoLogs.TARO), TwoLogs.entry(0, "録画", TwoLogs.TARO));
        assertThrows(
                IllegalArgumentException.class,
                () -> logs.index.replace(TwoLogs.MAY, "g", Audience.everyone(), List.of(), back.iterator()));
        assertEquals("07-06#0 05-18#0 05-18#2", logs.found("録画"));
    }

    @Test
    void an_evening_of_many_thousand_messages_is_found_in_order() {
        var words = "目印 ".repeat(5000).strip().split(" ", -1);
        logs.put("2021-06-01", Audience.everyone(), List.of(), words);
        var results = logs.search("目印", TwoLogs.BOOSTER, 4990, 20, 6000);
        assertEquals(5000, results.count());
        assertEquals(
                List.of(4990, 4991, 4992, 4993, 4994, 4995, 4996, 4997, 4998, 4999),
                results.hits().stream().map(LogHit::place).toList());
    }

    @Test
    void optimizing_changes_no_answer() {
        logs.index.optimize();
        assertEquals("05-18#0", logs.found("録画をﾄﾞﾜﾝｺﾞに公開".replace('を', 'は')));
        assertEquals("07-06#0 05-18#0 05-18#2", logs.found("録画"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"", "a\"b", "NOT a", "a*", "g:a", "^a", "(", "'; drop table fts; --", "\0", "\uD800", "\uE001m"
            })
    void whatever_is_typed_is_only_text(String raw) {
        for (var query : List.of(raw, "録画 -" + raw, "from:" + raw, "from:\"" + raw, "has:" + raw, "の " + raw)) {
            logs.found(query);
        }
        assertEquals("07-06#0 05-18#0 05-18#2", logs.found("録画"));
    }
}
