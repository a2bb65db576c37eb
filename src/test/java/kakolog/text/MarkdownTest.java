package kakolog.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MarkdownTest {
    @Test
    void a_bare_address_ends_where_japanese_begins() {
        assertEquals(
                "<p>詳細は<a href=\"https://example.com/a\">https://example.com/a</a>を参照。</p>\n",
                Markdown.html("詳細はhttps://example.com/aを参照。"));
        assertEquals(
                "<p>（<a href=\"https://example.com/a_(b)\">https://example.com/a_(b)</a>）と</p>\n",
                Markdown.html("（https://example.com/a_(b)）と"));
    }

    @Test
    void a_list_becomes_an_outline_with_lines_links_and_literal_blocks() {
        var outline = Markdown.outline("""
                はじめに

                - 一つ目 `code`
                  ```
                  a \s
                    b
                  ```
                  - [題 *強調*](https://example.com/?a=1&b=2)
                - 二つ目
                """);
        assertEquals("<p>はじめに</p>\n", outline.lead());
        assertEquals(2, outline.entries().size());
        var first = outline.entries().get(0);
        assertEquals("一つ目 code", first.text());
        assertEquals("一つ目 <code>code</code>", first.html());
        assertEquals(List.of("a  \n  b\n"), first.codes());
        assertEquals(3, first.line());
        var child = first.children().get(0);
        assertEquals(List.of(new Outline.Anchor("題 強調", "https://example.com/?a=1&b=2")), child.anchors());
        assertEquals(
                "<a href=\"https://example.com/?a=1&amp;b=2\" rel=\"nofollow noopener\">題 <em>強調</em></a>",
                child.html());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[x](JavaScript:alert(1))",
                "[x](java&#115;cript:alert(1))",
                "[x](data:text/html,<script>alert(1)</script>)",
                "[x](vbscript:x)",
                "![x](JavaScript:alert(1))",
                "<javascript:alert(1)>",
                "[x](//evil.example/)",
                "[x](https://a.example/\"onmouseover=alert(1))",
                "`<script>`",
                "[a]: javascript:alert(1)\n\n[x][a]"
            })
    void hostile_markup_is_shown_as_text(String hostile) {
        for (var html : List.of(Markdown.html(hostile), html(Markdown.outline("- " + hostile)))) {
            assertFalse(html.contains("<script"), html);
            assertFalse(html.contains("<img"), html);
            assertFalse(html.matches("(?is).*(href|src)=\"(?!https?://|#|/[^/]).*"), html);
            assertFalse(html.matches("(?is).*<[^>]*\\son[a-z]+=.*"), html);
        }
    }

    @Test
    void a_link_that_leads_nowhere_is_an_oddity_with_its_line() {
        var oddity =
                Markdown.outline("- a\n- [x](JavaScript:alert(1))\n").oddities().get(0);
        assertEquals(2, oddity.line());
        assertEquals("a link to JavaScript:alert(1)", oddity.what());
    }

    @Test
    void what_no_agenda_has_is_an_oddity() {
        var oddities = Markdown.outline("# 見出し\n\n- a\n  > 引用\n\n![i](https://e.example/i.png)\n")
                .oddities();
        assertEquals(
                List.of(1, 4, 6), oddities.stream().map(Outline.Oddity::line).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "*a ", "_a", "`", "<a", "![", "&amp", ">", "- ", "[a](", "**", "~~", "|", "\\"})
    void what_would_take_for_ever_is_answered_within_two_seconds(String piece) {
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            try {
                Markdown.outline(piece.repeat(100_000));
            } catch (MarkdownTooHard refused) {
                assertTrue(refused.line() >= 1);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\n", "a*\n", "`a\n", "> \n", "  - \n"})
    void many_lines_are_answered_within_two_seconds(String line) {
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            try {
                Markdown.html(line.repeat(100_000));
            } catch (MarkdownTooHard refused) {
                assertTrue(refused.line() >= 1);
            }
        });
    }

    @Test
    void ten_thousand_quotes_deep_is_refused() {
        assertThrows(MarkdownTooHard.class, () -> Markdown.html(">".repeat(10_000) + " a"));
    }

    private static String html(Outline outline) {
        var html = new StringBuilder();
        outline.entries().forEach(entry -> html.append(entry.html()));
        return html.toString();
    }
}
