package kakolog.announcement;

import java.util.ArrayList;
import java.util.List;

/** A literal block of a Markdown page, taken line by line: indented, or between fences. */
final class LiteralBlock {
    private final int columns;
    private final String fence;
    private final List<String> lines = new ArrayList<>();
    private int kept;
    private boolean closed;

    private LiteralBlock(int columns, String fence) {
        this.columns = columns;
        this.fence = fence;
    }

    static LiteralBlock indented(int columns) {
        return new LiteralBlock(columns, "");
    }

    /** A block that this fence, which begins at that column, opens. */
    static LiteralBlock fenced(int columns, String line) {
        var opening = line.strip();
        int length = 0;
        while (length < opening.length() && opening.charAt(length) == opening.charAt(0)) {
            length++;
        }
        return new LiteralBlock(columns, opening.substring(0, length));
    }

    static boolean isFence(String line) {
        var words = line.strip();
        return (words.startsWith("```") && words.indexOf('`', 3) < 0) || words.startsWith("~~~");
    }

    /** Whether the line belongs to the block; the first that does not ends it. */
    boolean take(String line) {
        if (closed) {
            return false;
        }
        if (fence.isEmpty() && !line.isBlank() && Indent.of(line) < columns) {
            return false;
        }
        if (!fence.isEmpty() && line.strip().startsWith(fence) && isOnly(fence.charAt(0), line.strip())) {
            closed = true;
            kept = lines.size();
            return true;
        }
        lines.add(Indent.without(columns, line));
        // Blank lines behind an indented block belong to nobody.
        kept = fence.isEmpty() && line.isBlank() ? kept : lines.size();
        return true;
    }

    private static boolean isOnly(char mark, String line) {
        return line.chars().allMatch(c -> c == mark);
    }

    /** The block byte for byte, without its indentation and without a line break at its end. */
    String text() {
        return String.join("\n", lines.subList(0, kept));
    }
}
