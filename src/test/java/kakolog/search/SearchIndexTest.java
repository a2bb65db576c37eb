package kakolog.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchIndexTest {
    private static final Set<String> ANYBODY = Set.of("everyone");

    @TempDir
    Path folder;

    private SearchIndex index;

    @BeforeEach
    void twoEveningsAndTheRules() {
        index = SearchIndex.open(folder.resolve("search.db"));
        index.replace(
                "events/2021-05-18",
                "f1",
                List.of(
                        agenda("2021-05-18", "a1", "", "録画をﾄﾞﾜﾝｺﾞに公開する"),
                        agenda("2021-05-18", "a2", "WebRTC › 再交渉", "re-offer は誰が送る?"),
                        agenda("2021-05-18", "a3", "WebRTC", "ＣＰＵ 負荷と C++ の実装"),
                        link(
                                "2021-05-18",
                                "l1",
                                "WebRTC",
                                "RFC 8825 Overview",
                                "https://www.rfc-editor.org/rfc/rfc8825")));
        index.replace(
                "events/2021-07-06",
                "f2",
                List.of(
                        agenda("2021-07-06", "b1", "", "鍵"),
                        agenda("2021-07-06", "b2", "", "録音と録画🎉 の配信"),
                        agenda("2021-07-06", "b3", "", "CPU を測る")));
        index.replace("pages/rules", "f3", List.of(page("rules", "参加の決まり", "録画は禁止です。公開鍵を持参してください。")));
    }

    @AfterEach
    void close() {
        index.close();
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
        assertEquals(keys, found(query));
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
        assertEquals(keys, found(query));
    }

    @Test
    void words_of_the_items_above_count_only_together_with_own_words() {
        assertEquals("", found("再交渉"));
        assertEquals("a2", found("再交渉 offer"));
        assertEquals("a2", found("WebRTC 誰が"));
        assertEquals("", found("WebRTC 再交渉"));
        assertEquals("a3 l1", found("c -再交渉 webrtc"));
    }

    @Test
    void nothing_to_find_finds_nothing() {
        for (var query : List.of("", " ", "-録画", "in:agenda", "\"\"", "\0")) {
            assertEquals("", found(query), query);
        }
    }

    @Test
    void title_and_snippet_are_marked_in_the_words_as_written() {
        var hit = search("ドワンゴ").hits().get(0);
        assertEquals("録画を[ﾄﾞﾜﾝｺﾞ]に公開する", shown(hit.snippet()));
        assertEquals("録画を[ﾄﾞﾜﾝｺﾞ]に公開する", shown(hit.title()));
        assertEquals(
                "[ＣＰＵ] 負荷と [C++] の実装", shown(search("cpu c++").hits().get(0).title()));
        assertEquals(
                "[録画]は禁止です。公開鍵を持参してください。", shown(search("録画 参加").hits().get(0).snippet()));
        assertEquals("[参加]の決まり", shown(search("録画 参加").hits().get(0).title()));
    }

    @Test
    void a_snippet_is_about_60_characters_around_the_first_hit() {
        index.replace("pages/long", "f", List.of(page("long", "長い", "🎉".repeat(50) + "ここに目印がある" + "🎉".repeat(50))));
        var snippet = shown(search("目印").hits().get(0).snippet());
        assertEquals("…" + "🎉".repeat(9) + "ここに[目印]がある" + "🎉".repeat(17) + "…", snippet);
    }

    @Test
    void a_hit_carries_what_a_page_shows() {
        var hit = search("rfc8825").hits().get(0);
        assertEquals("l1", hit.key());
        assertEquals(Kind.LINK, hit.kind());
        assertEquals("events/2021-05-18", hit.source());
        assertEquals(LocalDate.of(2021, 5, 18), hit.date());
        assertEquals("/events/2021-05-18#l1", hit.path());
        assertEquals("WebRTC", hit.context());
        assertTrue(hit.hasLink());
        assertEquals(null, search("禁止").hits().get(0).date());
    }

    @Test
    void kinds_are_found_apart() {
        var groups = index.searchByKind(SearchQuery.parse("録画"), ANYBODY, 1);
        assertEquals(List.of(Kind.AGENDA, Kind.LINK, Kind.PAGE), List.copyOf(groups.keySet()));
        assertEquals(2, groups.get(Kind.AGENDA).count());
        assertEquals("b2", groups.get(Kind.AGENDA).hits().get(0).key());
        assertEquals(1, groups.get(Kind.AGENDA).hits().size());
        assertEquals(0, groups.get(Kind.LINK).count());
        assertEquals(1, groups.get(Kind.PAGE).count());
        assertEquals(
                0,
                index.searchByKind(SearchQuery.parse("録画 in:pages"), ANYBODY, 1)
                        .get(Kind.AGENDA)
                        .count());
    }

    @Test
    void who_may_not_see_a_document_does_not_count_it_either() {
        var drafts = IntStream.range(0, 1500)
                .mapToObj(i -> document("events/2022-01-01", "d" + i, "次回の録画", "organizers"))
                .toList();
        index.replace("events/2022-01-01", "f", drafts);
        assertEquals("b2 a1 rules", found("録画"));
        assertEquals(3, search("録画").count());
        assertFalse(search("録画").more());
        assertEquals(
                0, index.search(SearchQuery.parse("録画"), Set.of(), null, 0, 20).count());
        assertEquals(
                0,
                index.search(SearchQuery.parse("録画"), Set.of("everyone') or ('1"), null, 0, 20)
                        .count());
        var organizer = index.search(SearchQuery.parse("録画"), Set.of("everyone", "organizers"), null, 0, 20);
        assertEquals(1000, organizer.count());
        assertTrue(organizer.more());
        assertEquals("d0", organizer.hits().get(0).key());
    }

    @Test
    void pages_of_results_follow_one_another_without_gap_or_repeat() {
        var many = IntStream.range(0, 45)
                .mapToObj(i -> document("events/2022-01-01", "d" + i, "目印", "everyone"))
                .toList();
        index.replace("events/2022-01-01", "f", many);
        var keys = new ArrayList<String>();
        for (int offset = 0; offset < 60; offset += 20) {
            index.search(SearchQuery.parse("目印"), ANYBODY, null, offset, 20)
                    .hits()
                    .forEach(hit -> keys.add(hit.key()));
        }
        assertEquals(many.stream().map(Document::key).toList(), keys);
        assertEquals(
                List.of(),
                index.search(SearchQuery.parse("目印"), ANYBODY, null, 5000, 20).hits());
        assertThrows(
                IllegalArgumentException.class, () -> index.search(SearchQuery.parse("目印"), ANYBODY, null, -1, 20));
    }

    @Test
    void a_replaced_source_is_found_by_its_new_words_only() {
        index.replace("events/2021-05-18", "f9", List.of(agenda("2021-05-18", "a1", "", "新しい話")));
        assertEquals("a1", found("新しい"));
        assertEquals("", found("re-offer"));
        assertEquals("b2 rules", found("録画"));
        assertEquals(
                Map.of("events/2021-05-18", "f9", "events/2021-07-06", "f2", "pages/rules", "f3"),
                index.fingerprints());
    }

    @Test
    void a_removed_source_is_gone() {
        index.remove("events/2021-05-18");
        index.remove("events/never-was");
        assertEquals("b2 rules", found("録画"));
        assertEquals(
                Set.of("events/2021-07-06", "pages/rules"), index.fingerprints().keySet());
    }

    @Test
    void a_bulk_build_replaces_everything() {
        var rows = List.of(agenda("2022-01-01", "n1", "", "録画の一"), agenda("2022-01-01", "n2", "", "録画の二"));
        index.replaceAll(List.of(new Source("events/2022-01-01", "n", rows)));
        assertEquals("n1 n2", found("録画"));
        assertEquals(Map.of("events/2022-01-01", "n"), index.fingerprints());
    }

    @Test
    void a_key_of_another_source_changes_nothing() {
        var thief = List.of(
                document("pages/thief", "x", "録画", "everyone"), document("pages/thief", "a1", "録画", "everyone"));
        assertThrows(JdbiException.class, () -> index.replace("pages/thief", "f", thief));
        assertEquals("b2 a1 rules", found("録画"));
        assertFalse(index.fingerprints().containsKey("pages/thief"));
    }

    @Test
    void a_document_of_another_source_is_refused() {
        var stray = List.of(document("pages/rules", "x", "録画", "everyone"));
        assertThrows(IllegalArgumentException.class, () -> index.replace("pages/other", "f", stray));
    }

    @Test
    void text_with_nul_is_found_on_both_sides_of_it() {
        index.replace("pages/nul", "f", List.of(page("nul", "題", "まえがき\0あとがき")));
        assertEquals("nul", found("まえがき"));
        assertEquals("nul", found("あとがき"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "\"\"\"",
                "a\"b",
                "\"unterminated",
                "a AND",
                "AND",
                "OR",
                "NOT a",
                "NEAR(",
                "NEAR(a b, 2)",
                "(",
                ")",
                "((((",
                "^",
                "^a",
                "*",
                "a*",
                "* *",
                "nosuch:a",
                "g:a",
                "-g:a",
                "- -",
                "{a b}:c",
                "+",
                "a + b",
                "'",
                "'; drop table document; --",
                "%",
                "_",
                "\\",
                "\0",
                "\"\0\"",
                "a\0\"b",
                "?1",
                ":match",
                "<where>",
                "$x @y #z",
                "\uD800",
                "\uDC00a",
                "\uFFFF",
                "\uE000",
                "\uE10B",
                "\uE000録画",
                "fts match 'a'",
                "-\"\"",
                "\u202E録画",
                "in:\"",
                "on:\"\"",
                ";;;;",
                "a,b",
                "🎉\uD83C",
                "\u0301\u0301"
            })
    void whatever_is_typed_is_only_text(String raw) {
        index.searchByKind(SearchQuery.parse(raw), ANYBODY, 20);
        index.search(SearchQuery.parse("録画 -" + raw), ANYBODY, null, 0, 20);
        assertEquals("b2 a1 rules", found("録画"));
    }

    @Test
    void a_hundred_kilobytes_are_cut_and_answered_at_once() {
        for (var piece : List.of("a ", "\"", "録画 ", "(", "\0", "a*", "-a ", "\u0301", "\uFDFA", "in:x ", "\"a\" ")) {
            assertTimeout(Duration.ofSeconds(2), () -> found(piece.repeat(100_000 / piece.length())), piece);
        }
    }

    private String found(String query) {
        return String.join(" ", search(query).hits().stream().map(Hit::key).toList());
    }

    private SearchResults search(String query) {
        return index.search(SearchQuery.parse(query), ANYBODY, null, 0, 20);
    }

    private static String shown(List<Span> spans) {
        return String.join(
                "",
                spans.stream()
                        .map(span -> span.marked() ? "[" + span.text() + "]" : span.text())
                        .toList());
    }

    private static Document agenda(String slug, String key, String context, String text) {
        var path = "/events/" + slug + "#" + key;
        return new Document(
                key,
                Kind.AGENDA,
                "events/" + slug,
                LocalDate.parse(slug),
                path,
                text,
                context,
                text,
                "everyone",
                false);
    }

    private static Document link(String slug, String key, String context, String title, String url) {
        var path = "/events/" + slug + "#" + key;
        var body = title + " " + url;
        return new Document(
                key, Kind.LINK, "events/" + slug, LocalDate.parse(slug), path, title, context, body, "everyone", true);
    }

    private static Document page(String name, String title, String text) {
        return new Document(
                name, Kind.PAGE, "pages/" + name, null, "/pages/" + name, title, "", text, "everyone", false);
    }

    private static Document document(String source, String key, String text, String audience) {
        var date = source.startsWith("events/") ? LocalDate.parse(source.substring(7)) : null;
        return new Document(key, Kind.AGENDA, source, date, "/" + key, text, "", text, audience, false);
    }
}
