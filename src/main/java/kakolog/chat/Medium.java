package kakolog.chat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import kakolog.id.Snowflake;

/**
 * A file or picture that belongs to a log, and where its bytes are to be had.
 *
 * @param key names it in its log; see the methods that make one
 * @param name as it is shown and downloaded; anything may stand in it
 * @param location a path beside the export, or an address: as written there, trusted by nobody
 */
public record Medium(String key, Kind kind, String name, String location) {
    private static final int HASH_BYTES = 6;

    /** What it is for, from which follows what it may be. */
    public enum Kind {
        ATTACHMENT,
        AVATAR,
        EMOJI,
        STICKER,
        /** The picture of an embed. */
        PREVIEW
    }

    public static String attachment(Snowflake id) {
        return id.toString();
    }

    public static String avatar(Snowflake person) {
        return "avatar-" + person;
    }

    public static String emoji(Snowflake id) {
        return "emoji-" + id;
    }

    public static String sticker(Snowflake id) {
        return "sticker-" + id;
    }

    /**
     * Another one where the message was edited to lead elsewhere.
     *
     * @param of what it is a picture of; empty where nobody said that
     * @param number among the pictures that this message has of it, from 0
     */
    public static String preview(Snowflake message, String of, int number) {
        return "preview-" + message + "-" + number + (of.isEmpty() ? "" : "-" + shortened(of));
    }

    private static String shortened(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException notInThisJava) {
            throw new IllegalStateException(notInThisJava);
        }
    }

    /** Whether the location is an address and not a path. */
    public boolean isRemote() {
        return location.regionMatches(true, 0, "http://", 0, 7) || location.regionMatches(true, 0, "https://", 0, 8);
    }

    /** @throws IllegalArgumentException where it is no address */
    public URI address() {
        return URI.create(location);
    }
}
