package kakolog.chat;

import kakolog.id.Snowflake;

/**
 * Takes a log while it is read, in any order: people may come before or after what they wrote, and anything may come twice,
 * of which the last counts.
 */
public interface Listener {
    /** The channel that the log is of; not called for its threads. */
    void channel(Snowflake id, String name);

    void thread(ChatThread thread);

    void speaker(Speaker speaker);

    /** What a role or another channel that is named in messages is called. */
    void name(Snowflake roleOrChannel, String name);

    void medium(Medium medium);

    void message(Message message);
}
