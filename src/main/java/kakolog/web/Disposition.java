package kakolog.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Says whether a browser shows a file or saves it, and under which name (RFC 6266, RFC 8187). */
public final class Disposition {
    /** What may stand in an extended value as it is (RFC 8187, attr-char). */
    private static final String PLAIN = "!#$&+-.^_`|~";

    private Disposition() {}

    /**
     * The value of Content-Disposition.
     *
     * @param name without control characters
     */
    public static String of(boolean inline, String name) {
        return (inline ? "inline" : "attachment") + "; filename=\"" + ascii(name) + "\"; filename*=UTF-8''"
                + encoded(name);
    }

    /** For those who read only ASCII; percent signs too are left out, since some browsers decode them here. */
    private static String ascii(String name) {
        var ascii = new StringBuilder();
        name.codePoints().forEach(character -> {
            boolean kept = character >= ' ' && character < 0x7f && "\"\\%".indexOf(character) < 0;
            ascii.append(kept ? (char) character : '_');
        });
        return ascii.toString();
    }

    private static String encoded(String name) {
        var encoded = new StringBuilder();
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xff);
            boolean letterOrDigit = (character >= 'a' && character <= 'z')
                    || (character >= 'A' && character <= 'Z')
                    || (character >= '0' && character <= '9');
            if (letterOrDigit || PLAIN.indexOf(character) >= 0) {
                encoded.append(character);
            } else {
                encoded.append(String.format(Locale.ROOT, "%%%02X", (int) character));
            }
        }
        return encoded.toString();
    }
}
