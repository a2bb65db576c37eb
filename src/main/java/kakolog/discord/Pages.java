package kakolog.discord;

import java.util.ArrayList;
import java.util.List;
import kakolog.id.Snowflake;
import tools.jackson.databind.JsonNode;

/** Reads a page of a channel's messages, whose objects go on as they came. */
final class Pages {
    private Pages() {}

    /** One message of a page. */
    private record Numbered(long id, JsonNode message) {}

    /**
     * Discord answers newest first, whatever is asked.
     *
     * @param after older ones must not come back: who pages would go round in a circle
     */
    static List<JsonNode> oldestFirst(JsonNode array, Snowflake channel, Snowflake after) {
        var page = new ArrayList<Numbered>();
        Fields.list(array, message -> {
            long id = message.id("id").bits();
            // Another channel's words must never be taken for this one's.
            if (Long.compareUnsigned(id, after.bits()) <= 0
                    || !message.id("channel_id").equals(channel)) {
                throw new Fields.WrongShape("id");
            }
            return page.add(new Numbered(id, message.object()));
        });
        page.sort((one, other) -> Long.compareUnsigned(one.id(), other.id()));
        return page.stream().map(Numbered::message).toList();
    }
}
