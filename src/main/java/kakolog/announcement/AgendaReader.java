package kakolog.announcement;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the nested list of an evening line by line: items, their literal blocks, and nothing else. */
final class AgendaReader {
    private static final Pattern BULLET = Pattern.compile("[-*+](?:( +)(.*))?");
    private static final Pattern COMMENT = Pattern.compile("<!--.*-->");

    /** An item that may still get children: its words begin at the column. */
    private record Open(PageItem item, int column) {}

    private final List<PageItem> roots = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private @Nullable LiteralBlock block;
    /** A literal block that no item can hold: its lines are lost, whatever they look like. */
    private @Nullable LiteralBlock refused;

    private boolean afterBlank = true;
    /** Where a line stood that belongs to no item: whatever stands deeper is lost with it; -1 for none. */
    private int lost = Integer.MAX_VALUE;

    /** The agenda as far as it is read. */
    List<PageItem> items() {
        endBlock();
        return List.copyOf(roots);
    }

    /** Whether the line found its place in the agenda. */
    boolean take(String line) {
        if (refused != null && refused.take(line)) {
            return line.isBlank();
        }
        refused = null;
        if (block != null && block.take(line)) {
            return true;
        }
        if (block != null) {
            endBlock();
            afterBlank = true;
        }
        if (line.isBlank()) {
            afterBlank = true;
            return true;
        }
        boolean placed = place(line, Indent.of(line), line.strip());
        lost = placed ? Integer.MAX_VALUE : Math.min(lost, Indent.of(line));
        afterBlank = false;
        return placed;
    }

    private boolean place(String line, int indent, String words) {
        if (indent > lost) {
            return false;
        }
        lost = Integer.MAX_VALUE;
        var bullet = BULLET.matcher(words);
        boolean paragraphGoesOn = !afterBlank && !open.isEmpty() && !bullet.matches() && !LiteralBlock.isFence(words);
        if (paragraphGoesOn) {
            open.element().item().goOn(words);
            return true;
        }
        while (!open.isEmpty() && open.element().column() > indent) {
            open.pop();
        }
        if (COMMENT.matcher(words).matches()) {
            return true; // pandoc parts a list from a literal block behind it so
        }
        if (afterBlank && !open.isEmpty() && indent >= open.element().column() + 4) {
            return begin(LiteralBlock.indented(open.element().column() + 4), line);
        }
        if (LiteralBlock.isFence(words)) {
            int column = open.isEmpty() ? indent : open.element().column();
            return begin(LiteralBlock.fenced(column, words), null);
        }
        if (!bullet.matches() || (open.isEmpty() && indent >= 4)) {
            return false;
        }
        add(bullet.group(2) == null ? "" : bullet.group(2), indent, words.length());
        return true;
    }

    private void add(String words, int indent, int length) {
        boolean literal = LiteralBlock.isFence(words);
        var item = new PageItem(literal ? "" : words);
        if (open.isEmpty()) {
            roots.add(item);
        } else {
            open.element().item().add(item);
        }
        int column = words.isEmpty() ? indent + 2 : indent + length - words.length();
        open.push(new Open(item, column));
        if (literal) {
            block = LiteralBlock.fenced(column, words);
        }
    }

    private boolean begin(LiteralBlock begun, @Nullable String first) {
        if (open.isEmpty() || open.element().item().code() != null) {
            refused = begun; // an item has one literal block
            return false;
        }
        block = begun;
        return first == null || begun.take(first);
    }

    private void endBlock() {
        if (block != null) {
            open.element().item().giveCode(block.text());
            block = null;
        }
    }
}
