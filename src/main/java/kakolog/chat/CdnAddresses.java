package kakolog.chat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import kakolog.id.Snowflake;

/** The addresses that Discord's reference has for what the API names by id. */
final class CdnAddresses implements MediaAddresses {
    private static final int LOTTIE = 3;
    private static final int GIF = 4;

    private final String cdn;
    private final String media;

    CdnAddresses(URI cdn, URI media) {
        this.cdn = withSlash(cdn);
        this.media = withSlash(media);
    }

    @Override
    public String avatar(Snowflake id, Fields user) {
        var hash = user.text("avatar");
        return hash.isEmpty()
                ? cdn + "embed/avatars/" + usual(user, id.bits()) + ".png"
                : cdn + "avatars/" + id + "/" + URLEncoder.encode(hash, StandardCharsets.UTF_8) + ".png?size=64";
    }

    @Override
    public String emoji(Snowflake id, Fields emoji) {
        return cdn + "emojis/" + id + ".webp?size=64";
    }

    @Override
    public String sticker(Snowflake id, Fields sticker) {
        return switch (sticker.smallNumber("format_type")) {
            case LOTTIE -> cdn + "stickers/" + id + ".json";
            // Discord serves these from the other host only.
            case GIF -> media + "stickers/" + id + ".gif";
            default -> cdn + "stickers/" + id + ".png";
        };
    }

    /** Accounts that still have a discriminator count by it, the others by their id. */
    private static long usual(Fields user, long id) {
        var discriminator = user.text("discriminator");
        return discriminator.matches("(?!0+$)\\d{1,4}")
                ? Integer.parseInt(discriminator) % 5
                : Long.remainderUnsigned(id >>> 22, 6);
    }

    private static String withSlash(URI base) {
        var text = base.toString();
        return text.endsWith("/") ? text : text + "/";
    }
}
