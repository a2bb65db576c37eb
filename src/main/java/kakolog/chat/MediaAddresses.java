package kakolog.chat;

import kakolog.id.Snowflake;

/** Where pictures that belong to people and signs are to be had; empty for nowhere. */
sealed interface MediaAddresses permits WrittenAddresses, CdnAddresses {
    String avatar(Snowflake id, Fields user);

    String emoji(Snowflake id, Fields emoji);

    String sticker(Snowflake id, Fields sticker);
}
