package kakolog.chat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what begins with a line: quotes, headings, small print and lists. */
final class Blocks {
    /** @param end where reading goes on */
    record Block(Node node, int end) {}

    private static final Pattern HEADING = Pattern.compile("(#{1,3}|-#)[ \\t]+");
    private static final Pattern QUOTED = Pattern.compile("( *)>(>>)? ");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9+.#-]{1,20}\\n");

    private Blocks() {}

    /** The block that begins with the line at {@code at}; null for none. */
    static @Nullable Block at(String text, int at, int to, Place place, Work work) {
        return switch (text.charAt(at)) {
            case '#', '-', '*', '>', ' ', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> {
                var block = place.inQuote() ? null : quote(text, at, to, place, work);
                block = block == null ? heading(text, at, to, place, work) : block;
                yield block == null ? ListReader.at(text, at, to, place, work) : block;
            }
            default -> null;
        };
    }

    private static @Nullable Block quote(String text, int at, int to, Place place, Work work) {
        var quoted = QUOTED.matcher(text).region(at, to);
        if (!quoted.lookingAt()) {
            return null;
        }
        if (quoted.group(2) != null) {
            return new Block(new Node.Quote(inside(text, quoted.end(), to, place, work)), to);
        }
        var lines = new StringBuilder();
        int line = at;
        while (line < to && quoted.region(line, to).lookingAt() && quoted.group(2) == null) {
            int end = lineEnd(text, line, to);
            lines.append(text, quoted.end(), end).append('\n');
            line = Math.min(end + 1, to);
        }
        lines.setLength(lines.length() - 1);
        return new Block(new Node.Quote(inside(lines.toString(), 0, lines.length(), place, work)), line);
    }

    private static List<Node> inside(String text, int from, int to, Place place, Work work) {
        return MarkupReader.read(text, from, to, place.quoted(), true, work);
    }

    private static @Nullable Block heading(String text, int at, int to, Place place, Work work) {
        var mark = HEADING.matcher(text).region(at, to);
        if (!mark.lookingAt()) {
            return null;
        }
        int end = lineEnd(text, at, to);
        if (mark.end() >= end) {
            return null;
        }
        int level = mark.group(1).equals("-#") ? 0 : mark.group(1).length();
        return new Block(
                new Node.Heading(level, MarkupReader.read(text, mark.end(), end, place.line(), false, work)),
                Math.min(end + 1, to));
    }

    static int lineEnd(String text, int at, int to) {
        int end = text.indexOf('\n', at);
        return end < 0 || end > to ? to : end;
    }

    /** What stands between two fences; a first line of one short word is the language, where something follows it. */
    static Node fenced(String inside) {
        var named = LANGUAGE.matcher(inside);
        boolean hasLanguage =
                named.lookingAt() && !inside.substring(named.end()).isBlank();
        int start = hasLanguage ? named.end() : 0;
        int end = inside.length();
        while (start < end && inside.charAt(start) == '\n') {
            start++;
        }
        while (end > start && inside.charAt(end - 1) == '\n') {
            end--;
        }
        return new Node.Fenced(
                hasLanguage ? inside.substring(0, named.end() - 1).toLowerCase(Locale.ROOT) : "",
                inside.substring(start, end));
    }
}
