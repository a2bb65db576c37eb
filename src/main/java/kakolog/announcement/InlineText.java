package kakolog.announcement;

import java.util.List;
import java.util.regex.Pattern;
import kakolog.announcement.Inline.Bare;
import kakolog.announcement.Inline.Code;
import kakolog.announcement.Inline.Markup;
import kakolog.announcement.Inline.Piece;
import kakolog.announcement.Inline.Plain;
import kakolog.announcement.Inline.Titled;

/** Writes the pieces of a line in kakolog's one way of Markdown, with as few escapes as keep it what it is. */
final class InlineText {
    private static final Pattern MEANS_A_BLOCK =
            Pattern.compile("(?:[-+](?=\\s|$)|#{1,6}(?=\\s|$)|>|~~~|={2,}$|-{2,}\\s*$).*");
    private static final Pattern MEANS_A_NUMBER = Pattern.compile("^(\\d{1,9})([.)])(?=\\s|$)");

    private InlineText() {}

    /** The line in kakolog's one way of Markdown: what is markup stays so, and nothing else becomes it. */
    static String of(List<Piece> pieces) {
        var line = new StringBuilder();
        for (int n = 0; n < pieces.size(); n++) {
            var piece = pieces.get(n);
            boolean standsAlone = (line.isEmpty() || line.charAt(line.length() - 1) == ' ')
                    && (n + 1 == pieces.size() || pieces.get(n + 1).words().startsWith(" "));
            if (piece instanceof Plain plain) {
                boolean beforeLink = n + 1 < pieces.size() && pieces.get(n + 1) instanceof Titled;
                line.append(escaped(plain.words(), beforeLink));
            } else if (piece instanceof Code code) {
                line.append(fenced(code.words()));
            } else if (piece instanceof Titled titled) {
                line.append('[').append(of(titled.title())).append("](").append(target(titled.url()) + ")");
            } else if (piece instanceof Bare bare) {
                line.append(standsAlone ? bare.url() : "<" + bare.url() + ">");
            } else if (piece instanceof Markup markup) {
                line.append(markup.markdown());
            }
        }
        return line.toString();
    }

    /** Keeps the beginning of an item from being read as a heading, a list, a quotation or a rule. */
    static String asItem(String line) {
        if (MEANS_A_BLOCK.matcher(line).matches()) {
            return "\\" + line;
        }
        return MEANS_A_NUMBER.matcher(line).replaceFirst("$1\\\\$2");
    }

    private static String escaped(String words, boolean beforeLink) {
        var out = new StringBuilder();
        for (int at = 0; at < words.length(); at++) {
            char c = words.charAt(at);
            boolean edge = c == '_' && !Inline.isInsideWord(words, at, at + 1);
            boolean entity = c == '&' && words.substring(at).matches("(?s)&#?\\w+;.*");
            boolean image = c == '!' && beforeLink && at + 1 == words.length();
            if ("\\`*[]<".indexOf(c) >= 0 || edge || entity || image) {
                out.append('\\');
            }
            out.append(c);
        }
        return out.toString();
    }

    private static String fenced(String code) {
        var fence = "`";
        while (code.contains(fence)) {
            fence += "`";
        }
        var pad = code.startsWith("`") || code.endsWith("`") ? " " : "";
        return fence + pad + code + pad + fence;
    }

    private static String target(String url) {
        return url.matches("[^\\s()<>\\\\]+") ? url : "<" + url.replaceAll("[<>\\\\]", "\\\\$0") + ">";
    }
}
