package kakolog.text;

/**
 * Refuses what makes a Markdown parser slow: brackets and emphasis marks cost the square of their number within one block,
 * nesting costs stack. The limits are far above anything written by hand.
 */
final class MarkdownLimits {
    static final int LENGTH = 1_000_000;
    static final int LINES = 20_000;
    static final int MARKS_IN_A_BLOCK = 2_000;
    static final int DEPTH = 24;

    private MarkdownLimits() {}

    static void check(String markdown) {
        if (markdown.length() > LENGTH) {
            throw new MarkdownTooHard(1, markdown.length() + " characters", "at most " + LENGTH);
        }
        int number = 0;
        int marks = 0;
        for (var line : (Iterable<String>) markdown.lines()::iterator) {
            number++;
            if (number > LINES) {
                throw new MarkdownTooHard(number, "more than " + LINES + " lines", "at most " + LINES);
            }
            int text = startOfText(line);
            if (nesting(line, text) > DEPTH) {
                throw new MarkdownTooHard(number, "nested too deeply", "at most " + DEPTH + " levels");
            }
            boolean newBlock = text == line.length() || isListMark(line, text);
            marks = (newBlock ? 0 : marks) + marks(line);
            if (marks > MARKS_IN_A_BLOCK) {
                throw new MarkdownTooHard(
                        number, "too many brackets and marks in one block", "at most " + MARKS_IN_A_BLOCK);
            }
        }
    }

    private static int startOfText(String line) {
        int at = 0;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    /** Levels that a line opens: its indentation, and the quote and list marks it begins with. */
    private static int nesting(String line, int text) {
        int levels = 0;
        for (int at = 0; at < text; at++) {
            levels += line.charAt(at) == '\t' ? 4 : 1;
        }
        levels /= 2;
        for (int at = text; at < line.length() && ">-*+ \t".indexOf(line.charAt(at)) >= 0; at++) {
            levels += line.charAt(at) == '>' || isListMark(line, at) ? 1 : 0;
        }
        return levels;
    }

    private static boolean isListMark(String line, int at) {
        return "-*+".indexOf(line.charAt(at)) >= 0 && at + 1 < line.length() && line.charAt(at + 1) == ' ';
    }

    private static int marks(String line) {
        int marks = 0;
        for (int at = 0; at < line.length(); at++) {
            if ("[]!*_`<&~|\\".indexOf(line.charAt(at)) >= 0) {
                marks++;
            }
        }
        return marks;
    }
}
