package kakolog.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kakolog.id.Snowflake;
import org.jspecify.annotations.Nullable;

/** What stands in a message beside its text, as Discord sends it. */
final class MessageParts {
    private MessageParts() {}

    static Map<String, @Nullable Object> reaction(Post.Reaction reaction) {
        var emoji = new LinkedHashMap<String, @Nullable Object>();
        emoji.put(
                "id",
                Optional.ofNullable(reaction.emoji()).map(Object::toString).orElse(null));
        emoji.put("name", reaction.name());
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("emoji", emoji);
        body.put("count", reaction.count());
        body.put("count_details", Map.of("burst", 0, "normal", reaction.count()));
        body.put("burst_colors", List.of());
        body.put("me_burst", false);
        body.put("burst_me", false);
        body.put("me", false);
        body.put("burst_count", 0);
        return body;
    }

    static Map<String, Object> sticker(Post.Sticker sticker) {
        return Map.of("id", sticker.id().toString(), "name", sticker.name(), "format_type", sticker.format());
    }

    static Map<String, Object> reference(int type, Snowflake channel, Snowflake message) {
        return Map.of(
                "type", type,
                "channel_id", channel.toString(),
                "message_id", message.toString(),
                "guild_id", Community.GUILD.toString());
    }

    static Map<String, @Nullable Object> snapshot(Post.Forwarded forwarded) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("type", 0);
        body.put("content", forwarded.text());
        body.put("mentions", List.of());
        body.put("mention_roles", List.of());
        body.put("attachments", List.of());
        body.put("embeds", List.of());
        body.put("timestamp", MessageBodies.time(forwarded.at()));
        body.put("edited_timestamp", null);
        body.put("flags", 0);
        body.put("components", List.of());
        return body;
    }

    static Map<String, @Nullable Object> poll(Post.Poll poll) {
        var answers = new ArrayList<Map<String, Object>>();
        var counts = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < poll.answers().size(); i++) {
            answers.add(Map.of(
                    "answer_id",
                    i + 1,
                    "poll_media",
                    Map.of("text", poll.answers().get(i))));
            counts.add(Map.of("id", i + 1, "count", poll.votes().get(i), "me_voted", false));
        }
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("question", Map.of("text", poll.question()));
        body.put("answers", answers);
        body.put("expiry", null);
        body.put("allow_multiselect", false);
        body.put("layout_type", 1);
        body.put("results", Map.of("answer_counts", counts, "is_finalized", true));
        return body;
    }
}
