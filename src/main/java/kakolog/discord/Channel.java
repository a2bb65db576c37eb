package kakolog.discord;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import kakolog.id.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * A channel of a server, or a thread in one.
 *
 * @param type as Discord numbers it
 * @param guild the server; null for a conversation outside of servers
 * @param parent a thread's channel, a channel's category; null for none
 * @param overwrites where it differs from the rights that roles give; a thread has its parent's
 */
public record Channel(
        Snowflake id,
        String name,
        int type,
        @Nullable Snowflake guild,
        @Nullable Snowflake parent,
        List<Overwrite> overwrites) {
    private static final Set<Integer> THREADS = Set.of(10, 11, 12);
    private static final Set<Integer> VOICES = Set.of(2, 13);
    private static final Set<Integer> FORUMS = Set.of(15, 16);
    private static final Set<Integer> TEXTS = Set.of(0, 5);

    public Channel {
        overwrites = List.copyOf(overwrites);
    }

    /**
     * What one role or one member may do otherwise in this channel.
     *
     * @param ofMember whether the id is a member's; else it is a role's
     */
    public record Overwrite(Snowflake id, boolean ofMember, BigInteger allow, BigInteger deny) {}

    public boolean isThread() {
        return THREADS.contains(type);
    }

    /** Whether one must be allowed to connect to read what is written there. */
    public boolean isVoice() {
        return VOICES.contains(type);
    }

    /** Whether all that is written there is written in its threads. */
    public boolean isForum() {
        return FORUMS.contains(type);
    }

    /** Whether anything can be written there: not in a category, say. */
    public boolean hasMessages() {
        return TEXTS.contains(type) || isVoice() || isThread() || isForum();
    }
}
