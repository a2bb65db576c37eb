package kakolog.chat;

import kakolog.id.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who wrote, reacted or was named; their picture is kept under {@link Medium#avatar}.
 *
 * @param name as it was shown: the nickname, else the display name, else the account's
 * @param account the account's name
 * @param color of the name, as 0xRRGGBB; null for the usual one
 */
public record Speaker(
        Snowflake id,
        String name,
        String account,
        boolean bot,
        @Nullable Integer color) {

    /** The name that belongs to one message alone: a webhook has another with each; null for anybody else. */
    @Nullable
    String shownIn(boolean ofWebhook) {
        return ofWebhook ? name : null;
    }
}
