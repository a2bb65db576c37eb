package kakolog.chat;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A link with words of its own, {@code [words](address)}. With a title behind the address it is none, so no words are lost.
 *
 * @param end where the text goes on behind it
 */
record MaskedLink(int labelEnd, String address, int end) {
    /** What browsers and servers still take; also bounds the work. */
    static final int LONGEST = 2048;

    private static final Pattern ADDRESS =
            Pattern.compile("(?i)https?://[\\p{L}\\p{N}\\[][^\\s\\p{Z}\\p{Cf}\\uFFFD<>\"\\\\]*");

    /** The link that begins with the bracket at {@code at}; null for none. */
    static @Nullable MaskedLink at(String text, int at, int to, Stretch stretch) {
        int labelEnd = stretch.partner(at);
        if (labelEnd < 0 || labelEnd + 1 >= to || text.charAt(labelEnd + 1) != '(' || isBlank(text, at + 1, labelEnd)) {
            return null;
        }
        int end = stretch.partner(labelEnd + 1);
        if (end < 0 || end - labelEnd > LONGEST) {
            return null;
        }
        var address = address(text.substring(labelEnd + 2, end));
        // Words that look like another address would lie about where the link leads; Discord shows no link either.
        boolean lies = text.substring(at, Math.min(labelEnd, at + LONGEST)).contains("://");
        return address == null || lies ? null : new MaskedLink(labelEnd, address, end + 1);
    }

    private static @Nullable String address(String inside) {
        var written = inside.strip();
        boolean wrapped = written.length() > 2 && written.startsWith("<") && written.endsWith(">");
        var address = wrapped ? written.substring(1, written.length() - 1) : written;
        return isAddress(address) ? address : null;
    }

    /** Whether it is an address of the web and nothing else: no other scheme, no blanks, no marks that turn the line. */
    static boolean isAddress(String text) {
        return text.length() <= LONGEST && ADDRESS.matcher(text).matches();
    }

    private static boolean isBlank(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (!Character.isWhitespace(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }
}
