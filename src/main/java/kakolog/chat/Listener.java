package kakolog.chat;

import java.time.Instant;
import kakolog.id.Snowflake;

/**
 * Takes a log while it is read, in any order: people may come before or after what they wrote, and anything may come twice,
 * of which the last counts.
 */
public interface Listener {
    /** The channel that the log is of; not called for its threads. */
    void channel(Snowflake id, String name);

    /** The channel that a thread is in of which the log is; the name may be empty. */
    default void parent(Snowflake channel, String name) {}

    /** When the log was taken from Discord, where it says so. */
    default void exportedAt(Instant at) {}

    void thread(ChatThread thread);

    void speaker(Speaker speaker);

    /** What a role or another channel that is named in messages is called. */
    void name(Snowflake roleOrChannel, String name);

    void medium(Medium medium);

    void message(Message message);
}
