package kakolog.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is answered: a status, a content type and bytes.
 *
 * @param headers beyond those that every answer has
 * @param validUntil the instant at which the same question may get another answer by the clock alone; null for never
 */
public record Answer(
        int status,
        String type,
        Content content,
        Map<String, String> headers,
        @Nullable Instant validUntil) {
    // Without a blank, as Jetty writes it: one address answers one type to the letter, whoever sends it.
    public static final String HTML = "text/html;charset=utf-8";
    public static final String JSON = "application/json;charset=utf-8";
    public static final String TEXT = "text/plain;charset=utf-8";

    public Answer {
        headers = Map.copyOf(headers);
    }

    /** Bytes that nobody changes. */
    public static final class Content {
        private final byte[] bytes;

        private Content(byte[] bytes) {
            this.bytes = bytes;
        }

        /** The bytes themselves, not a copy: answers are large and many. */
        byte[] bytes() {
            return bytes;
        }
    }

    /** An answer of this type; takes the bytes over. */
    public static Answer of(String type, byte[] bytes) {
        return new Answer(200, type, new Content(bytes), Map.of(), null);
    }

    public static Answer of(String type, String text) {
        return of(type, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends the browser on to another page, which it asks for with GET. */
    public static Answer redirect(String address) {
        return of(TEXT, "")
                .withStatus(303)
                .withHeader("Location", address)
                .withHeader("Cache-Control", "private, no-store");
    }

    public Answer until(@Nullable Instant instant) {
        return new Answer(status, type, content, headers, instant);
    }

    public Answer withStatus(int other) {
        return new Answer(other, type, content, headers, validUntil);
    }

    public Answer withHeader(String name, String value) {
        var more = new HashMap<>(headers);
        more.put(name, value);
        return new Answer(status, type, content, more, validUntil);
    }
}
