package kakolog.chat;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import kakolog.chat.Message.Forwarded;
import kakolog.chat.Message.Kind;
import kakolog.chat.Message.Reply;
import kakolog.id.Snowflake;
import org.jspecify.annotations.Nullable;

/** Reads the messages of one channel or thread as DiscordChatExporter writes them. */
final class ExportMessages {
    /** What the exporter writes where Discord has no text; a name may follow the last. */
    private static final List<String> ITS_WORDS = List.of(
            "Changed the channel icon.",
            "Changed the channel name.",
            "Changed the channel name: ",
            "Started a thread.");

    private final Listener listener;
    private final MediaAddresses addresses = new WrittenAddresses();
    private final Speakers speakers;
    private final @Nullable Snowflake thread;
    private final RoleNames roles;

    /** @param thread that they were written in; null for the channel itself */
    ExportMessages(Listener listener, @Nullable Snowflake thread) {
        this.listener = new OnlyNews(listener);
        this.speakers = new Speakers(this.listener, addresses);
        this.thread = thread;
        this.roles = new RoleNames(listener);
    }

    /** @throws BadMessage where it lacks what every message has */
    void tell(Fields written) {
        int type = MessageTypes.number(written.text("type"));
        if (type == MessageTypes.THREAD_STARTER) {
            return;
        }
        var id = required(written.id("id"), "id");
        var at = required(written.time("timestamp"), "timestamp");
        var author = speakers.tell(written.in("author"), false);
        if (author == null) {
            throw new BadMessage("author.id");
        }
        var mentioned = written.list("mentions", MessageParts.MOST);
        mentioned.forEach(one -> speakers.tell(one, false));
        roles.carriedBy(List.of(written.in("author")));
        roles.carriedBy(mentioned);
        roles.namedIn(written.text("content"));
        listener.message(message(written, type, id, author, at, mentioned));
    }

    private Message message(
            Fields written, int type, Snowflake id, Speaker author, Instant at, List<Fields> mentioned) {
        var kind = written.in("interaction").object().isObject() ? Kind.COMMAND : MessageTypes.kind(type);
        var parts = new MessageParts(listener, addresses, id);
        written.list("inlineEmojis", MessageParts.MOST).forEach(parts::emoji);
        var restored = new Restored().people(mentioned).emoji(written.list("inlineEmojis", MessageParts.MOST));
        var reference = written.in("reference");
        return new Message(
                id,
                thread,
                kind == Kind.THREAD_OPENED ? reference.id("channelId") : null,
                kind,
                author.id(),
                at,
                written.time("timestampEdited"),
                written.isTrue("isPinned"),
                MessageTypes.namesSomebody(type) ? "" : text(kind, written.text("content"), restored::apply),
                reply(kind, written),
                parts.attachments(written),
                embeds(written, parts, restored::apply),
                parts.stickers(written),
                parts.reactions(written),
                forwarded(written.in("forwardedMessage"), reference.id("messageId"), mentioned, parts),
                Polls.of(written.in("poll")),
                author.shownIn(isOfWebhook(written.in("author"))));
    }

    /** The exporter does not say so, but of all bots only webhooks have no number behind their name. */
    private static boolean isOfWebhook(Fields author) {
        return author.isTrue("isBot") && author.text("discriminator").equals("0000");
    }

    /** What the exporter says in English of what somebody did is not their text. */
    private static String text(Kind kind, String content, UnaryOperator<String> restored) {
        return switch (kind) {
            case PINNED, JOINED, CALLED -> "";
            case CHANNEL_CHANGED, THREAD_OPENED -> Cleaned.text(withoutItsWords(content));
            case CHAT, COMMAND, BOOSTED, POLL_ENDED, OTHER -> Cleaned.text(restored.apply(content));
        };
    }

    private static String withoutItsWords(String content) {
        for (var words : ITS_WORDS) {
            if (content.startsWith(words)) {
                return content.substring(words.length());
            }
        }
        return content;
    }

    private static @Nullable Reply reply(Kind kind, Fields written) {
        var reference = written.in("reference");
        var to = reference.id("messageId");
        boolean passedOn = reference.text("type").equals("Forward")
                || written.in("forwardedMessage").object().isObject();
        // The exporter does not say whether the other is gone.
        return to == null || passedOn || !MessageTypes.refers(kind) ? null : new Reply(to, false);
    }

    private static List<Message.Embed> embeds(Fields holder, MessageParts parts, UnaryOperator<String> outer) {
        var inEmbeds = new Restored();
        for (var embed : holder.list("embeds", MessageParts.MOST)) {
            var emoji = embed.list("inlineEmojis", MessageParts.MOST);
            emoji.forEach(parts::emoji);
            inEmbeds.emoji(emoji);
        }
        return parts.embeds(holder, text -> inEmbeds.apply(outer.apply(text)));
    }

    /** @param mentioned by the message; the exporter tells those of what it passes on nowhere else */
    private static @Nullable Forwarded forwarded(
            Fields written, @Nullable Snowflake source, List<Fields> mentioned, MessageParts parts) {
        if (!written.object().isObject()) {
            return null;
        }
        var emoji = written.list("inlineEmojis", MessageParts.MOST);
        emoji.forEach(parts::emoji);
        UnaryOperator<String> restored = new Restored().people(mentioned).emoji(emoji)::apply;
        return new Forwarded(
                source,
                written.time("timestamp"),
                Cleaned.text(restored.apply(written.text("content"))),
                parts.attachments(written),
                embeds(written, parts, restored),
                parts.stickers(written));
    }

    private static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw new BadMessage(field);
        }
        return value;
    }
}
