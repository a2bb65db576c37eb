package kakolog.chat;

import kakolog.id.Snowflake;

/** The addresses and paths that an export gives. */
final class WrittenAddresses implements MediaAddresses {
    @Override
    public String avatar(Snowflake id, Fields user) {
        return user.text("avatarUrl");
    }

    @Override
    public String emoji(Snowflake id, Fields emoji) {
        return emoji.text("imageUrl");
    }

    @Override
    public String sticker(Snowflake id, Fields sticker) {
        return sticker.text("sourceUrl");
    }
}
