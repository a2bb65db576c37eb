package kakolog.chat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import kakolog.chat.Message.Forwarded;
import kakolog.chat.Message.Reply;
import kakolog.id.Snowflake;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Tells a listener what the messages of Discord's API say. */
public final class ApiMessages {
    private static final long HAS_THREAD = 1 << 5;
    private static final int FORWARD = 1;
    private static final int THREAD_CREATED = 18;
    private static final Pattern EMOJI = Pattern.compile("<a?:(\\w{1,100}):(\\d{1,20})>");

    private final Listener listener;
    private final MediaAddresses addresses;
    private final Speakers speakers;

    /**
     * Messages whose pictures are at these addresses.
     *
     * @param cdn where avatars, emoji and stickers are: {@code https://cdn.discordapp.com/}
     * @param media where animated stickers are: {@code https://media.discordapp.net/}
     */
    public ApiMessages(URI cdn, URI media, Listener listener) {
        this.listener = new OnlyNews(listener);
        this.addresses = new CdnAddresses(cdn, media);
        this.speakers = new Speakers(this.listener, addresses);
    }

    /**
     * Tells one message.
     *
     * @param thread that it was written in; null for the channel itself
     * @throws BadMessage where it lacks an id, a time or an author
     */
    public void tell(JsonNode message, @Nullable Snowflake thread) {
        var written = new Fields(message);
        if (MessageTypes.number(written.text("type")) == MessageTypes.THREAD_STARTER) {
            return;
        }
        var id = written.id("id");
        var at = written.time("timestamp");
        if (id == null || at == null) {
            throw new BadMessage(id == null ? "id" : "timestamp");
        }
        var author = speakers.tell(written.in("author"), written.id("webhook_id") != null);
        if (author == null) {
            throw new BadMessage("author.id");
        }
        written.list("mentions", MessageParts.MOST).forEach(one -> speakers.tell(one, false));
        for (var channel : written.list("mention_channels", MessageParts.MOST)) {
            Snowflake.of(channel.text("id"))
                    .ifPresent(named -> listener.name(named, Cleaned.name(channel.text("name"))));
        }
        listener.message(read(written, thread, id, author, at));
    }

    private Message read(Fields written, @Nullable Snowflake thread, Snowflake id, Speaker author, Instant at) {
        int type = MessageTypes.number(written.text("type"));
        var kind = MessageTypes.kind(type);
        var parts = new MessageParts(listener, addresses, id);
        return new Message(
                id,
                thread,
                opens(written, type, id),
                kind,
                author.id(),
                at,
                written.time("edited_timestamp"),
                written.isTrue("pinned"),
                MessageTypes.namesSomebody(type) ? "" : text(written, parts),
                MessageTypes.refers(kind) ? reply(written) : null,
                parts.attachments(written),
                embeds(written, parts),
                parts.stickers(written),
                parts.reactions(written),
                forwarded(written, parts),
                Polls.of(written.in("poll")),
                author.shownIn(written.id("webhook_id") != null));
    }

    /** A thread that begins with a message has its id; one that begins by itself is announced by a message of its own. */
    private @Nullable Snowflake opens(Fields written, int type, Snowflake id) {
        var thread = written.in("thread");
        var named = thread.id("id");
        if (named != null) {
            listener.thread(new ChatThread(named, Cleaned.name(thread.text("name"))));
            return named;
        }
        if (type == THREAD_CREATED) {
            return written.in("message_reference").id("channel_id");
        }
        return (written.number("flags") & HAS_THREAD) != 0 ? id : null;
    }

    private String text(Fields written, MessageParts parts) {
        var content = written.text("content");
        var text = Cleaned.text(content.isEmpty() ? ComponentText.of(written) : content);
        tellEmoji(text, parts);
        return text;
    }

    private static void tellEmoji(String text, MessageParts parts) {
        for (var emoji = EMOJI.matcher(text); emoji.find(); ) {
            var name = emoji.group(1);
            Snowflake.of(emoji.group(2)).ifPresent(id -> parts.emoji(id, name));
        }
    }

    private static List<Message.Embed> embeds(Fields holder, MessageParts parts) {
        return parts.embeds(holder, text -> {
            tellEmoji(text, parts);
            return text;
        });
    }

    private static @Nullable Reply reply(Fields written) {
        var reference = written.in("message_reference");
        var to = reference.id("message_id");
        return to == null || reference.number("type") == FORWARD
                ? null
                : new Reply(to, written.isNull("referenced_message"));
    }

    private @Nullable Forwarded forwarded(Fields written, MessageParts parts) {
        for (var snapshot : written.list("message_snapshots", 1)) {
            var message = snapshot.in("message");
            return new Forwarded(
                    written.in("message_reference").id("message_id"),
                    message.time("timestamp"),
                    text(message, parts),
                    parts.attachments(message),
                    embeds(message, parts),
                    parts.stickers(message));
        }
        return null;
    }
}
