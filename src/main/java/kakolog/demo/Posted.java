package kakolog.demo;

import java.time.Instant;
import java.util.List;
import kakolog.id.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * A message as it stands in a channel.
 *
 * @param editedAt null where it was never edited
 * @param opens the thread that began from it; null for none
 * @param files its attachments, under the ids that they were given
 */
record Posted(
        Snowflake id,
        Snowflake channel,
        Post post,
        String text,
        @Nullable Instant editedAt,
        @Nullable Snowflake opens,
        List<Kept> files) {

    /** An attachment under its id. */
    record Kept(Snowflake id, Post.Attachment file) {}

    Posted edited(String other, Instant at) {
        return new Posted(id, channel, post, other, at, opens, files);
    }

    Posted opening(Snowflake thread) {
        return new Posted(id, channel, post, text, editedAt, thread, files);
    }
}
