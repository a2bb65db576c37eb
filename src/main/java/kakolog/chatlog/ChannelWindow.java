package kakolog.chatlog;

import java.time.Instant;
import kakolog.chatlog.Fetched.Why;
import kakolog.discord.Discord;
import kakolog.id.Snowflake;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads what was written in a channel and its threads within a span of time, from Discord. Waits for Discord where it must,
 * for minutes; whoever interrupts the reading thread stops it. Thread safe.
 */
public final class ChannelWindow {
    /** No evening has so many; who wants to import a server has chosen the wrong tool. */
    static final int MOST_MESSAGES = 260_000;

    private final Discord discord;
    private final Snowflake guild;
    private final Patient patient;
    private final int most;

    /** Takes what is read: first names and the channel, then each message once, the oldest of each room first. */
    public interface Taker {
        void channel(Snowflake id, String name);

        /** Called before what was written in it; not for threads in which nothing was. */
        void thread(Snowflake id, String name);

        /**
         * @param message as Discord sends it
         * @param thread null for the channel itself
         */
        void message(JsonNode message, @Nullable Snowflake thread);

        /** What a role is called, or a channel that everybody in the server may see. */
        void name(Snowflake roleOrChannel, String name);
    }

    /** Hears how far it is. */
    public interface Progress {
        /** @param fraction of the work, 0 to 1, never falling */
        void reached(int messages, double fraction);
    }

    /** @param guild the community's server; channels of others are not read */
    public ChannelWindow(Discord discord, Snowflake guild) {
        this(discord, guild, wait -> Thread.sleep(wait.toMillis() + 1), MOST_MESSAGES);
    }

    ChannelWindow(Discord discord, Snowflake guild, Patient.Pause pause, int most) {
        this.discord = discord;
        this.guild = guild;
        this.patient = new Patient(pause);
        this.most = most;
    }

    /**
     * Reads the window. Unless all of it comes back as {@link Fetched.Whole}, what the taker was given must be dropped.
     *
     * @param from the first moment
     * @param until the moment before which it ends
     * @throws IllegalArgumentException where the end is not after the beginning
     */
    public Fetched read(Snowflake channel, Instant from, Instant until, Taker taker, Progress progress) {
        var reading = new WindowReading(discord, patient, new Window(from, until), most, taker, progress);
        var entrance = new Entrance(discord, guild, patient);
        try {
            throughout(reading, entrance, channel);
            return reading.result();
        } catch (Stop stop) {
            return stop.cannot();
        }
    }

    /** Rights that are taken away on the way look like the end of what was written, or like a hidden channel. */
    private static void throughout(WindowReading reading, Entrance entrance, Snowflake channel) throws Stop {
        var open = entrance.to(channel);
        try {
            reading.of(open);
        } catch (Stop stop) {
            if (stop.cannot().why() == Why.CHANNEL_HIDDEN) {
                entrance.to(channel);
            }
            throw stop;
        }
        entrance.to(channel);
    }
}
