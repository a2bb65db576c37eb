package kakolog.discord;

import kakolog.id.Snowflake;

/**
 * Our application at Discord.
 *
 * @param flags what it was allowed in Discord's developer portal
 */
public record Application(Snowflake id, long flags) {
    private static final long MESSAGE_CONTENT = 1L << 18 | 1L << 19;
    private static final long GUILD_MEMBERS = 1L << 14 | 1L << 15;

    /** Whether messages come with their text: without this right their content is empty, and no error says so. */
    public boolean mayReadMessages() {
        return (flags & MESSAGE_CONTENT) != 0;
    }

    /** Whether it may list all members of a server. */
    public boolean mayListMembers() {
        return (flags & GUILD_MEMBERS) != 0;
    }
}
