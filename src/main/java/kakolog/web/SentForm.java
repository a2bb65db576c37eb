package kakolog.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/** Cuts a form with files into its parts while it comes; the token comes before the first file, or no file is taken. */
final class SentForm implements MultiPart.Parser.Listener {
    private static final int LONGEST_HEADERS = 8_192;
    private static final int LONGEST_FIELD = 16_384;

    private final MultiPart.Parser parser;
    private final Predicate<String> isOwn;
    private final Upload.Parts parts;
    private final Map<String, String> disposition = new HashMap<>();
    private boolean admitted;
    private byte[] text = new byte[256];
    private int length;
    private Upload.@Nullable FilePart file;
    /** What the parts threw, which is told as it is; anything else is the sender's fault. */
    private @Nullable RuntimeException thrown;

    private boolean malformed;

    /**
     * @param isOwn whether a form with this token, empty where it has none, is one of this site's
     * @param mostParts fields and files together
     */
    SentForm(String boundary, Predicate<String> isOwn, int mostParts, Upload.Parts parts) {
        this.isOwn = isOwn;
        this.parts = parts;
        this.admitted = isOwn.test("");
        parser = new MultiPart.Parser(boundary, this);
        parser.setMaxParts(mostParts);
        parser.setPartHeadersMaxLength(LONGEST_HEADERS);
    }

    /** Takes the next bytes of the form; nobody else may use them before it returns. */
    void take(byte[] bytes, int count) {
        parser.parse(Content.Chunk.from(ByteBuffer.wrap(bytes, 0, count), false));
        tell();
    }

    /** Says that these were all. */
    void end() {
        parser.parse(Content.Chunk.EOF);
        tell();
        demandAdmission();
    }

    private void tell() {
        if (thrown != null) {
            throw thrown;
        }
        if (malformed) {
            throw new BadInput("upload.malformed", "");
        }
    }

    private void demandAdmission() {
        if (!admitted) {
            throw new Forbidden("error.forged.text");
        }
    }

    /** Something of the parts' own. */
    @FunctionalInterface
    private interface Step {
        void take() throws IOException;
    }

    /** The parser swallows what is thrown here and goes on with the same bytes: so it is noted, and nothing more is taken. */
    private void noting(Step step) {
        try {
            step.take();
        } catch (IOException failed) {
            thrown = new UncheckedIOException(failed);
        } catch (RuntimeException failed) {
            thrown = failed;
        }
    }

    private boolean isOver() {
        return thrown != null || malformed;
    }

    @Override
    public void onPartBegin() {
        disposition.clear();
        length = 0;
        file = null;
    }

    @Override
    public void onPartHeader(String name, String value) {
        if (name.equalsIgnoreCase("Content-Disposition")) {
            HttpField.getValueParameters(value, disposition);
        }
    }

    @Override
    public void onPartHeaders() {
        var name = disposition.get("name");
        if (isOver() || name == null) {
            malformed |= name == null;
            return;
        }
        var fileName = disposition.get("filename");
        if (fileName != null) {
            noting(() -> {
                demandAdmission();
                file = parts.file(name, decoded(fileName));
            });
        }
    }

    /** Browsers write three characters of a file's name so, and no others (HTML, "multipart/form-data encoding"). */
    private static String decoded(String fileName) {
        return fileName.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
    }

    @Override
    public void onPartContent(Content.Chunk chunk) {
        if (isOver()) {
            return;
        }
        var bytes = chunk.getByteBuffer();
        var receiving = file;
        if (receiving != null) {
            noting(() -> receiving.take(bytes));
        } else {
            append(bytes);
        }
    }

    private void append(ByteBuffer bytes) {
        int more = bytes.remaining();
        if (length + more > LONGEST_FIELD) {
            malformed = true;
            return;
        }
        if (length + more > text.length) {
            text = Arrays.copyOf(text, LONGEST_FIELD);
        }
        bytes.get(text, length, more);
        length += more;
    }

    @Override
    public void onPartEnd() {
        if (isOver()) {
            return;
        }
        var receiving = file;
        if (receiving != null) {
            noting(receiving::end);
            return;
        }
        var name = disposition.getOrDefault("name", "");
        var value = new String(text, 0, length, StandardCharsets.UTF_8);
        if (name.equals(SameOrigin.FIELD)) {
            admitted |= isOwn.test(value);
        } else {
            noting(() -> parts.field(name, value));
        }
    }

    @Override
    public void onFailure(Throwable failure) {
        malformed = true;
    }
}
