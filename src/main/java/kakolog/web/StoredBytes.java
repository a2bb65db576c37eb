package kakolog.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpField;
import org.jspecify.annotations.Nullable;

/** Bytes made ready to be sent many times: compressed once, tagged once, their headers written down once. */
final class StoredBytes implements Stored {
    /** Below this a packet is not saved by compressing. */
    private static final int WORTH_COMPRESSING = 860;

    /** Headers of all forms in memory, about. */
    private static final int HEADERS_WEIGHT = 3000;

    private static final Set<String> PACKED_ALREADY = Set.of("image/png");

    final String tag;
    final Form plain;
    final @Nullable Form gzipped;
    private final @Nullable Instant validUntil;

    /**
     * One encoding of the answer: all that goes out besides what every answer has.
     *
     * @param unchanged the headers of a 304; empty for an answer that has no tag
     */
    record Form(int status, List<HttpField> headers, ByteBuffer body, List<HttpField> unchanged) {}

    /** @param level of compression, as {@link Deflater} has it */
    StoredBytes(Answer answer, Answer.Bytes content, int level) {
        var bytes = content.bytes();
        boolean compressible = bytes.length >= WORTH_COMPRESSING && !PACKED_ALREADY.contains(answer.type());
        tag = hash(bytes);
        plain = form(answer, bytes, compressible, false);
        gzipped = compressible ? form(answer, gzip(bytes, level), true, true) : null;
        validUntil = answer.validUntil();
    }

    @Override
    public boolean isValid(Instant now) {
        return validUntil == null || now.isBefore(validUntil);
    }

    @Override
    public int weight() {
        return HEADERS_WEIGHT
                + plain.body().remaining()
                + (gzipped == null ? 0 : gzipped.body().remaining());
    }

    /** The strong entity tag of the bytes as they go out; compressed ones are other bytes, so they have another tag. */
    String entityTag(boolean compressed) {
        return compressed ? "\"" + tag + "-gzip\"" : "\"" + tag + "\"";
    }

    private Form form(Answer answer, byte[] body, boolean compressible, boolean compressed) {
        var headers = new ArrayList<HttpField>();
        var caching = answer.headers().getOrDefault("Cache-Control", FOR_MANY);
        boolean isForMany = caching.contains("no-cache");
        // Cookie: the language is remembered in one, and so is a session.
        if (compressible) {
            headers.add(Stored.field("Vary", isForMany ? "Cookie, Accept-Encoding" : "Accept-Encoding"));
        } else if (isForMany) {
            headers.add(Stored.field("Vary", "Cookie"));
        }
        answer.headers().forEach((name, value) -> headers.add(Stored.field(name, value)));
        answer.cookies().forEach(cookie -> headers.add(Stored.field("Set-Cookie", cookie)));
        boolean tagged = answer.status() == 200 && !caching.contains("no-store");
        if (tagged) {
            headers.add(Stored.field("ETag", entityTag(compressed)));
        }
        if (answer.status() == 200 && !answer.headers().containsKey("Cache-Control")) {
            headers.add(Stored.field("Cache-Control", caching));
        }
        var unchanged = tagged ? List.copyOf(headers) : List.<HttpField>of();
        headers.add(Stored.field("Content-Type", answer.type()));
        if (compressed) {
            headers.add(Stored.field("Content-Encoding", "gzip"));
        }
        headers.add(Stored.field("Content-Length", String.valueOf(body.length)));
        return new Form(
                answer.status(), List.copyOf(headers), ByteBuffer.wrap(body).asReadOnlyBuffer(), unchanged);
    }

    private static byte[] gzip(byte[] bytes, int level) {
        var out = new ByteArrayOutputStream(bytes.length / 3);
        try (var gzip = new GZIPOutputStream(out) {
            {
                def.setLevel(level);
            }
        }) {
            gzip.write(bytes);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return out.toByteArray();
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 12);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
