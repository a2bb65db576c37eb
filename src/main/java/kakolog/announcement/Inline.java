package kakolog.announcement;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kakolog.content.Link;

/** The words of one Markdown line in pieces, read from any CommonMark. */
final class Inline {
    private static final Pattern ESCAPE = Pattern.compile("\\\\([!-/:-@\\[-`{-~])");
    private static final Pattern CODE = Pattern.compile("(?<!`)(`+)(?!`)(.+?)(?<!`)\\1(?!`)");
    // Possessive: no choice is taken back, so a line of brackets costs no more than its length.
    private static final Pattern TITLED = Pattern.compile(
            "\\[((?:[^\\[\\]\\\\`]++|\\\\.|`[^`]*+`|`|\\[(?:[^\\[\\]\\\\]++|\\\\.)*+])*+)]"
                    + "\\((?:<([^<>]*+)>|((?:[^\\s()\\\\]++|\\\\.|\\((?:[^\\s()\\\\]++|\\\\.)*+\\))*+))(?:\\s+\"[^\"]*+\")?\\)");
    private static final Pattern AUTOLINK = Pattern.compile("<(https?://[^\\s<>]*)>");
    private static final Pattern BARE = Pattern.compile("https?://[^\\s<>「」『』（）、。]*[^\\s<>「」『』（）、。.,:;!?'\"*_)\\]]");
    private static final Pattern MARKUP = Pattern.compile("\\*+|_+|!(?=\\[)|&#?\\w+;|<[^<>]+>");

    private Inline() {}

    /** A part of a line. */
    sealed interface Piece permits Plain, Code, Titled, Bare, Markup {
        /** What a reader sees of it. */
        String words();
    }

    record Plain(String words) implements Piece {}

    record Code(String words) implements Piece {}

    record Titled(List<Piece> title, String url) implements Piece {
        @Override
        public String words() {
            return Inline.words(title);
        }
    }

    record Bare(String url) implements Piece {
        @Override
        public String words() {
            return url;
        }
    }

    /** Emphasis, entities, tags and the mark of an image: handed on as they stand. */
    record Markup(String markdown) implements Piece {
        @Override
        public String words() {
            return "";
        }
    }

    static String words(List<Piece> pieces) {
        return pieces.stream().map(Piece::words).collect(Collectors.joining());
    }

    static Stream<Link> links(List<Piece> pieces) {
        return pieces.stream().flatMap(piece -> {
            if (piece instanceof Titled titled) {
                return Stream.of(new Link(titled.words(), titled.url()));
            }
            return piece instanceof Bare bare ? Stream.of(new Link(bare.url(), bare.url())) : Stream.of();
        });
    }

    static List<Piece> read(String markdown) {
        var pieces = new ArrayList<Piece>();
        var plain = new StringBuilder();
        int at = 0;
        while (at < markdown.length()) {
            var found = pieceAt(markdown, at);
            if (found.piece() instanceof Plain more) {
                plain.append(more.words());
            } else {
                endPlain(plain, pieces);
                pieces.add(found.piece());
            }
            at = found.end();
        }
        endPlain(plain, pieces);
        return List.copyOf(pieces);
    }

    private record Found(Piece piece, int end) {}

    private static Found pieceAt(String text, int at) {
        var escape = ESCAPE.matcher(text).region(at, text.length());
        if (escape.lookingAt()) {
            return new Found(new Plain(escape.group(1)), escape.end());
        }
        var code = CODE.matcher(text).region(at, text.length()).useTransparentBounds(true);
        if (code.lookingAt()) {
            return new Found(new Code(unpadded(code.group(2))), code.end());
        }
        var titled = TITLED.matcher(text).region(at, text.length());
        if (titled.lookingAt()) {
            var url = titled.group(2) != null ? titled.group(2) : titled.group(3);
            return new Found(new Titled(read(titled.group(1)), unescaped(url)), titled.end());
        }
        for (var address : List.of(AUTOLINK, BARE)) {
            var bare = address.matcher(text).region(at, text.length());
            if (bare.lookingAt()) {
                return new Found(new Bare(bare.groupCount() == 0 ? bare.group() : bare.group(1)), bare.end());
            }
        }
        var markup = MARKUP.matcher(text).region(at, text.length());
        if (markup.lookingAt() && !(text.charAt(at) == '_' && isInsideWord(text, at, markup.end()))) {
            return new Found(new Markup(markup.group()), markup.end());
        }
        int end = text.offsetByCodePoints(at, 1);
        return new Found(new Plain(text.substring(at, end)), end);
    }

    private static String unpadded(String code) {
        boolean padded = code.length() > 2 && code.startsWith(" ") && code.endsWith(" ") && !code.isBlank();
        return padded ? code.substring(1, code.length() - 1) : code;
    }

    private static void endPlain(StringBuilder plain, List<Piece> pieces) {
        if (!plain.isEmpty()) {
            pieces.add(new Plain(plain.toString()));
            plain.setLength(0);
        }
    }

    private static String unescaped(String url) {
        return ESCAPE.matcher(url).replaceAll("$1");
    }

    /** Whether a letter or digit stands on both sides: there an underscore is no markup. */
    static boolean isInsideWord(String text, int from, int to) {
        return from > 0
                && to < text.length()
                && Character.isLetterOrDigit(text.codePointBefore(from))
                && Character.isLetterOrDigit(text.codePointAt(to));
    }
}
