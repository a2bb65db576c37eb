package kakolog.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kakolog.access.Granted;
import org.jspecify.annotations.Nullable;

/**
 * What is answered: a status, a content type and what it carries.
 *
 * @param headers beyond those that every answer has
 * @param cookies headers that set one
 * @param validUntil the instant at which the same question may get another answer by the clock alone; null for never
 */
public record Answer(
        int status,
        String type,
        Content content,
        Map<String, String> headers,
        List<String> cookies,
        @Nullable Instant validUntil) {
    // Without a blank, as Jetty writes it: one address answers one type to the letter, whoever sends it.
    public static final String HTML = "text/html;charset=utf-8";
    public static final String JSON = "application/json;charset=utf-8";
    public static final String TEXT = "text/plain;charset=utf-8";

    public Answer {
        headers = Map.copyOf(headers);
        cookies = List.copyOf(cookies);
    }

    /** What an answer carries. */
    public sealed interface Content {}

    /** Bytes that nobody changes. */
    static final class Bytes implements Content {
        private final byte[] bytes;

        private Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        /** The bytes themselves, not a copy: answers are large and many. */
        byte[] bytes() {
            return bytes;
        }
    }

    /**
     * A file as it lies on the disk, sent whole or in parts; nobody may change it in place.
     *
     * @param size in bytes
     * @param tag tells this file from any other and from itself at another time; made of what may be asked for in an entity
     *     tag, and of nothing that tells what is in the file
     */
    record FileBytes(Path file, long size, String tag) implements Content {}

    /** What is only known while it is sent; on the thread of the request. */
    record Written(Writing writing) implements Content {}

    /** Writes the body of an answer. */
    @FunctionalInterface
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** An answer of this type; takes the bytes over. */
    public static Answer of(String type, byte[] bytes) {
        return new Answer(200, type, new Bytes(bytes), Map.of(), List.of(), null);
    }

    /**
     * The bytes of a file, for whom the policy has let in.
     *
     * @param granted the proof of it
     * @param size of the file in bytes
     * @param tag see {@link FileBytes}
     */
    public static Answer file(Granted<?> granted, Path file, long size, String type, String tag) {
        Objects.requireNonNull(granted);
        return new Answer(200, type, new FileBytes(file, size, tag), Map.of(), List.of(), null)
                .withHeader("Cache-Control", Stored.FOR_ONE);
    }

    /** What is written while it is sent, kept by nobody. */
    public static Answer written(String type, Writing writing) {
        return new Answer(200, type, new Written(writing), Map.of(), List.of(), null).unkept();
    }

    public static Answer of(String type, String text) {
        return of(type, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends the browser on to another page after a change; it asks for that with GET. */
    public static Answer redirect(String address) {
        return redirect(303, address);
    }

    /** Sends the browser on to another page instead of this one. */
    public static Answer elsewhere(String address) {
        return redirect(302, address);
    }

    private static Answer redirect(int status, String address) {
        return of(TEXT, "").withStatus(status).withHeader("Location", address).unkept();
    }

    public Answer until(@Nullable Instant instant) {
        return new Answer(status, type, content, headers, cookies, instant);
    }

    public Answer withStatus(int other) {
        return new Answer(other, type, content, headers, cookies, validUntil);
    }

    public Answer withHeader(String name, String value) {
        var more = new HashMap<>(headers);
        more.put(name, value);
        return new Answer(status, type, content, more, cookies, validUntil);
    }

    /** What nobody may keep: it is for one viewer and for now. */
    public Answer unkept() {
        return withHeader("Cache-Control", "private, no-store");
    }

    /** What others brought, as a file: nothing of it may do anything in the name of this site. */
    public Answer sandboxed() {
        return withHeader("Content-Security-Policy", EveryAnswer.SANDBOX);
    }

    /** A page whose scripts may run workers and take fonts of this site. */
    public Answer withWorkers() {
        return withHeader("Content-Security-Policy", EveryAnswer.POLICY_WITH_WORKERS);
    }

    /** Sets or takes away a cookie; see {@link Cookies}. */
    public Answer withCookie(String header) {
        var more = new ArrayList<>(cookies);
        more.add(header);
        return new Answer(status, type, content, headers, more, validUntil);
    }
}
