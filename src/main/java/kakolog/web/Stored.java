package kakolog.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** An answer made ready to be sent many times: compressed once, tagged once. */
final class Stored {
    /** Below this a packet is not saved by compressing. */
    private static final int WORTH_COMPRESSING = 860;

    private static final Set<String> PACKED_ALREADY = Set.of("image/png");

    final int status;
    final String type;
    final Map<String, String> headers;
    final String tag;
    final ByteBuffer plain;
    final @Nullable ByteBuffer gzipped;
    private final @Nullable Instant validUntil;

    /** Made to be sent once: compressed quickly. */
    static Stored once(Answer answer) {
        return new Stored(answer, Deflater.BEST_SPEED);
    }

    /** Made to be sent many times: compressed well. */
    static Stored kept(Answer answer) {
        return new Stored(answer, Deflater.BEST_COMPRESSION);
    }

    private Stored(Answer answer, int level) {
        var bytes = answer.content().bytes();
        status = answer.status();
        type = answer.type();
        headers = answer.headers();
        tag = hash(bytes);
        plain = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
        gzipped = bytes.length < WORTH_COMPRESSING || PACKED_ALREADY.contains(type)
                ? null
                : ByteBuffer.wrap(gzip(bytes, level)).asReadOnlyBuffer();
        validUntil = answer.validUntil();
    }

    boolean isValid(Instant now) {
        return validUntil == null || now.isBefore(validUntil);
    }

    /** Bytes in memory, for the cache's bound. */
    int weight() {
        return 512 + plain.remaining() + (gzipped == null ? 0 : gzipped.remaining());
    }

    /** The strong entity tag of the bytes as they go out; compressed ones are other bytes, so they have another tag. */
    String entityTag(boolean compressed) {
        return compressed ? "\"" + tag + "-gzip\"" : "\"" + tag + "\"";
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
