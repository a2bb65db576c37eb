package kakolog.chatlog;

import java.time.Instant;
import kakolog.id.EventSlug;
import org.jdbi.v3.core.Handle;

/**
 * How a log stood when an import into it began; what was found out by comparing with it holds for this one alone.
 *
 * @param importedAt epoch milliseconds; {@link #NONE} where there was no log
 * @param knownAt as of when Discord is known by it, in epoch milliseconds
 * @param channel its id; empty where no import told it
 */
record LogBefore(long importedAt, long knownAt, String channel, String channelName) {
    private static final long NONE = Long.MIN_VALUE;

    static LogBefore of(Handle handle, EventSlug event) {
        return handle.createQuery("select imported_at, known_at, channel, channel_name from log where event = :event")
                .bind("event", event.value())
                .map((row, context) -> new LogBefore(
                        row.getLong("imported_at"),
                        row.getLong("known_at"),
                        row.getString("channel"),
                        row.getString("channel_name")))
                .findOne()
                .orElse(new LogBefore(NONE, NONE, "", ""));
    }

    /** Whether it knows Discord as of later than this. */
    boolean isLaterThan(Instant at) {
        return knownAt > at.toEpochMilli();
    }

    /**
     * A log is of one channel: another one would mix with it, or take the place of all that it holds.
     *
     * @throws Unfit where what was staged is of another one
     */
    void demandChannel(Staging staged) {
        if (!channel.isEmpty() && !staged.channel().isEmpty() && !channel.equals(staged.channel())) {
            throw new Unfit(
                    "log.import.fault.other-channel", channelName, channel, staged.channelName(), staged.channel());
        }
    }

    /**
     * Nobody but this import may have begun or ended the log meanwhile.
     *
     * @throws Unfit where somebody has
     */
    void demandSame(Handle handle, EventSlug event) {
        if (importedAt != of(handle, event).importedAt()) {
            throw new Unfit("log.import.fault.changed", event.value());
        }
    }
}
