package kakolog.chat;

import java.net.URI;
import kakolog.id.Snowflake;

/**
 * A file or picture that belongs to a log, and where its bytes are to be had.
 *
 * @param key names it in its log; see the methods that make one
 * @param name as it is shown and downloaded; anything may stand in it
 * @param location a path beside the export, or an address: as written there, trusted by nobody
 */
public record Medium(String key, Kind kind, String name, String location) {

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

    /** @param number among the pictures of that message's embeds, from 0 */
    public static String preview(Snowflake message, int number) {
        return "preview-" + message + "-" + number;
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
