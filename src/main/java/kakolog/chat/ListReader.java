package kakolog.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kakolog.chat.Blocks.Block;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a list; those that stand two blanks or more to the right belong to the one above them. */
final class ListReader {
    private static final Pattern MARK = Pattern.compile("( *)(?:[-*]|(\\d{1,9})\\.) +(?=[^ \\n])");
    private static final int STEP = 2;

    /** @param number -1 where there is none */
    private record Line(int indent, int number, int start, int end) {
        boolean isNumbered() {
            return number >= 0;
        }
    }

    private final String text;
    private final Place place;
    private final Work work;
    private final List<Line> lines;
    private int next;

    private ListReader(String text, Place place, Work work, List<Line> lines) {
        this.text = text;
        this.place = place;
        this.work = work;
        this.lines = lines;
    }

    /** The list that begins with the line at {@code at}; null for none. It ends where its kind of mark does. */
    static @Nullable Block at(String text, int at, int to, Place place, Work work) {
        var lines = lines(text, at, to);
        if (lines.isEmpty()) {
            return null;
        }
        var list = new ListReader(text, place, work, lines).listing(0);
        return new Block(list, Math.min(lines.get(lines.size() - 1).end() + 1, to));
    }

    private static List<Line> lines(String text, int at, int to) {
        var lines = new ArrayList<Line>();
        var mark = MARK.matcher(text);
        int line = at;
        while (line < to && mark.region(line, to).lookingAt()) {
            int number = mark.group(2) == null ? -1 : Integer.parseInt(mark.group(2));
            var found = new Line(mark.end(1) - line, number, mark.end(), Blocks.lineEnd(text, line, to));
            boolean another = !lines.isEmpty()
                    && !isUnder(found, lines.get(0))
                    && found.isNumbered() != lines.get(0).isNumbered();
            if (another) {
                break;
            }
            lines.add(found);
            line = found.end() + 1;
        }
        return lines;
    }

    private static boolean isUnder(Line line, Line above) {
        return line.indent() >= above.indent() + STEP;
    }

    private Node.Listing listing(int level) {
        var first = lines.get(next);
        var items = new ArrayList<Node.Item>();
        while (next < lines.size() && continues(first, level)) {
            var line = lines.get(next++);
            var under = new ArrayList<Node.Listing>();
            while (level == 0 && next < lines.size() && isUnder(lines.get(next), first)) {
                under.add(listing(1));
            }
            items.add(
                    new Node.Item(MarkupReader.read(text, line.start(), line.end(), place.line(), false, work), under));
        }
        return new Node.Listing(first.number(), items);
    }

    /** Below the second level everything is of the second. */
    private boolean continues(Line first, int level) {
        var line = lines.get(next);
        return level == 0 || (isUnder(line, lines.get(0)) && line.isNumbered() == first.isNumbered());
    }
}
