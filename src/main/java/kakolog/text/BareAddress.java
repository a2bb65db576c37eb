package kakolog.text;

/**
 * Where an address that stands bare in a text ends. Japanese is written without blanks, so it ends where ASCII ends, before a
 * bracket that it did not open, and not in punctuation.
 */
public final class BareAddress {
    private BareAddress() {}

    /** The end of the address that begins at {@code start} and may reach to {@code limit}; {@code start} where none begins. */
    public static int end(CharSequence text, int start, int limit) {
        int host = start + schemeLength(text, start, limit);
        if (host == start || !beginsHost(text.charAt(host))) {
            return start;
        }
        int end = host;
        int round = 0;
        int square = 0;
        while (end < limit && mayStand(text.charAt(end))) {
            round += balance(text.charAt(end), '(', ')');
            square += balance(text.charAt(end), '[', ']');
            if (round < 0 || square < 0) {
                break;
            }
            end++;
        }
        while (".,:;!?'*_~".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static int schemeLength(CharSequence text, int start, int limit) {
        for (var scheme : new String[] {"https://", "http://"}) {
            if (limit - start > scheme.length() && startsWith(text, start, scheme)) {
                return scheme.length();
            }
        }
        return 0;
    }

    private static boolean startsWith(CharSequence text, int start, String scheme) {
        for (int at = 0; at < scheme.length(); at++) {
            char c = text.charAt(start + at);
            if (scheme.charAt(at) != (c >= 'A' && c <= 'Z' ? c + 32 : c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean mayStand(char c) {
        return c > ' ' && c < 0x7f && "<>\"`|\\^{}".indexOf(c) < 0;
    }

    private static boolean beginsHost(char c) {
        return c == '[' || (c < 0x7f && Character.isLetterOrDigit(c));
    }

    private static int balance(char c, char opening, char closing) {
        return c == opening ? 1 : c == closing ? -1 : 0;
    }
}
