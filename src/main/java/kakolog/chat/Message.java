package kakolog.chat;

import java.time.Instant;
import java.util.List;
import kakolog.id.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * One message of a channel or of a thread in it.
 *
 * @param thread the thread it was written in; null for the channel itself
 * @param opens the thread that begins with it; null for none
 * @param editedAt null where it was never edited
 * @param text in Discord's markup, with people as {@code <@id>} and custom emoji as {@code <:name:id>}; at most what
 *     Discord allows
 * @param reply the message that it answers, or speaks of where it is {@code PINNED} or {@code POLL_ENDED}; null for none
 * @param forwarded what it passes on from elsewhere; null for nothing
 * @param shownAs as whom its author was shown in this message alone: a webhook speaks for many; null for the author's own name
 */
public record Message(
        Snowflake id,
        @Nullable Snowflake thread,
        @Nullable Snowflake opens,
        Kind kind,
        Snowflake author,
        Instant at,
        @Nullable Instant editedAt,
        boolean pinned,
        String text,
        @Nullable Reply reply,
        List<Attachment> attachments,
        List<Embed> embeds,
        List<Sticker> stickers,
        List<Reaction> reactions,
        @Nullable Forwarded forwarded,
        @Nullable Poll poll,
        @Nullable String shownAs) {
    public Message {
        attachments = List.copyOf(attachments);
        embeds = List.copyOf(embeds);
        stickers = List.copyOf(stickers);
        reactions = List.copyOf(reactions);
    }

    /** What a message is; all but the first two are Discord's own words about what somebody did. */
    public enum Kind {
        CHAT,
        /** An answer of a bot to a command. */
        COMMAND,
        JOINED,
        PINNED,
        BOOSTED,
        THREAD_OPENED,
        CHANNEL_CHANGED,
        CALLED,
        POLL_ENDED,
        /** Of a type that nobody here knows. */
        OTHER;

        /** Whether Discord wrote it and not a person or a bot. */
        public boolean isSystem() {
            return this != CHAT && this != COMMAND;
        }
    }

    /**
     * What a message answers.
     *
     * @param deleted whether Discord said that it is gone
     */
    public record Reply(Snowflake to, boolean deleted) {}

    /**
     * A message passed on; who wrote it is not told.
     *
     * @param source the message that was passed on; null where that is not told
     */
    public record Forwarded(
            @Nullable Snowflake source,
            @Nullable Instant at,
            String text,
            List<Attachment> attachments,
            List<Embed> embeds,
            List<Sticker> stickers) {
        public Forwarded {
            attachments = List.copyOf(attachments);
            embeds = List.copyOf(embeds);
            stickers = List.copyOf(stickers);
        }
    }

    /**
     * Its file is kept under {@link Medium#attachment}.
     *
     * @param size in bytes, as it was claimed; 0 where it was not told, as are width and height in pixels
     */
    public record Attachment(
            Snowflake id, String name, long size, String description, int width, int height, boolean spoiler) {}

    /** Its picture is kept under {@link Medium#sticker}. */
    public record Sticker(Snowflake id, String name) {}

    /** How many reacted so. */
    public record Reaction(Emoji emoji, int count) {}

    /**
     * One emoji.
     *
     * @param id of a custom one, kept under {@link Medium#emoji}; null for one of Unicode
     * @param name the emoji itself where it is Unicode's
     */
    public record Emoji(@Nullable Snowflake id, String name) {}

    /**
     * What Discord shows of an address, or a bot says in a frame. Texts are empty where it has none.
     *
     * @param url where the title leads; empty for nowhere
     * @param color as 0xRRGGBB; null for none
     * @param picture the key of a picture that is kept; empty for none
     */
    public record Embed(
            String title,
            String url,
            String description,
            String author,
            String footer,
            @Nullable Integer color,
            String picture,
            List<Field> fields) {
        public Embed {
            fields = List.copyOf(fields);
        }

        /** A named text of an embed. */
        public record Field(String name, String value) {}
    }

    /** A question with answers to choose from. */
    public record Poll(String question, List<Choice> choices) {
        public Poll {
            choices = List.copyOf(choices);
        }

        /** One answer; votes are -1 where they are not told. */
        public record Choice(String text, int votes) {}
    }
}
