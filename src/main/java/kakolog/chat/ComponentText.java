package kakolog.chat;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads what a message says that is laid out in components: its content is empty, and its texts stand among them. */
final class ComponentText {
    private static final int TEXT = 10;
    private static final int DEEPEST = 10;
    private static final int MOST = 200;

    private ComponentText() {}

    /** The texts in their order, each on lines of its own. */
    static String of(Fields message) {
        var texts = new ArrayList<String>();
        collect(message.object(), texts, DEEPEST);
        return String.join("\n", texts);
    }

    private static void collect(JsonNode holder, List<String> texts, int depth) {
        if (depth == 0) {
            return;
        }
        for (var one : holder.path("components")) {
            var component = new Fields(one);
            if (component.number("type") == TEXT && texts.size() < MOST) {
                texts.add(component.text("content"));
            }
            collect(one, texts, depth - 1);
        }
    }
}
