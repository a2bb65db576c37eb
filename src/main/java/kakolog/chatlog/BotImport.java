package kakolog.chatlog;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kakolog.content.Event;
import kakolog.discord.Discord;
import kakolog.id.Snowflake;
import org.jspecify.annotations.Nullable;

/** Lets the bot read the evening's channel from Discord. */
final class BotImport {
    /** People come before it begins and stay after it has ended. */
    private static final Duration BEFORE = Duration.ofMinutes(30);

    private static final Duration AFTER = Duration.ofHours(1);

    private final @Nullable ChannelWindow window;
    private final @Nullable Snowflake channel;
    private final Servers servers;

    /** @param channel that of the events; null where nobody has set it */
    BotImport(@Nullable Discord discord, @Nullable Snowflake guild, @Nullable Snowflake channel, Servers servers) {
        this.window = discord == null || guild == null ? null : new ChannelWindow(discord, guild);
        this.channel = channel;
        this.servers = servers;
    }

    /** Whether there is a bot at all. */
    boolean isThere() {
        return window != null;
    }

    /** The id of the channel of the events; empty where nobody has set it. */
    String channel() {
        return channel == null ? "" : channel.toString();
    }

    static Instant from(Event event) {
        return event.times().start().toInstant().minus(BEFORE);
    }

    static Instant until(Event event) {
        return event.times().end().toInstant().plus(AFTER);
    }

    /** What the bot would read; empty where there is no bot. */
    Optional<LogSource> source(Snowflake from, Instant begin, Instant end) {
        var reading = window;
        return reading == null
                ? Optional.empty()
                : Optional.of(new ChannelSource(reading, from, begin, end, servers.cdn(), servers.media()));
    }
}
