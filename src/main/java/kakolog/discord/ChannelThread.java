package kakolog.discord;

import java.time.Instant;
import kakolog.id.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * A thread of a channel. One that began from a message has that message's id.
 *
 * @param parent the channel
 * @param lastMessage the newest message, which may have been deleted since; null where nobody says
 * @param archivedAt when it was last archived or taken out of the archive
 */
public record ChannelThread(
        Snowflake id,
        String name,
        int type,
        Snowflake parent,
        @Nullable Snowflake lastMessage,
        Instant archivedAt) {
    private static final int PRIVATE = 12;

    /** Whether only those who were invited see it. */
    public boolean isPrivate() {
        return type == PRIVATE;
    }
}
