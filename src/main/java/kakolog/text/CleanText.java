package kakolog.text;

import java.text.Normalizer;

/** Text from outside without what nobody sees: control and direction marks, line ends, halves of characters. */
public final class CleanText {
    private CleanText() {}

    /** Composed (NFC), without invisible characters, and without blanks at its ends. */
    public static String of(String raw) {
        var kept = new StringBuilder(raw.length());
        raw.codePoints().filter(CleanText::isKept).forEach(kept::appendCodePoint);
        return Normalizer.normalize(kept, Normalizer.Form.NFC).strip();
    }

    private static boolean isKept(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }

    /** Its longest beginning that takes no more bytes than this in UTF-8, and ends with a whole character. */
    public static String cut(String text, int bytes) {
        int left = bytes;
        int end = 0;
        while (end < text.length()) {
            int character = text.codePointAt(end);
            left -= sizeOf(character);
            if (left < 0) {
                break;
            }
            end += Character.charCount(character);
        }
        return text.substring(0, end);
    }

    private static int sizeOf(int character) {
        if (character < 0x80) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return character < 0x10000 ? 3 : 4;
    }
}
