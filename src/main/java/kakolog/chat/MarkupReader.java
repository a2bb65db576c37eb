package kakolog.chat;

import java.util.ArrayList;
import java.util.List;
import kakolog.chat.Stretch.Ending;
import kakolog.text.BareAddress;

/**
 * Reads Discord's markup as Discord does: the mark that comes first counts, it ends with the next of its kind, and marks
 * without an end are text. A reader reads one stretch of a text; what stands between two marks is a stretch of its own.
 */
final class MarkupReader {
    /** Nobody nests deeper to say something; what stands deeper is shown as it was written. */
    static final int DEEPEST = 20;

    private static final String SHRUG = "¯\\_(ツ)_/¯";

    private final String text;
    private final int to;
    private final Place place;
    private final Work work;
    private final Stretch stretch;
    private final List<Node> nodes = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private int at;

    private MarkupReader(String text, int from, int to, Place place, Work work) {
        this.text = text;
        this.at = from;
        this.to = to;
        this.place = place;
        this.work = work;
        this.stretch = new Stretch(text, from, to, work);
    }

    static List<Node> read(String text) {
        return read(text, new Work());
    }

    static List<Node> read(String text, Work work) {
        var clean = Clean.text(text);
        return new MarkupReader(clean, 0, clean.length(), Place.TOP, work).nodes(true);
    }

    /** What stands in a stretch; {@code startsLine} where that may begin with a block. */
    static List<Node> read(String text, int from, int to, Place place, boolean startsLine, Work work) {
        if (place.depth() >= DEEPEST) {
            return List.of(new Node.Words(text.substring(from, to)));
        }
        return new MarkupReader(text, from, to, place, work).nodes(startsLine);
    }

    private List<Node> nodes(boolean startsLine) {
        boolean lineStart = startsLine;
        while (at < to) {
            work.add(1);
            if (!lineStart || place.inLine() || !readBlock()) {
                readInline();
            }
            lineStart = at > 0 && text.charAt(at - 1) == '\n';
        }
        flush();
        return nodes;
    }

    private boolean readBlock() {
        var block = Blocks.at(text, at, to, place, work);
        if (block == null) {
            return false;
        }
        addBlock(block.node(), block.end());
        return true;
    }

    /** A block ends the line before it and begins the line after it, so their breaks show nothing more. */
    private void addBlock(Node block, int end) {
        flush();
        if (!nodes.isEmpty() && nodes.get(nodes.size() - 1) instanceof Node.NewLine) {
            nodes.remove(nodes.size() - 1);
        }
        nodes.add(block);
        at = end < to && text.charAt(end) == '\n' && text.charAt(end - 1) != '\n' ? end + 1 : end;
    }

    private void readInline() {
        char c = text.charAt(at);
        boolean read = switch (c) {
            case '\n' -> add(new Node.NewLine(), at + 1);
            case '\\' -> readEscape();
            case '`' -> readCode();
            case '*' -> readEmphasis(Node.Mark.STRONG, Ending.TWO_STARS, Ending.ONE_STAR);
            case '_' -> readEmphasis(Node.Mark.UNDERLINE, Ending.TWO_LINES, Ending.ONE_LINE);
            case '~' -> readPair(Node.Mark.STRIKE, Ending.TILDES);
            case '|' -> readPair(Node.Mark.SPOILER, Ending.BARS);
            case '[' -> !place.inLink() && readMaskedLink();
            case '<' -> readAngle();
            case 'h', 'H' -> !place.inLink() && readAddress();
            case '@' -> readCall("@everyone") || readCall("@here");
            case '¯' -> readShrug();
            default -> false;
        };
        if (!read) {
            words.append(c);
            at++;
        }
    }

    private boolean add(Node node, int end) {
        flush();
        nodes.add(node);
        at = end;
        return true;
    }

    private void flush() {
        if (!words.isEmpty()) {
            nodes.add(new Node.Words(words.toString()));
            words.setLength(0);
        }
    }

    private boolean readEscape() {
        if (at + 1 >= to || !mayBeEscaped(text.charAt(at + 1))) {
            return false;
        }
        words.append(text.charAt(at + 1));
        at += 2;
        return true;
    }

    /** Whatever is neither blank nor a letter or digit of ASCII: Discord takes the backslash off Japanese and emoji too. */
    private static boolean mayBeEscaped(char c) {
        return c < 0x7f ? c > ' ' && (c == '_' || !isWord(c)) : !Character.isWhitespace(c) && !Character.isSpaceChar(c);
    }

    private boolean readShrug() {
        if (!text.startsWith(SHRUG, at) || at + SHRUG.length() > to) {
            return false;
        }
        words.append(SHRUG);
        at += SHRUG.length();
        return true;
    }

    private boolean readCall(String call) {
        int end = at + call.length();
        return text.startsWith(call, at) && end <= to && !isWordAt(at - 1) && add(new Node.Called(call), end);
    }

    private boolean readCode() {
        int runEnd = stretch.runEnd(at);
        int length = runEnd - at;
        if (length >= 3) {
            int end = stretch.next(Ending.FENCE, runEnd);
            if (end >= 0 && !place.inLink()) {
                addBlock(Blocks.fenced(text.substring(at + 3, end)), end + 3);
                return true;
            }
        } else {
            int end = stretch.next(length == 1 ? Ending.ONE_TICK : Ending.TWO_TICKS, runEnd);
            if (end >= 0) {
                return add(new Node.Code(text.substring(runEnd, end)), end + length);
            }
        }
        words.append(text, at, runEnd);
        at = runEnd;
        return true;
    }

    /** A run of one mark is emphasis, a run of two is more; of three, the one encloses the two. */
    private boolean readEmphasis(Node.Mark twice, Ending two, Ending one) {
        int length = stretch.runEnd(at) - at;
        return (length % 2 != 0 && readSingle(one)) || readPair(twice, two);
    }

    private boolean readSingle(Ending one) {
        int runEnd = stretch.runEnd(at);
        int end = stretch.next(one, runEnd);
        if (end < 0) {
            return false;
        }
        boolean ends = text.charAt(at) == '*'
                ? !isBlank(text.charAt(runEnd)) && !isBlank(text.charAt(end - 1))
                : !isWordAt(at - 1) && !isWordAt(end + 1);
        return ends && addMarked(Node.Mark.EMPHASIS, end);
    }

    private boolean readPair(Node.Mark mark, Ending ending) {
        int runEnd = stretch.runEnd(at);
        int end = runEnd - at < mark.length() ? -1 : stretch.next(ending, runEnd);
        return end >= 0 && addMarked(mark, end);
    }

    private boolean addMarked(Node.Mark mark, int end) {
        var inside = read(text, at + mark.length(), end, place.deeper(), false, work);
        return add(new Node.Marked(mark, inside), end + mark.length());
    }

    private boolean readMaskedLink() {
        var link = MaskedLink.at(text, at, to, stretch);
        if (link == null) {
            return false;
        }
        var label = read(text, at + 1, link.labelEnd(), place.linked(), false, work);
        return add(new Node.Link(link.address(), label), link.end());
    }

    private boolean readAngle() {
        int end = stretch.next(Ending.ANGLE, at + 1);
        if (end < 0 || !Angles.mayBegin(text, at + 1, end)) {
            return false;
        }
        work.add(end - at);
        var node = Angles.node(text.substring(at + 1, end), place.inLink());
        return node != null && add(node, end + 1);
    }

    private boolean readAddress() {
        int end = BareAddress.end(text, at, to);
        return end > at && add(new Node.Link(text.substring(at, end), List.of()), end);
    }

    private boolean isWordAt(int index) {
        return index >= 0 && index < to && isWord(text.charAt(index));
    }

    private static boolean isWord(char c) {
        return c == '_' || (c < 0x7f && Character.isLetterOrDigit(c));
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c);
    }
}
