package kakolog.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import kakolog.id.Snowflake;
import org.jspecify.annotations.Nullable;

/** Messages as Discord sends them: what there is none of is left out or null, each as documented. */
final class MessageBodies {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Pattern PEOPLE = Pattern.compile("<@!?(\\d{1,20})>");
    private static final Pattern ROLES = Pattern.compile("<@&(\\d{1,20})>");
    private static final int STARTER = 21;
    private static final int HAS_SNAPSHOT = 1 << 14;
    private static final int HAS_THREAD = 1 << 5;

    private final Community community;
    private final Cdn cdn;

    MessageBodies(Community community, Cdn cdn) {
        this.community = community;
        this.cdn = cdn;
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    Map<String, @Nullable Object> of(Posted posted) {
        var body = alone(posted);
        var post = posted.post();
        var channel = posted.channel();
        if (post.target != null) {
            body.put("message_reference", MessageParts.reference(0, channel, post.target));
            body.put("referenced_message", lookedUp(channel, post.target));
        } else if (post.type == STARTER) {
            // Its thread has the id of the message that it began from.
            var parent = community
                    .channels()
                    .room(channel)
                    .map(room -> room.channel().parent());
            body.put(
                    "referenced_message",
                    parent.map(in -> lookedUp(in, channel)).orElse(null));
        }
        return body;
    }

    private @Nullable Object lookedUp(Snowflake channel, Snowflake message) {
        return community.channels().message(channel, message).map(this::alone).orElse(null);
    }

    /** Without the message that it answers. */
    private Map<String, @Nullable Object> alone(Posted posted) {
        var post = posted.post();
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("type", post.type);
        body.put("id", posted.id().toString());
        body.put("channel_id", posted.channel().toString());
        body.put("author", author(post));
        body.put("content", posted.text());
        body.put("timestamp", time(post.at));
        body.put("edited_timestamp", posted.editedAt() == null ? null : time(posted.editedAt()));
        body.put("mentions", mentions(posted));
        body.put("mention_roles", found(ROLES, posted.text()));
        body.put("mention_everyone", false);
        body.put(
                "attachments",
                posted.files().stream().map(kept -> attachment(posted, kept)).toList());
        body.put("embeds", embeds(post));
        body.put("components", List.of());
        body.put("pinned", post.pinned);
        body.put("tts", false);
        body.put("flags", (post.forwarded == null ? 0 : HAS_SNAPSHOT) | (posted.opens() == null ? 0 : HAS_THREAD));
        perhaps(posted, body);
        body.putAll(post.others);
        if (!community.channels().mayReadMessages() && !alwaysReadable(posted)) {
            empty(body);
        }
        return body;
    }

    /** What is there only where there is some. */
    private void perhaps(Posted posted, Map<String, @Nullable Object> body) {
        var post = posted.post();
        if (post.webhook) {
            body.put("webhook_id", post.author.id().toString());
        }
        if (!post.reactions.isEmpty()) {
            body.put(
                    "reactions",
                    post.reactions.stream().map(MessageParts::reaction).toList());
        }
        if (!post.stickers.isEmpty()) {
            body.put(
                    "sticker_items",
                    post.stickers.stream().map(MessageParts::sticker).toList());
        }
        if (post.forwarded != null) {
            body.put(
                    "message_reference", MessageParts.reference(1, post.forwarded.channel(), post.forwarded.message()));
            body.put("message_snapshots", List.of(Map.of("message", MessageParts.snapshot(post.forwarded))));
        }
        if (post.poll != null) {
            body.put("poll", MessageParts.poll(post.poll));
        }
        if (posted.opens() != null) {
            community
                    .channels()
                    .room(posted.opens())
                    .ifPresent(room -> body.put("thread", ChannelBodies.of(room, community.channels())));
        }
    }

    /** What the right to read messages also holds back from answers to questions. */
    private static void empty(Map<String, @Nullable Object> body) {
        body.put("content", "");
        body.put("embeds", List.of());
        body.put("attachments", List.of());
        body.put("components", List.of());
        body.remove("poll");
        body.remove("message_snapshots");
    }

    private static boolean alwaysReadable(Posted posted) {
        return posted.post().author.id().equals(Community.BOT)
                || found(PEOPLE, posted.text()).contains(Community.BOT.toString());
    }

    private static Map<String, Object> author(Post post) {
        var author = Bodies.author(post.author);
        if (post.bot) {
            author.put("bot", true);
        }
        if (post.webhook) {
            author.put("discriminator", "0000");
        }
        return author;
    }

    private List<Map<String, Object>> mentions(Posted posted) {
        var mentioned = new ArrayList<Map<String, Object>>();
        for (var id : found(PEOPLE, posted.text())) {
            Snowflake.of(id).flatMap(community::person).map(Bodies::author).ifPresent(mentioned::add);
        }
        return mentioned;
    }

    private static Set<String> found(Pattern pattern, String text) {
        var ids = new LinkedHashSet<String>();
        pattern.matcher(text).results().forEach(hit -> ids.add(hit.group(1)));
        return ids;
    }

    /** Discord rewrites names that are not ASCII; the title keeps the original. */
    private Map<String, @Nullable Object> attachment(Posted posted, Posted.Kept kept) {
        var file = kept.file();
        var name = file.name.replaceAll("[^A-Za-z0-9._-]+", "_");
        var address = cdn.attachment(posted.channel(), kept.id(), name);
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("id", kept.id().toString());
        body.put("filename", name);
        if (!name.equals(file.name)) {
            body.put("title", file.name.replaceFirst("\\.[^.]*$", ""));
        }
        body.put("size", file.bytes.length);
        body.put("url", address);
        body.put("proxy_url", address);
        if (file.width > 0) {
            body.put("width", file.width);
            body.put("height", file.height);
            body.put("placeholder", "BQgGBQB4eHiAh3iICIiIeHgAAAAAAA==");
            body.put("placeholder_version", 1);
        }
        body.put("content_type", file.type);
        body.put("content_scan_version", 4);
        body.put("flags", 0);
        return body;
    }

    private List<Map<String, Object>> embeds(Post post) {
        var all = new ArrayList<>(post.embeds);
        for (var preview : post.previews) {
            var embed = new LinkedHashMap<String, Object>();
            embed.put("type", "article");
            embed.put("url", preview.url());
            embed.put("title", preview.title());
            embed.put("description", preview.description());
            embed.put("provider", Map.of("name", "example.com"));
            embed.put(
                    "thumbnail",
                    Map.of(
                            "url",
                            preview.picture(),
                            "proxy_url",
                            cdn.external(preview.picture()),
                            "width",
                            Cdn.USUAL_SIZE,
                            "height",
                            Cdn.USUAL_SIZE,
                            "content_type",
                            "image/png",
                            "flags",
                            0));
            all.add(embed);
        }
        return all;
    }
}
