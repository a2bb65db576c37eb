package kakolog.chat;

/** Takes out of a text what no page can hold. */
final class Clean {
    private static final char REPLACEMENT = '\uFFFD';

    private Clean() {}

    /** The text with one kind of line end, and with U+FFFD for control characters and halves of surrogate pairs. */
    static String text(String text) {
        var clean = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\r') {
                if (at + 1 == text.length() || text.charAt(at + 1) != '\n') {
                    clean.append('\n');
                }
            } else if (Character.isHighSurrogate(c)
                    && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1))) {
                clean.append(c).append(text.charAt(++at));
            } else {
                clean.append(isShown(c) ? c : REPLACEMENT);
            }
        }
        return clean.toString();
    }

    private static boolean isShown(char c) {
        return c == '\n' || c == '\t' || !(Character.isSurrogate(c) || Character.isISOControl(c) || c >= 0xFFFE);
    }

    /** Whether the character turns the direction of the text that follows it. */
    static boolean turns(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }
}
