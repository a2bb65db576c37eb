package kakolog.material;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Tells text that only people read from text that a browser might run. */
final class PlainText {
    private static final int AT_ONCE = 64 * 1024;
    private static final List<String> BEGINNINGS_OF_CODE =
            List.of("<!doctype", "<html", "<head", "<body", "<svg", "<?xml", "<script", "<iframe", "<!--");

    private PlainText() {}

    /** Whether all of it is UTF-8 without NUL, and it does not begin as a page, a picture or a script. */
    static boolean isIn(Path file) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.allocate(AT_ONCE);
        var characters = CharBuffer.allocate(AT_ONCE);
        boolean begun = false;
        try (var channel = Files.newByteChannel(file)) {
            boolean more = true;
            while (more) {
                more = channel.read(bytes) >= 0;
                if (!isDecoded(decoder, bytes.flip(), characters, !more)) {
                    return false;
                }
                var part = characters.flip().toString();
                if (part.indexOf('\0') >= 0 || (!begun && beginsAsCode(part))) {
                    return false;
                }
                begun |= !withoutBlanks(part).isEmpty();
                bytes.compact();
                characters.clear();
            }
        }
        return true;
    }

    private static boolean isDecoded(CharsetDecoder decoder, ByteBuffer bytes, CharBuffer into, boolean last) {
        return !decoder.decode(bytes, into, last).isError()
                && (!last || !decoder.flush(into).isError());
    }

    private static boolean beginsAsCode(String text) {
        var start = withoutBlanks(text);
        var lower = start.substring(0, Math.min(20, start.length())).toLowerCase(Locale.ROOT);
        return BEGINNINGS_OF_CODE.stream().anyMatch(lower::startsWith);
    }

    /** Browsers pass over blanks and a byte order mark as well. */
    private static String withoutBlanks(String text) {
        int start = 0;
        while (start < text.length() && (text.charAt(start) <= ' ' || text.charAt(start) == '\uFEFF')) {
            start++;
        }
        return text.substring(start);
    }
}
