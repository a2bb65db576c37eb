package kakolog.chatlog;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of reading a channel's past: all of it, or why it cannot be had. */
public sealed interface Fetched {

    /**
     * All that was written in the window, at least one message.
     *
     * @param messages in the channel and its threads together
     * @param threads in which something was written
     */
    record Whole(int messages, int threads) implements Fetched {}

    /**
     * Not, or not whole; what was taken until then is no log.
     *
     * @param said for the log, without secrets
     * @param retryAfter how long Discord wants to be left alone; null where it did not say
     */
    record Cannot(Why why, String said, @Nullable Duration retryAfter) implements Fetched {}

    /** What is in the way, from which follows who can mend it. */
    enum Why {
        /** The application has no right to what messages say: they would all come empty. */
        MESSAGE_CONTENT_MISSING,
        /** The bot may see the channel but not read its past, which would come empty. */
        HISTORY_MISSING,
        /** The bot may not see the channel. */
        CHANNEL_HIDDEN,
        /** There is no such channel in the server, or none where anything can be written. */
        CHANNEL_UNKNOWN,
        /** Discord refuses the bot, or the bot is not in the server. */
        NOT_SET_UP,
        /** No answer to go by. */
        DISCORD_SILENT,
        /** All rights are there, and nothing was written in the window. */
        EMPTY,
        /** More messages than are taken at once. */
        TOO_MANY,
        /** The reading thread was interrupted. */
        STOPPED
    }
}
