package kakolog.announcement;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mends reStructuredText as people write it by hand, so that pandoc sees what they meant. Literal blocks stay byte for
 * byte.
 */
final class RstSource {
    private static final Pattern BULLET = Pattern.compile("[-*+] .*");
    private static final Pattern FIELD = Pattern.compile(":([^:`]+):\\s+(\\S.*)");
    private static final Pattern INLINE_LITERAL = Pattern.compile("``(.+?)``");

    private final List<String> mended = new ArrayList<>();
    private String before = "";
    /** The column of what opened a literal block or a directive: all that stands deeper belongs to it; -1 outside. */
    private int verbatim = -1;

    private RstSource() {}

    /** The same source with each known slip mended; a source without slips comes back unchanged. */
    static String mended(String source) {
        var rst = new RstSource();
        source.lines().forEach(rst::take);
        return String.join("\n", rst.mended) + "\n";
    }

    private void take(String line) {
        if (line.isBlank() || (verbatim >= 0 && Indent.of(line) > verbatim)) {
            add(line);
            return;
        }
        if (needsBlankBefore(line)) {
            add("");
        }
        verbatim = opensVerbatim(line) ? Indent.contentOf(line) : -1;
        add(verbatim >= 0 ? line : withFieldAsSentence(withoutBlankBeforeClosing(line)));
    }

    /**
     * A deeper list needs a blank line above it: without one docutils reads a definition, and pandoc a paragraph. So
     * does a {@code ::} that ends a list: without it, the item above becomes the name of a definition. Its own column
     * says which item the literal block belongs to.
     */
    private boolean needsBlankBefore(String line) {
        if (before.isBlank()) {
            return false;
        }
        boolean deeperList = isBullet(line) && isBullet(before) && Indent.of(line) >= Indent.contentOf(before);
        boolean literalAfterItem = line.strip().equals("::") && (isBullet(before) || Indent.of(before) > 0);
        return deeperList || literalAfterItem;
    }

    private static boolean opensVerbatim(String line) {
        return line.stripTrailing().endsWith("::") || line.stripLeading().startsWith(".. ");
    }

    /** A blank before the closing quotes keeps docutils from seeing an end; it says nothing, so it goes. */
    private static String withoutBlankBeforeClosing(String line) {
        return INLINE_LITERAL
                .matcher(line)
                .replaceAll(
                        found -> Matcher.quoteReplacement("``" + found.group(1).stripTrailing() + "``"));
    }

    /** A field list becomes a definition over two lines, of which Markdown keeps no trace; as a sentence it is read. */
    private static String withFieldAsSentence(String line) {
        var field = FIELD.matcher(line);
        return field.matches() ? field.group(1) + ": " + field.group(2) + "\n" : line;
    }

    private static boolean isBullet(String line) {
        return BULLET.matcher(line.stripLeading()).matches();
    }

    private void add(String line) {
        mended.add(line);
        before = line.endsWith("\n") ? "" : line;
    }
}
