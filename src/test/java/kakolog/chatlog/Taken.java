package kakolog.chatlog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kakolog.id.Snowflake;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Keeps what was read. */
final class Taken implements ChannelWindow.Taker {
    final Map<Snowflake, String> threads = new LinkedHashMap<>();
    final Map<Snowflake, String> names = new LinkedHashMap<>();
    final List<JsonNode> messages = new ArrayList<>();
    String channel = "";
    private final List<Snowflake> rooms = new ArrayList<>();
    private Snowflake channelId = new Snowflake(0);

    @Override
    public void channel(Snowflake id, String name) {
        channelId = id;
        channel = name;
    }

    @Override
    public void thread(Snowflake id, String name) {
        threads.put(id, name);
    }

    @Override
    public void message(JsonNode message, @Nullable Snowflake thread) {
        messages.add(message);
        rooms.add(thread == null ? channelId : thread);
    }

    @Override
    public void name(Snowflake roleOrChannel, String name) {
        names.put(roleOrChannel, name);
    }

    /** In the order in which they came. */
    List<Snowflake> ids(Snowflake room) {
        var ids = new ArrayList<Snowflake>();
        for (int i = 0; i < messages.size(); i++) {
            if (rooms.get(i).equals(room)) {
                ids.add(Snowflake.of(messages.get(i).path("id").asString("")).orElseThrow());
            }
        }
        return ids;
    }

    List<String> texts() {
        return messages.stream()
                .map(message -> message.path("content").asString(""))
                .toList();
    }
}
