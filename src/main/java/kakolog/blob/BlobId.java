package kakolog.blob;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** What names bytes that are kept: their SHA-256, as 64 lower-case hexadecimal digits. */
public record BlobId(String sha256) {
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    public BlobId {
        if (!SHAPE.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a SHA-256 in hexadecimal: " + sha256);
        }
    }

    /** The id of this text, or empty where the text is none; for text from outside. */
    public static Optional<BlobId> of(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new BlobId(text)) : Optional.empty();
    }

    static BlobId of(MessageDigest finished) {
        return new BlobId(HexFormat.of().formatHex(finished.digest()));
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** The folder of its file: a folder of thousands is slow to list. */
    String folder() {
        return sha256.substring(0, 2);
    }

    @Override
    public String toString() {
        return sha256;
    }
}
