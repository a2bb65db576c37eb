package kakolog.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kakolog.id.Snowflake;
import org.jspecify.annotations.Nullable;

/** A message to be put into a channel of the {@link Community}; to be changed only until it is there. */
public final class Post {
    static final int CHAT = 0;
    static final int REPLY = 19;

    final Person author;
    final String text;
    final Instant at;
    final List<Attachment> attachments = new ArrayList<>();
    final List<Reaction> reactions = new ArrayList<>();
    final List<Sticker> stickers = new ArrayList<>();
    final List<Map<String, Object>> embeds = new ArrayList<>();
    final List<Preview> previews = new ArrayList<>();
    /** Fields of the message's object that take the place of what would stand there. */
    final Map<String, Object> others = new LinkedHashMap<>();

    int type = CHAT;
    boolean bot;
    boolean webhook;
    boolean pinned;

    @Nullable
    Snowflake target;

    @Nullable
    Forwarded forwarded;

    @Nullable
    Poll poll;

    private Post(Person author, String text, Instant at) {
        this.author = author;
        this.text = text;
        this.at = at;
    }

    /** A file; what it really holds is its bytes, whatever its name and type say. */
    static final class Attachment {
        final String name;
        final String type;
        final byte[] bytes;
        final int width;
        final int height;

        Attachment(String name, String type, byte[] bytes, int width, int height) {
            this.name = name;
            this.type = type;
            this.bytes = bytes;
            this.width = width;
            this.height = height;
        }
    }

    record Reaction(@Nullable Snowflake emoji, String name, int count) {}

    /** @param format 1 PNG, 2 animated PNG, 3 Lottie, 4 GIF */
    record Sticker(Snowflake id, String name, int format) {}

    record Preview(String title, String url, String description, String picture) {}

    record Forwarded(Snowflake channel, Snowflake message, Instant at, String text) {}

    record Poll(String question, List<String> answers, List<Integer> votes) {}

    /** @param at the message's id is made of it, in any year that an id can tell */
    public static Post by(Person author, String text, Instant at) {
        return new Post(author, text, at);
    }

    /** Of the portal's own bot, whose messages it sees without the right to read others'. */
    public static Post byBot(String text, Instant at) {
        var post = new Post(new Person(Community.BOT, "kakolog", null, null), text, at);
        post.bot = true;
        return post;
    }

    /** Of a webhook, which writes under any name. */
    public static Post byWebhook(Snowflake id, String name, String text, Instant at) {
        var post = new Post(new Person(id, name, null, null), text, at);
        post.bot = true;
        post.webhook = true;
        return post;
    }

    /** Any of Discord's types, for system messages above all. */
    public Post ofType(int number) {
        type = number;
        return this;
    }

    /** Whether the message that it answers is still there is looked up when it is asked for. */
    public Post replyTo(Snowflake message) {
        type = REPLY;
        target = message;
        return this;
    }

    public Post attach(String name, String contentType, byte[] bytes) {
        attachments.add(new Attachment(name, contentType, bytes, 0, 0));
        return this;
    }

    public Post attach(String name, String text) {
        return attach(name, "text/plain; charset=utf-8", text.getBytes(UTF_8));
    }

    /** A picture that is drawn here. */
    public Post attachPicture(String name, int width, int height) {
        attachments.add(new Attachment(name, "image/png", Pictures.png(name, width, height), width, height));
        return this;
    }

    public Post react(String emoji, int count) {
        reactions.add(new Reaction(null, emoji, count));
        return this;
    }

    public Post react(Snowflake emoji, String name, int count) {
        reactions.add(new Reaction(emoji, name, count));
        return this;
    }

    /** @param format 1 PNG, 2 animated PNG, 3 Lottie, 4 GIF */
    public Post sticker(Snowflake id, String name, int format) {
        stickers.add(new Sticker(id, name, format));
        return this;
    }

    /** What Discord shows of an address. */
    public Post embed(Map<String, Object> embed) {
        embeds.add(embed);
        return this;
    }

    /**
     * What Discord shows of an address, with a picture that it passes on from another host.
     *
     * @param picture its address there, as {@code https://example.com/a.png}
     */
    public Post preview(String title, String url, String description, String picture) {
        previews.add(new Preview(title, url, description, picture));
        return this;
    }

    /** Passes on a message of any channel; nobody is told who wrote it. */
    public Post forward(Snowflake channel, Snowflake message, Instant writtenAt, String written) {
        forwarded = new Forwarded(channel, message, writtenAt, written);
        return this;
    }

    /** @param votes one number for each answer */
    public Post poll(String question, List<String> answers, List<Integer> votes) {
        poll = new Poll(question, List.copyOf(answers), List.copyOf(votes));
        return this;
    }

    public Post pin() {
        pinned = true;
        return this;
    }

    /** A field of the object as it is sent, whatever would stand there else; for what nobody has foreseen. */
    public Post with(String field, Object value) {
        others.put(field, value);
        return this;
    }
}
