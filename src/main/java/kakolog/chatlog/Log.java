package kakolog.chatlog;

import java.time.Instant;
import kakolog.id.EventSlug;
import org.jspecify.annotations.Nullable;

/**
 * The past log of an event.
 *
 * @param channel the id of the channel; empty where no import told it
 * @param channelName without the #; may be empty
 * @param shownFrom what was said before is not shown; null where there is no such bound
 * @param shownUntil what was said from then on is not shown; null where there is no such bound
 * @param publishedAt null while it is a draft
 * @param version another one after each change of anything in it
 */
public record Log(
        EventSlug event,
        String channel,
        String channelName,
        @Nullable Instant shownFrom,
        @Nullable Instant shownUntil,
        @Nullable Instant publishedAt,
        Instant importedAt,
        long version) {

    public boolean isPublished() {
        return publishedAt != null;
    }
}
