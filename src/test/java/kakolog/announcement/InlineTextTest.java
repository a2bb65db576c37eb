package kakolog.announcement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import kakolog.content.Link;
import org.junit.jupiter.api.Test;

/** One line of Markdown, read and written: as pandoc escapes it beside as kakolog does. */
final class InlineTextTest {
    private static String rewritten(String markdown) {
        return InlineText.asItem(InlineText.of(Inline.read(markdown)));
    }

    @Test
    void escapes_stay_only_where_they_keep_text_from_being_markup() {
        assertEquals("ファイル名は \\*\\_0001.webm となる", rewritten("ファイル名は \\*\\_0001.webm となる"));
        assertEquals("Client -> Sora \\<-> Sora", rewritten("Client -\\> Sora \\<-\\> Sora"));
        assertEquals("snake_case total_connection", rewritten("snake_case total\\_connection"));
        assertEquals(
                "--use-native \"quotes\" | 5.3 \\\\ \\[x\\]", rewritten("--use-native \"quotes\" | 5.3 \\\\ \\[x\\]"));
    }

    @Test
    void emphasis_and_entities_are_handed_on() {
        assertEquals("**強く** _弱く_ &amp; \\&amp;", rewritten("**強く** _弱く_ &amp; \\&amp;"));
    }

    @Test
    void code_keeps_what_stands_in_it() {
        assertEquals("`./hisui [OPTIONS] <メタデータ>.json`", rewritten("`./hisui [OPTIONS] <メタデータ>.json`"));
        assertEquals("``a`b``", rewritten("`` a`b ``"));
        assertEquals("`` `a ``", rewritten("`` `a ``"));
    }

    @Test
    void bare_address_stays_bare_where_it_stands_alone() {
        assertEquals("https://a.example/?t=10032 を見る", rewritten("<https://a.example/?t=10032> を見る"));
        assertEquals("（<https://a.example/x_(y)_z>）", rewritten("（<https://a.example/x_(y)_z>）"));
        assertEquals("https://a.example/a_b_c#v2020-3", rewritten("https://a.example/a_b_c#v2020-3"));
    }

    @Test
    void titled_link_keeps_title_and_address() {
        assertEquals(
                "[Signal >> Blog \\[1\\] (仮)](https://a.example/%E3%81%82_b?x=1&y=2)",
                rewritten("[Signal \\>\\> Blog \\[1\\] (仮)](https://a.example/%E3%81%82_b?x=1&y=2)"));
        assertEquals("[a](<https://a.example/a_(b)>)", rewritten("[a](https://a.example/a_(b))"));
        assertEquals("[a](<https://a.example/a b>)", rewritten("[a](<https://a.example/a b>)"));
    }

    @Test
    void links_are_named_by_what_a_reader_sees() {
        assertEquals(
                List.of(
                        new Link("x_ > [y]", "https://a.example/10"),
                        new Link("https://b.example/", "https://b.example/")),
                Inline.links(Inline.read("[x\\_ \\> \\[y\\]](https://a.example/10) <https://b.example/>"))
                        .toList());
    }

    @Test
    void beginning_of_an_item_is_no_other_block() {
        assertEquals("\\# 見出し", rewritten("\\# 見出し"));
        assertEquals("\\> 引用", rewritten("\\> 引用"));
        assertEquals("\\- 項目", rewritten("\\- 項目"));
        assertEquals("1\\. 番号", rewritten("1\\. 番号"));
        assertEquals("1:1 からは崩さない", rewritten("1:1 からは崩さない"));
        assertEquals("[a](https://a.example/10)", rewritten("[a](https://a.example/10)"));
    }

    @Test
    void image_and_brackets_in_a_title_stay() {
        assertEquals("![図](https://a.example/1.png)", rewritten("![図](https://a.example/1.png)"));
        assertEquals("すごい\\![a](https://a.example/)", rewritten("すごい\\![a](https://a.example/)"));
        assertEquals("[a \\[b\\] c](https://a.example/)", rewritten("[a [b] c](https://a.example/)"));
    }

    @Test
    void long_line_of_brackets_is_read_in_no_time() {
        for (var part : List.of("[a", "[(", "[`a", "[a](")) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> assertFalse(Inline.read(part.repeat(10_000)).isEmpty()));
        }
    }
}
