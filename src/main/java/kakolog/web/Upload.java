package kakolog.web;

import io.javalin.http.UnsupportedMediaTypeResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Files that are being sent with a form; nothing of them has been read yet. For one thread, to be read once. */
public final class Upload {
    /** Sent beside the files: names, titles, boundaries. */
    private static final long AROUND = 1_000_000;
    /** So much of what is too large is taken and dropped, so that who is still sending sees the answer. */
    private static final long DROPPED = 4_000_000;

    /** Whoever needs longer holds one of few places from others. */
    private static final long LONGEST_NANOS = TimeUnit.HOURS.toNanos(1);

    /** Fields and files together. */
    private static final int USUAL_PARTS = 100;

    private static final int STEP = 131_072;
    private static final Pattern TYPE = Pattern.compile(
            "(?i)multipart/form-data\\s*;(?:.*;)?\\s*boundary=(?:\"([^\"\\\\]{1,70})\"|([^\\s;\",]{1,70}))\\s*(?:;.*)?");

    private final HttpServletRequest request;
    private final String boundary;
    private final Predicate<String> isOwn;

    private Upload(HttpServletRequest request, String boundary, Predicate<String> isOwn) {
        this.request = request;
        this.boundary = boundary;
        this.isOwn = isOwn;
    }

    /**
     * What this request sends.
     *
     * @param isOwn whether a form with this token, empty where it has none, is one of this site's
     * @throws UnsupportedMediaTypeResponse where it is no form with files
     */
    static Upload of(HttpServletRequest request, Predicate<String> isOwn) {
        var type = request.getHeader("Content-Type");
        var shape = TYPE.matcher(type == null ? "" : type.strip());
        if (!shape.matches()) {
            throw new UnsupportedMediaTypeResponse();
        }
        var boundary = shape.group(1) == null ? shape.group(2) : shape.group(1);
        return new Upload(request, boundary, isOwn);
    }

    /** Takes what is sent, part after part, while it comes. */
    public interface Parts {
        /** A field that is no file; at most 16 KB. */
        void field(String name, String text);

        /** A file begins; the one before has ended. */
        FilePart file(String field, String fileName) throws IOException;
    }

    /** Takes the bytes of one file. */
    public interface FilePart {
        void take(ByteBuffer bytes) throws IOException;

        /** All of it has come. */
        void end() throws IOException;
    }

    /** How many bytes the whole form is said to have; -1 where that is not said. */
    public long announced() {
        return request.getContentLengthLong();
    }

    /** Reads a form of at most a hundred parts to its end, as {@link #read(long, String, int, Parts)} does. */
    public void read(long most, String limit, Parts parts) throws IOException {
        read(most, limit, USUAL_PARTS, parts);
    }

    /**
     * Reads the form to its end. What the parts throw ends it.
     *
     * @param most bytes that all files together may have
     * @param limit the same in words
     * @param mostParts fields and files together
     * @throws TooLarge where they have more
     * @throws BadInput where it is malformed, or broken off
     * @throws Forbidden where it is no form of this site
     */
    public void read(long most, String limit, int mostParts, Parts parts) throws IOException {
        try {
            readAll(most, limit, new SentForm(boundary, isOwn, mostParts, parts));
        } catch (RuntimeException refused) {
            dropSome();
            throw refused;
        }
    }

    private void readAll(long most, String limit, SentForm form) throws IOException {
        if (announced() > most + AROUND) {
            throw new TooLarge(limit);
        }
        var sent = request.getInputStream();
        var step = new byte[STEP];
        long taken = 0;
        long begun = System.nanoTime();
        int read = sent.read(step);
        while (read >= 0) {
            taken += read;
            if (taken > most + AROUND) {
                throw new TooLarge(limit);
            }
            if (System.nanoTime() - begun > LONGEST_NANOS) {
                throw new BadInput("upload.too-slow", "");
            }
            form.take(step, read);
            read = sent.read(step);
        }
        form.end();
    }

    /** Takes and drops a few megabytes: whoever is still sending sees the answer sooner than the end of the connection. */
    public void dropSome() {
        try {
            var sent = request.getInputStream();
            long skipped = 1;
            for (long left = DROPPED; left > 0 && skipped > 0; left -= skipped) {
                skipped = sent.skip(Math.min(left, STEP));
            }
        } catch (IOException brokenOff) {
            // Then nobody is there to see it.
        }
    }
}
