package kakolog.chat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import kakolog.id.Snowflake;

/** Tells what roles are called, but only of those that a text names: only people carry their roles in an export. */
final class RoleNames {
    /** A server has at most 250. */
    private static final int MOST = 1_000;

    private static final Pattern NAMED = Pattern.compile("<@&(\\d{1,20})>");

    private final Listener listener;
    private final Map<Snowflake, String> known = new HashMap<>();
    private final Set<Snowflake> named = new HashSet<>();

    RoleNames(Listener listener) {
        this.listener = listener;
    }

    void carriedBy(List<Fields> people) {
        for (var person : people) {
            for (var role : person.list("roles", MOST)) {
                var id = role.id("id");
                if (id != null && known.size() < MOST) {
                    carried(id, Cleaned.name(role.text("name")));
                }
            }
        }
    }

    private void carried(Snowflake id, String name) {
        if (!name.equals(known.put(id, name)) && named.contains(id)) {
            listener.name(id, name);
        }
    }

    void namedIn(String text) {
        if (!text.contains("<@&")) {
            return;
        }
        NAMED.matcher(text)
                .results()
                .limit(MOST)
                .flatMap(one -> Snowflake.of(one.group(1)).stream())
                .filter(id -> named.size() < MOST && named.add(id) && known.containsKey(id))
                .forEach(id -> listener.name(id, known.getOrDefault(id, "")));
    }
}
