package kakolog.chat;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is looked at grows with the text and not with its square; counted, for a clock would tell the machine's mood. */
final class MarkupWorkTest {
    private static final int LENGTH = 100_000;

    /** Twenty levels look once for each of ten marks; a quadratic reading would need 100,000. */
    private static final int MOST_PER_CHARACTER = 300;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "**a ",
                "*a ",
                "* a",
                "*a*",
                "***a",
                "_",
                "_a ",
                "__a ",
                "_a__b",
                "~~",
                "~~a",
                "||",
                "||a",
                "|| ",
                "`",
                "`a",
                "``a`",
                "```a`",
                "``` ",
                "[",
                "[a",
                "[a](",
                "[a](b",
                "[a](https://a",
                "](",
                "[[a](",
                "(",
                "<",
                "<a",
                "<http",
                "<:a",
                "<@1",
                "</a",
                "<t:",
                ">",
                "> ",
                "> \n",
                ">>> ",
                ">>> \n",
                "# ",
                "# a\n",
                "-# a\n",
                "- a\n",
                "- a\n  - ",
                "1. ",
                "\n",
                "\\",
                "\\*",
                "h",
                "http://",
                "http://.",
                "http://a",
                "http://a(",
                "http://a)",
                "@here",
                "@",
                "¯\\_(",
                " ",
                "\n ",
                "**__~~||",
                "*_",
                "**a*b",
                "_a*b_c*",
                "||a**",
                "> **\n",
                "- **\n",
                "<a:",
                "[a](<",
                "[](",
                "[a]()",
                "``a",
                "\t"
            })
    void work_is_bounded_by_the_length(String piece) {
        for (var text : new String[] {
            repeated(piece, LENGTH),
            repeated(piece, LENGTH) + ">",
            repeated(piece, LENGTH / 2) + "*_~~||`)]*".repeat(LENGTH / 20)
        }) {
            var work = new Work();
            MarkupReader.read(text, work);
            assertTrue(
                    work.count() <= (long) MOST_PER_CHARACTER * text.length(),
                    piece + " " + work.count() / text.length());
            assertTrue(work.count() >= 1);
        }
    }

    private static String repeated(String piece, int length) {
        return piece.repeat(length / piece.length());
    }
}
