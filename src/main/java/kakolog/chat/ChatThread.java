package kakolog.chat;

import kakolog.id.Snowflake;

/** A thread of a channel; where it began from a message, its id is that message's. */
public record ChatThread(Snowflake id, String name) {}
