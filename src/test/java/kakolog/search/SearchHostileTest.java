package kakolog.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchHostileTest {
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
        evenings.index.searchByKind(SearchQuery.parse(raw), TwoEvenings.ANYBODY, 20);
        evenings.index.search(SearchQuery.parse("録画 -" + raw), TwoEvenings.ANYBODY, null, 0, 20);
        assertEquals("b2 a1 rules", evenings.found("録画"));
    }

    @Test
    void a_hundred_kilobytes_are_cut_and_answered_at_once() {
        for (var piece : List.of("a ", "\"", "録画 ", "(", "\0", "a*", "-a ", "\u0301", "\uFDFA", "in:x ", "\"a\" ")) {
            assertTimeout(Duration.ofSeconds(2), () -> evenings.found(piece.repeat(100_000 / piece.length())), piece);
        }
    }
}
