package kakolog.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import kakolog.access.Audience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchIndexTest {
    @TempDir
    Path folder;

    private TwoEvenings evenings;

    @BeforeEach
    void open() {
        evenings = new TwoEvenings(folder);
    }

    @AfterEach
    void close() {
        evenings.close();
    }

    /** Keys in the order found: the evening of July, that of May, pages. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "録画, b2 a1 rules",
                "鍵, b1 rules",
                "ドワンゴ, a1",
                "ﾄﾞﾜﾝｺﾞ, a1",
                "cpu, b3 a3",
                "ｃｐｕ, b3 a3",
                "re-offer, a2",
                "reoffer, ''",
                "C++, a3",
                "c+, a3",
                "++, a3",
                "+, a3",
                "🎉, b2",
                "?, a2",
                "rfc8825, l1",
                "RFC 8825, l1",
                "'\"rfc 8825\"', l1",
                "'\"8825 rfc\"', ''",
                "rfc-editor.org/rfc, l1",
                "録画 配信, b2",
                "録画 -配信, a1 rules",
                "'録画 -\"録画は\"', b2 a1",
                "録画 -🎉, a1 rules",
                "参加, rules",
                "録配, ''",
                "画録, ''",
                "存在しない, ''",
            })
    void finds(String query, String keys) {
        assertEquals(keys, evenings.found(query));
    }

    @ParameterizedTest
    @CsvSource({
        "録画 in:agenda, b2 a1",
        "録画 in:pages, rules",
        "録画 in:agenda in:ページ, b2 a1 rules",
        "録画 in:2021-05-18, a1",
        "録画 in:2021-05-18 in:2021-07-06, b2 a1",
        "録画 in:2020-01-01, ''",
        "録画 on:2021, b2 a1",
        "録画 on:2021-05, a1",
        "録画 before:2021-07-06, a1",
        "録画 before:2021-05-18, ''",
        "録画 after:2021-05-18, b2",
        "録画 after:2021-06, b2",
        "録画 after:2021, ''",
        "録画 after:2021-07 before:2021-01, ''",
        "録画 before:0000, ''",
        "録画 after:9999, ''",
        "webrtc has:link, ''",
        "rfc has:link, l1",
        "録画 has:link, ''",
    })
    void operators_narrow(String query, String keys) {
        assertEquals(keys, evenings.found(query));
    }

    @Test
    void words_of_the_items_above_count_only_together_with_own_words() {
        assertEquals("", evenings.found("再交渉"));
        assertEquals("a2", evenings.found("再交渉 offer"));
        assertEquals("a2", evenings.found("WebRTC 誰が"));
        assertEquals("", evenings.found("WebRTC 再交渉"));
        assertEquals("a3 l1", evenings.found("c -再交渉 webrtc"));
    }

    @Test
    void nothing_to_find_finds_nothing() {
        for (var query : List.of("", " ", "-録画", "in:agenda", "\"\"", "\0")) {
            assertEquals("", evenings.found(query), query);
        }
    }

    @Test
    void title_and_snippet_are_marked_in_the_words_as_written() {
        var hit = evenings.search("ドワンゴ").hits().get(0);
        assertEquals("録画を[ﾄﾞﾜﾝｺﾞ]に公開する", TwoEvenings.shown(hit.snippet()));
        assertEquals("録画を[ﾄﾞﾜﾝｺﾞ]に公開する", TwoEvenings.shown(hit.title()));
        assertEquals(
                "[ＣＰＵ] 負荷と [C++] の実装",
                TwoEvenings.shown(evenings.search("cpu c++").hits().get(0).title()));
        assertEquals(
                "[録画]は禁止です。公開鍵を持参してください。",
                TwoEvenings.shown(evenings.search("録画 参加").hits().get(0).snippet()));
        assertEquals(
                "[参加]の決まり",
                TwoEvenings.shown(evenings.search("録画 参加").hits().get(0).title()));
    }

    @Test
    void a_snippet_is_about_60_characters_around_the_first_hit() {
        evenings.index.replace(
                "pages/long",
                "f",
                List.of(TwoEvenings.page("long", "長い", "🎉".repeat(50) + "ここに目印がある" + "🎉".repeat(50))));
        var snippet = TwoEvenings.shown(evenings.search("目印").hits().get(0).snippet());
        assertEquals("…" + "🎉".repeat(9) + "ここに[目印]がある" + "🎉".repeat(17) + "…", snippet);
    }

    @Test
    void a_hit_carries_what_a_page_shows() {
        var hit = evenings.search("rfc8825").hits().get(0);
        assertEquals("l1", hit.key());
        assertEquals(Kind.LINK, hit.kind());
        assertEquals("events/2021-05-18", hit.source());
        assertEquals(LocalDate.of(2021, 5, 18), hit.date());
        assertEquals("/events/2021-05-18#l1", hit.path());
        assertEquals("WebRTC", hit.context());
        assertTrue(hit.hasLink());
        assertEquals(null, evenings.search("禁止").hits().get(0).date());
    }

    @Test
    void kinds_are_found_apart() {
        var groups = evenings.index.searchByKind(SearchQuery.parse("録画"), TwoEvenings.ANYBODY, 1);
        assertEquals(List.of(Kind.AGENDA, Kind.LINK, Kind.MATERIAL, Kind.PAGE), List.copyOf(groups.keySet()));
        assertEquals(2, groups.get(Kind.AGENDA).count());
        assertEquals("b2", groups.get(Kind.AGENDA).hits().get(0).key());
        assertEquals(1, groups.get(Kind.AGENDA).hits().size());
        assertEquals(0, groups.get(Kind.LINK).count());
        assertEquals(1, groups.get(Kind.PAGE).count());
        assertEquals(
                0,
                evenings.index
                        .searchByKind(SearchQuery.parse("録画 in:pages"), TwoEvenings.ANYBODY, 1)
                        .get(Kind.AGENDA)
                        .count());
    }

    @Test
    void who_may_not_see_a_document_does_not_count_it_either() {
        var drafts = IntStream.range(0, 1500)
                .mapToObj(i -> TwoEvenings.document("events/2022-01-01", "d" + i, "次回の録画", Audience.organizers()))
                .toList();
        evenings.index.replace("events/2022-01-01", "f", drafts);
        assertEquals("b2 a1 rules", evenings.found("録画"));
        assertEquals(3, evenings.search("録画").count());
        assertFalse(evenings.search("録画").more());
        assertEquals(
                0,
                evenings.index
                        .search(SearchQuery.parse("録画"), Set.of(), null, 0, 20)
                        .count());
        assertEquals(
                0,
                evenings.index
                        .search(SearchQuery.parse("録画"), Set.of("everyone') or ('1"), null, 0, 20)
                        .count());
        var organizer = evenings.index.search(SearchQuery.parse("録画"), Set.of("everyone", "organizers"), null, 0, 20);
        assertEquals(1000, organizer.count());
        assertTrue(organizer.more());
        assertEquals("d0", organizer.hits().get(0).key());
    }

    @Test
    void pages_of_results_follow_one_another_without_gap_or_repeat() {
        var many = IntStream.range(0, 45)
                .mapToObj(i -> TwoEvenings.document("events/2022-01-01", "d" + i, "目印", Audience.everyone()))
                .toList();
        evenings.index.replace("events/2022-01-01", "f", many);
        var keys = new ArrayList<String>();
        for (int offset = 0; offset < 60; offset += 20) {
            evenings.index
                    .search(SearchQuery.parse("目印"), TwoEvenings.ANYBODY, null, offset, 20)
                    .hits()
                    .forEach(hit -> keys.add(hit.key()));
        }
        assertEquals(many.stream().map(Document::key).toList(), keys);
        assertEquals(
                List.of(),
                evenings.index
                        .search(SearchQuery.parse("目印"), TwoEvenings.ANYBODY, null, 5000, 20)
                        .hits());
        assertThrows(
                IllegalArgumentException.class,
                () -> evenings.index.search(SearchQuery.parse("目印"), TwoEvenings.ANYBODY, null, -1, 20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"録画 from:taro", "録画 has:code", "cpu has:image", "録画 in:log"})
    void what_only_messages_of_logs_have_finds_no_document(String query) {
        assertEquals("", evenings.found(query));
    }
}
