package kakolog.content;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * A content file as text: front matter between two lines of {@code ---}, and the body after it.
 *
 * @param yaml what stands between the lines
 * @param body what follows, line ends as {@code \n}
 * @param bodyLine the line of the file that the body begins in, from 1
 */
record TextFile(String yaml, String body, int bodyLine) {
    /** A file larger than this is no page that people write. */
    static final int SIZE = 1_000_000;

    private static final String FENCE = "---";

    /** UTF-8 as text, a byte order mark and Windows line ends taken away; empty (and a fault) where it is too large or no UTF-8. */
    static Optional<String> decode(byte[] bytes, Faults faults) {
        if (bytes.length > SIZE) {
            faults.add(1, bytes.length + " bytes", "at most " + SIZE);
            return Optional.empty();
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.startsWith("\uFEFF")) {
                text = text.substring(1);
            }
            var lines = text.replace("\r\n", "\n").replace('\r', '\n');
            refuseUnseen(lines, faults);
            return Optional.of(lines);
        } catch (CharacterCodingException notUtf8) {
            faults.add(lineOfBrokenByte(bytes), "bytes that are not UTF-8", "the file saved as UTF-8");
            return Optional.empty();
        }
    }

    /** Splits the text; empty (and a fault) where there is no front matter. */
    static Optional<TextFile> split(String text, Faults faults) {
        if (!text.startsWith(FENCE + "\n")) {
            faults.add(1, "no front matter", "a line of --- first, keys, and a line of --- again");
            return Optional.empty();
        }
        int end = text.indexOf("\n" + FENCE + "\n", FENCE.length());
        if (end < 0 && text.endsWith("\n" + FENCE)) {
            end = text.length() - FENCE.length() - 1;
        }
        if (end < 0) {
            faults.add(1, "front matter without an end", "a line of --- after the keys");
            return Optional.empty();
        }
        var yaml = end < FENCE.length() + 1 ? "" : text.substring(FENCE.length() + 1, end);
        var body = text.substring(Math.min(text.length(), end + FENCE.length() + 2));
        int bodyLine = 3 + (int) yaml.lines().count();
        return Optional.of(new TextFile(yaml, body, bodyLine));
    }

    /** Characters that show nothing, and those that turn the direction of what follows, hide what a line really says. */
    private static void refuseUnseen(String text, Faults faults) {
        int line = 1;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            line += letter == '\n' ? 1 : 0;
            boolean control = Character.isISOControl(letter) && letter != '\n' && letter != '\t';
            boolean turning = (letter >= '\u202A' && letter <= '\u202E') || (letter >= '\u2066' && letter <= '\u2069');
            if (control || turning) {
                faults.add(
                        line,
                        "an invisible character " + String.format(Locale.ROOT, "U+%04X", (int) letter),
                        "it deleted");
            }
        }
    }

    private static int lineOfBrokenByte(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        int line = 1;
        for (int at = 0; at < in.position(); at++) {
            line += bytes[at] == '\n' ? 1 : 0;
        }
        return line;
    }
}
