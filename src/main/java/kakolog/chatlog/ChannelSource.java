package kakolog.chatlog;

import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import kakolog.chat.ApiMessages;
import kakolog.chat.BadMessage;
import kakolog.chat.ChatThread;
import kakolog.chat.Listener;
import kakolog.chat.Medium;
import kakolog.id.Snowflake;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A log as the bot reads it from Discord: the window of a channel, with its threads. */
final class ChannelSource implements LogSource {
    private final ChannelWindow window;
    private final Snowflake channel;
    private final Instant from;
    private final Instant until;
    private final URI cdn;
    private final URI media;

    ChannelSource(ChannelWindow window, Snowflake channel, Instant from, Instant until, URI cdn, URI media) {
        this.window = window;
        this.channel = channel;
        this.from = from;
        this.until = until;
        this.cdn = cdn;
        this.media = media;
    }

    @Override
    public void readInto(Listener listener, DoubleConsumer progress) throws ImportFault, InterruptedException {
        var fetched = read(listener, progress);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (fetched instanceof Fetched.Cannot cannot) {
            throw new ImportFault("log.import.fault."
                    + cannot.why().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    private Fetched read(Listener listener, DoubleConsumer progress) throws ImportFault {
        try {
            return window.read(
                    channel, from, until, new Telling(listener), (messages, share) -> progress.accept(share));
        } catch (BadMessage bad) {
            throw new ImportFault("log.import.fault.bad-message", bad.field());
        }
    }

    /** Tells the listener in its words what comes in Discord's. */
    private final class Telling implements ChannelWindow.Taker {
        private final Listener listener;
        private final ApiMessages messages;

        Telling(Listener listener) {
            this.listener = listener;
            this.messages = new ApiMessages(cdn, media, listener);
        }

        @Override
        public void channel(Snowflake id, String name) {
            listener.channel(id, name);
        }

        @Override
        public void thread(Snowflake id, String name) {
            listener.thread(new ChatThread(id, name));
        }

        @Override
        public void message(JsonNode message, @Nullable Snowflake thread) {
            messages.tell(message, thread);
        }

        @Override
        public void name(Snowflake roleOrChannel, String name) {
            listener.name(roleOrChannel, name);
        }
    }

    @Override
    public boolean isNow() {
        return true;
    }

    /** All that belongs to it lies on Discord's servers. */
    @Override
    public Optional<InputStream> open(Medium medium) {
        return Optional.empty();
    }

    @Override
    public void close() {
        // nothing is held
    }
}
