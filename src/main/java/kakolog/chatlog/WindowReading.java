package kakolog.chatlog;

import java.util.List;
import kakolog.chatlog.ChannelWindow.Progress;
import kakolog.chatlog.ChannelWindow.Taker;
import kakolog.chatlog.Fetched.Why;
import kakolog.discord.ChannelThread;
import kakolog.discord.Discord;
import kakolog.id.Snowflake;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One reading of a window: page by page, the channel and then its threads. */
final class WindowReading {
    private static final int PAGE = 100;
    /** What the channel itself is of the work, where threads may follow. */
    private static final double CHANNELS_SHARE = 0.8;

    /** Stands first in a thread and says nothing itself: it shows the message that the thread began from. */
    private static final int THREAD_STARTER = 21;

    private final Discord discord;
    private final Patient patient;
    private final Window window;
    private final int most;
    private final Taker taker;
    private final Progress progress;
    private int messages;
    private int threads;
    private double done;

    WindowReading(Discord discord, Patient patient, Window window, int most, Taker taker, Progress progress) {
        this.discord = discord;
        this.patient = patient;
        this.window = window;
        this.most = most;
        this.taker = taker;
        this.progress = progress;
    }

    void of(Entrance.Open open) throws Stop {
        var channel = open.channel();
        open.roles().forEach(role -> taker.name(role.id(), role.name()));
        open.known().forEach(one -> taker.name(one.id(), one.name()));
        taker.channel(channel.id(), channel.name());
        if (!channel.isForum()) {
            read(channel.id(), null, CHANNELS_SHARE);
        }
        // What is written beside a stage or a voice channel has no threads, and Discord refuses who asks for them.
        if (!channel.isThread() && !channel.isVoice()) {
            all(new ThreadList(discord, patient, window)
                    .of(channel, open.guild().id()));
        }
        done = 1;
        progress.reached(messages, done);
    }

    Fetched result() {
        return messages == 0
                ? new Fetched.Cannot(Why.EMPTY, "nothing was written there then", null)
                : new Fetched.Whole(messages, threads);
    }

    private void all(List<ChannelThread> found) throws Stop {
        double share = (1 - done) / Math.max(1, found.size());
        for (var thread : found) {
            try {
                read(thread.id(), thread, share);
            } catch (Stop stop) {
                throw stop.cannot().why() == Why.CHANNEL_UNKNOWN
                        ? new Stop(Why.DISCORD_SILENT, "thread " + thread.id() + " was deleted while it was read")
                        : stop;
            }
        }
    }

    /** A page that is not full is no sign of the end; only an empty one is. */
    private void read(Snowflake room, @Nullable ChannelThread thread, double share) throws Stop {
        double before = done;
        int first = messages;
        var after = window.before();
        var page = page(room, after);
        while (!page.isEmpty() && take(page, thread, first)) {
            after = idOf(page.get(page.size() - 1));
            done = before + share * window.fraction(after);
            progress.reached(messages, done);
            page = page(room, after);
        }
        done = before + share;
        threads += thread != null && messages > first ? 1 : 0;
    }

    private List<JsonNode> page(Snowflake room, Snowflake after) throws Stop {
        return patient.ask(() -> discord.messages(room, after, PAGE));
    }

    /** False where the window ends within the page. */
    private boolean take(List<JsonNode> page, @Nullable ChannelThread thread, int first) throws Stop {
        for (var message : page) {
            if (window.isOver(idOf(message))) {
                return false;
            }
            if (message.path("type").asInt(0) == THREAD_STARTER) {
                continue;
            }
            if (messages >= most) {
                throw new Stop(Why.TOO_MANY, "there are more than " + most + " messages");
            }
            if (thread != null && messages == first) {
                taker.thread(thread.id(), thread.name());
            }
            taker.message(message, thread == null ? null : thread.id());
            messages++;
        }
        return true;
    }

    private static Snowflake idOf(JsonNode message) {
        return Snowflake.of(message.path("id").asString("")).orElseThrow();
    }
}
