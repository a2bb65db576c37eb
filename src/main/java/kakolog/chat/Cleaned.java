package kakolog.chat;

/** Takes out of text what no page, file or database should meet, and cuts what is longer than Discord allows by far. */
public final class Cleaned {
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_LOCATION = 4_000;

    private Cleaned() {}

    /** What was written: right-to-left marks and all, but no NUL and no half of a character. */
    static String text(String text) {
        return cut(without(text, false), LONGEST_TEXT);
    }

    /**
     * What somebody or something is called, on one line: control characters go, and so do those that turn the direction of
     * what stands after the name.
     */
    public static String name(String name) {
        return cut(without(name, true).strip(), LONGEST_NAME);
    }

    /** Where bytes are to be had, with slashes as separators; empty where it is longer than any address. */
    static String location(String location) {
        var cleaned = without(location, false).replace('\\', '/');
        return cleaned.length() > LONGEST_LOCATION ? "" : cleaned;
    }

    /** Cut to its length in UTF-16, the last of it an ellipsis; never between the halves of a character. */
    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    private static String without(String text, boolean asName) {
        if (!hasUnwanted(text, asName)) {
            return text;
        }
        var rest = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (isHalf(c)) {
                rest.append('\uFFFD');
            } else if (asName && (c == '\n' || c == '\t')) {
                rest.append(' ');
            } else if (!isUnwanted(c, asName)) {
                rest.appendCodePoint(c);
            }
        });
        return rest.toString();
    }

    /** A loop, for every text of a log comes by here: streams take ten times as long. */
    private static boolean hasUnwanted(String text, boolean asName) {
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            if (isUnwanted(c, asName)) {
                return true;
            }
            at += Character.charCount(c);
        }
        return false;
    }

    private static boolean isUnwanted(int c, boolean asName) {
        return c == 0 || isHalf(c) || (asName && (Character.isISOControl(c) || turnsDirection(c)));
    }

    private static boolean isHalf(int c) {
        return c >= 0xD800 && c <= 0xDFFF;
    }

    private static boolean turnsDirection(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }
}
