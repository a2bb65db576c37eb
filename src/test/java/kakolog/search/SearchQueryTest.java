package kakolog.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kakolog.id.EventSlug;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchQueryTest {

    /** Terms joined by |; what follows ! is excluded. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "録画, 録画",
                "QUIC 録画, quic|録画",
                "ＱＵＩＣ　録画, quic|録画",
                "録画 録画, 録画",
                "\"re offer\" sdp, re offer|sdp",
                "“re offer” sdp, re offer|sdp",
                "＂re offer＂, re offer",
                "〝録画 配信〟, 録画 配信",
                "\"never closed, never closed",
                "\"\" \" \", ''",
                "\"a\"b, a|b",
                "録画 -配信, 録画|!配信",
                "録画　－配信, 録画|!配信",
                "録画 −配信, 録画|!配信",
                "録画 -\"two words\", 録画|!two words",
                "録画 -“two words”, 録画|!two words",
                "re-offer, re-offer",
                "A - B, a|b",
                "--help, --help",
                "C++, c++",
                "++, ++",
                "http://example.com/a?b=c, http://example.com/a?b=c",
                "ｈｔｔｐｓ：／／example.com, https://example.com",
                "std::vector, std::vector",
                "a=rtpmap:96, a=rtpmap:96",
                "12:30, 12:30",
                ":: : , ::|:",
                "NEAR(a b), near(a|b)",
                "a AND b*, a|and|b*",
                "g:, g:",
            })
    void words(String raw, String words) {
        var query = SearchQuery.parse(raw);
        var excluded = query.excluded().stream().map(word -> "!" + word).toList();
        var all = String.join(
                "|", Stream.concat(query.terms().stream(), excluded.stream()).toList());
        assertEquals(words, all);
    }

    @ParameterizedTest
    @CsvSource({
        "in:agenda, AGENDA",
        "in:アジェンダ, AGENDA",
        "in:links, LINK",
        "in:リンク, LINK",
        "in:ﾘﾝｸ, LINK",
        "in:pages, PAGE",
        "in:ページ, PAGE",
        "ｉｎ：links, LINK",
        "IN:Links, LINK",
        "in:log, LOG",
        "in:logs, LOG",
        "in:chat, LOG",
        "in:過去ログ, LOG",
        "in:\"links\", LINK",
        "in:“links”, LINK",
    })
    void in_names_a_kind(String raw, Kind kind) {
        var query = SearchQuery.parse("x " + raw);
        assertEquals(Set.of(kind), query.kinds());
        assertEquals(List.of("x"), query.terms());
        assertEquals(List.of(), query.notUnderstood());
    }

    @Test
    void in_names_an_event_and_several_places_add_up() {
        var query = SearchQuery.parse("x in:2021-05-18 in:2021-05-18-2 in:links in:agenda");
        assertEquals(Set.of(new EventSlug("2021-05-18"), new EventSlug("2021-05-18-2")), query.events());
        assertEquals(Set.of(Kind.LINK, Kind.AGENDA), query.kinds());
    }

    @ParameterizedTest
    @CsvSource({
        "on:2021, 2021-01-01, 2022-01-01",
        "on:2021-05, 2021-05-01, 2021-06-01",
        "on:2021-12, 2021-12-01, 2022-01-01",
        "on:2021-05-18, 2021-05-18, 2021-05-19",
        "ｏｎ：２０２１－０５, 2021-05-01, 2021-06-01",
        "before:2021, , 2021-01-01",
        "before:2021-05, , 2021-05-01",
        "before:2021-05-18, , 2021-05-18",
        "after:2021, 2022-01-01, ",
        "after:2021-05, 2021-06-01, ",
        "after:2021-05-18, 2021-05-19, ",
        "after:2020 before:2022, 2021-01-01, 2022-01-01",
        "on:2021 after:2021-05 before:2021-12-24, 2021-06-01, 2021-12-24",
    })
    void dates_bound_a_period(String raw, LocalDate from, LocalDate until) {
        assertEquals(new Period(from, until), SearchQuery.parse("x " + raw).period());
    }

    @Test
    void has_link() {
        assertTrue(SearchQuery.parse("x has:link").hasLink());
        assertFalse(SearchQuery.parse("x link").hasLink());
    }

    @ParameterizedTest
    @CsvSource({
        "has:link, LINK",
        "has:links, LINK",
        "has:ﾘﾝｸ, LINK",
        "has:image, IMAGE",
        "has:画像, IMAGE",
        "ｈａｓ：FILE, FILE",
        "has:ファイル, FILE",
        "has:code, CODE",
        "has:コード, CODE",
    })
    void has_names_a_trait(String raw, Trait trait) {
        assertEquals(Set.of(trait), SearchQuery.parse("x " + raw).traits());
    }

    @Test
    void several_traits_are_all_wanted() {
        assertEquals(
                Set.of(Trait.LINK, Trait.CODE),
                SearchQuery.parse("has:link has:code").traits());
    }

    /** Names joined by |. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "from:taro, taro",
                "from:Ｔａｒｏ, taro",
                "from:@taro, taro",
                "from:“山田 太郎”, 山田 太郎",
                "from:\"山田　太郎\", 山田 太郎",
                "from:\"@Taro \", taro",
                "from:\"never closed, never closed",
                "from:b from:a, a|b",
            })
    void from_names_speakers(String raw, String speakers) {
        var query = SearchQuery.parse("x " + raw);
        assertEquals(Set.of(speakers.split("\\|", -1)), query.speakers());
        assertEquals(List.of("x"), query.terms());
        assertEquals(List.of(), query.notUnderstood());
    }

    @Test
    void words_go_on_after_a_quoted_name() {
        var query = SearchQuery.parse("from:\"a b\" c \"d e\"");
        assertEquals(Set.of("a b"), query.speakers());
        assertEquals(List.of("c", "d e"), query.terms());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "foo:bar",
                "on:xyz",
                "on:2021-13",
                "on:2021-02-30",
                "on:-999",
                "on:21",
                "before:",
                "in:",
                "in:nowhere",
                "in:2021-02-30",
                "has:cheese",
                "from:",
                "from:@",
                "-from:taro",
                "-in:log",
                "rowid:1",
                "-in:links",
                "-foo:bar"
            })
    void what_is_not_understood_is_searched_as_text_and_said(String raw) {
        var query = SearchQuery.parse(raw);
        assertEquals(List.of(raw), query.notUnderstood());
        var word = raw.replaceFirst("^-", "");
        assertEquals(List.of(word), raw.startsWith("-") ? query.excluded() : query.terms());
        assertEquals(Period.ALWAYS, query.period());
    }

    @Test
    void nothing_typed_is_nothing_to_find() {
        for (var raw : List.of("", " ", "　\t", "\0", "\"\"", "-", "\"")) {
            var query = SearchQuery.parse(raw);
            assertEquals(List.of(), query.terms());
            assertFalse(query.onlyNarrows());
        }
    }

    @Test
    void exclusions_and_operators_alone_only_narrow() {
        for (var raw :
                List.of("-録画", "in:links", "in:2021-05-18", "on:2021", "has:link", "has:code", "from:taro", "in:log")) {
            assertTrue(SearchQuery.parse(raw).onlyNarrows(), raw);
            assertFalse(SearchQuery.parse(raw + " x").onlyNarrows(), raw);
        }
    }

    @Test
    void nul_is_dropped() {
        assertEquals(List.of("ab"), SearchQuery.parse("a\0b").terms());
    }

    @Test
    void more_than_200_characters_are_cut_and_that_is_said() {
        var longest = "𠮷".repeat(200);
        assertFalse(SearchQuery.parse(longest).truncated());
        var query = SearchQuery.parse(longest + "𠮷");
        assertTrue(query.truncated());
        assertEquals(List.of(longest), query.terms());
        assertFalse(SearchQuery.parse(" ".repeat(500) + "x").truncated());
    }

    @Test
    void characters_that_fold_into_many_are_counted_after_folding() {
        var query = SearchQuery.parse("\uFDFA".repeat(200));
        assertTrue(query.truncated());
        assertTrue(query.terms().stream().mapToInt(String::length).sum() <= 200);
    }

    @Test
    void more_than_ten_terms_are_cut_and_that_is_said() {
        var ten = String.join(" ", IntStream.range(0, 10).mapToObj(i -> "w" + i).toList());
        assertFalse(SearchQuery.parse(ten).truncated());
        assertFalse(SearchQuery.parse(ten + " w3 in:links").truncated());
        var query = SearchQuery.parse(ten + " -w10 w11");
        assertTrue(query.truncated());
        assertEquals(10, query.terms().size());
        assertEquals(List.of(), query.excluded());
    }
}
