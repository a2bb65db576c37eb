package kakolog.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kakolog.id.Snowflake;
import org.jspecify.annotations.Nullable;

/** The routes to the messages of one channel, which come newest first whatever is asked. */
final class MessageRoutes {
    private static final Set<String> FROM = Set.of("before", "after", "around");
    private static final int MOST = 100;

    private final Channels channels;
    private final MessageBodies bodies;

    MessageRoutes(Community community, Cdn cdn) {
        this.channels = community.channels();
        this.bodies = new MessageBodies(community, cdn);
    }

    /**
     * @param one the id of a single message; null for a page
     * @param history whether the bot may read the past: without it a page is empty, and nothing says why
     */
    Told answer(Asked asked, Room room, @Nullable String one, boolean history) {
        var channel = room.channel();
        if (!channel.hasMessages() || channel.isForum()) {
            return Told.error(400, 50024, "Cannot execute action on this channel type");
        }
        if (one != null) {
            return history ? single(channel.id(), one) : Told.missingAccess();
        }
        var query = asked.query();
        var limit = query.getOrDefault("limit", "50");
        if (!limit.matches("\\d{1,9}") || Integer.parseInt(limit) < 1) {
            return malformed("limit", "NUMBER_TYPE_MIN", "int value should be greater than or equal to 1.");
        }
        if (Integer.parseInt(limit) > MOST) {
            return malformed("limit", "NUMBER_TYPE_MAX", "int value should be less than or equal to 100.");
        }
        var from = query.keySet().stream().filter(FROM::contains).toList();
        if (from.size() > 1) {
            return malformed(from.get(1), "BASE_TYPE_CHOICES", "Only one of before, after and around may be given.");
        }
        if (!from.isEmpty() && Snowflake.of(query.get(from.get(0))).isEmpty()) {
            return malformed(from.get(0), "NUMBER_TYPE_COERCE", "Value is not snowflake.");
        }
        return Told.json(
                200,
                history ? page(channel.id(), query, Math.min(channels.page(), Integer.parseInt(limit))) : List.of());
    }

    private Told single(Snowflake channel, String id) {
        return Snowflake.of(id)
                .flatMap(message -> channels.message(channel, message))
                .map(message -> Told.json(200, bodies.of(message)))
                .orElseGet(() -> Told.error(404, 10008, "Unknown Message"));
    }

    private List<Map<String, @Nullable Object>> page(Snowflake channel, Map<String, String> query, int limit) {
        var all = channels.messages(channel);
        List<Posted> chosen;
        if (query.containsKey("after")) {
            int first = countTo(all, query.get("after"), true);
            chosen = all.subList(first, Math.min(all.size(), first + limit));
        } else if (query.containsKey("around")) {
            int first = Math.max(0, countTo(all, query.get("around"), false) - limit / 2);
            chosen = all.subList(first, Math.min(all.size(), first + limit));
        } else {
            int end = query.containsKey("before") ? countTo(all, query.get("before"), false) : all.size();
            chosen = all.subList(Math.max(0, end - limit), end);
        }
        var newestFirst = new ArrayList<>(chosen);
        Collections.reverse(newestFirst);
        return newestFirst.stream().map(bodies::of).toList();
    }

    /** How many come before this id, itself counted or not. */
    private static int countTo(List<Posted> all, @Nullable String text, boolean itself) {
        long id = Snowflake.of(text == null ? "" : text).orElseThrow().bits();
        return (int) all.stream()
                .map(posted -> Long.compareUnsigned(posted.id().bits(), id))
                .filter(order -> order < 0 || (itself && order == 0))
                .count();
    }

    static Told malformed(String field, String code, String message) {
        var error = new LinkedHashMap<String, Object>();
        error.put("code", code);
        error.put("message", message);
        var body = new LinkedHashMap<String, Object>();
        body.put("message", "Invalid Form Body");
        body.put("code", 50035);
        body.put("errors", Map.of(field, Map.of("_errors", List.of(error))));
        return Told.json(400, body);
    }
}
