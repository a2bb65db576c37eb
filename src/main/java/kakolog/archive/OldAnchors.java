package kakolog.archive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kakolog.content.AgendaItem;
import kakolog.content.Event;
import kakolog.content.Snapshot;
import kakolog.db.Database;
import kakolog.id.EventSlug;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Remembers every agenda item that was published, so that a link to an item whose words have changed since still leads to
 * its place. An item that is gone hands its anchor to the one that took its place, else to the item above it.
 */
public final class OldAnchors {
    private final Database database;
    private final Map<EventSlug, Event> seen = new ConcurrentHashMap<>();
    private final Map<EventSlug, Map<String, List<String>>> oldIds = new ConcurrentHashMap<>();

    public OldAnchors(Database database) {
        this.database = database;
    }

    /** An item as it stands, or stood, in an agenda. */
    private record Spot(
            String id,
            String parent,
            int place,
            String words,
            @Nullable String replacedBy) {}

    /** The former ids of an event's items, by the id that took their place. */
    public Map<String, List<String>> of(Event event) {
        return oldIds.getOrDefault(event.slug(), Map.of());
    }

    /**
     * Learns how the published agendas stand now; for one thread. Returns whether any anchor has moved.
     *
     * <p>All in one transaction: a thousand commits would each wait for the disk.
     */
    public boolean learn(Snapshot snapshot) {
        var changed = snapshot.published().stream().filter(this::isNew).toList();
        return !changed.isEmpty() && database.writer().inTransaction(handle -> learn(handle, changed));
    }

    private boolean learn(Handle handle, List<Event> events) {
        boolean moved = false;
        for (var event : events) {
            var now = learn(handle, event);
            var before = oldIds.put(event.slug(), now);
            moved |= !now.equals(before == null ? Map.of() : before);
        }
        return moved;
    }

    /** An event whose file has not changed is the very same object; comparing whole agendas would cost more than it saves. */
    @SuppressWarnings("ReferenceEquality")
    private boolean isNew(Event event) {
        return seen.put(event.slug(), event) != event;
    }

    private static Map<String, List<String>> learn(Handle handle, Event event) {
        var slug = event.slug().value();
        var current = new LinkedHashMap<String, Spot>();
        enter(event.agenda(), "", current);
        var known = known(handle, slug);
        var moves = moves(known, current);
        var changed = new ArrayList<Spot>(moves);
        for (var spot : current.values()) {
            if (!spot.equals(known.get(spot.id()))) {
                changed.add(spot);
            }
        }
        store(handle, slug, changed);
        moves.forEach(spot -> known.put(spot.id(), spot));
        return byTarget(known, current);
    }

    private static void enter(List<AgendaItem> items, String parent, Map<String, Spot> spots) {
        for (int place = 0; place < items.size(); place++) {
            var item = items.get(place);
            spots.put(item.id(), new Spot(item.id(), parent, place, item.text(), null));
            enter(item.children(), item.id(), spots);
        }
    }

    /** The items that stood here and do no more, each with what took its place. */
    private static List<Spot> moves(Map<String, Spot> known, Map<String, Spot> current) {
        var moves = new ArrayList<Spot>();
        var targets = new HashMap<String, String>();
        var taken = new HashSet<String>();
        for (var spot : known.values()) {
            if (!current.containsKey(spot.id())) {
                var target = target(spot, known, current, targets, taken);
                if (!target.equals(spot.replacedBy())) {
                    moves.add(new Spot(spot.id(), spot.parent(), spot.place(), spot.words(), target));
                }
            }
        }
        return moves;
    }

    /** What took the place of a spot: itself while it stands, what it was replaced by, a new item in its place, or its parent. */
    private static String target(
            Spot spot,
            Map<String, Spot> known,
            Map<String, Spot> current,
            Map<String, String> targets,
            Set<String> taken) {
        if (current.containsKey(spot.id())) {
            return spot.id();
        }
        var decided = targets.get(spot.id());
        if (decided != null) {
            return decided;
        }
        var before = spot.replacedBy();
        if (before != null) {
            var replacement = known.get(before);
            decided = replacement == null ? before : target(replacement, known, current, targets, taken);
        } else {
            var above = known.get(spot.parent());
            var parent = above == null ? "" : target(above, known, current, targets, taken);
            decided = newcomer(spot, parent, known, current, taken);
        }
        targets.put(spot.id(), decided);
        return decided;
    }

    /** An item that did not stand here before, below the same parent: the one with the same words, else the one in the same place. */
    private static String newcomer(
            Spot spot, String parent, Map<String, Spot> known, Map<String, Spot> current, Set<String> taken) {
        var newcomers = current.values().stream()
                .filter(other -> other.parent().equals(parent))
                .filter(other -> !stands(known.get(other.id())) && !taken.contains(other.id()))
                .toList();
        var found = newcomers.stream()
                .filter(other -> other.words().equals(spot.words()))
                .findFirst()
                .or(() -> newcomers.stream()
                        .filter(other -> other.place() == spot.place())
                        .findFirst());
        found.ifPresent(other -> taken.add(other.id()));
        return found.map(Spot::id).orElse(parent);
    }

    /** Whether an item stood in the agenda when it was last learnt; one that comes back is as good as new. */
    private static boolean stands(@Nullable Spot before) {
        return before != null && before.replacedBy() == null;
    }

    private static Map<String, Spot> known(Handle handle, String slug) {
        var known = new LinkedHashMap<String, Spot>();
        handle.createQuery("""
                        select id, parent, place, words, replaced_by
                        from agenda_item where event = :event order by place, id
                        """)
                .bind("event", slug)
                .map((row, context) -> new Spot(
                        row.getString("id"),
                        row.getString("parent"),
                        row.getInt("place"),
                        row.getString("words"),
                        row.getString("replaced_by")))
                .forEach(spot -> known.put(spot.id(), spot));
        return known;
    }

    private static void store(Handle handle, String slug, List<Spot> spots) {
        if (spots.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch("""
                insert into agenda_item (event, id, parent, place, words, replaced_by)
                values (:event, :id, :parent, :place, :words, :replacedBy)
                on conflict (event, id) do update set
                  parent = excluded.parent, place = excluded.place, words = excluded.words,
                  replaced_by = excluded.replaced_by
                """);
        for (var spot : spots) {
            batch.bind("event", slug)
                    .bind("id", spot.id())
                    .bind("parent", spot.parent())
                    .bind("place", spot.place())
                    .bind("words", spot.words())
                    .bind("replacedBy", spot.replacedBy())
                    .add();
        }
        batch.execute();
    }

    private static Map<String, List<String>> byTarget(Map<String, Spot> known, Map<String, Spot> current) {
        var byTarget = new HashMap<String, List<String>>();
        for (var spot : known.values()) {
            var target = spot.replacedBy();
            if (!current.containsKey(spot.id()) && target != null && current.containsKey(target)) {
                byTarget.computeIfAbsent(target, id -> new ArrayList<>()).add(spot.id());
            }
        }
        return Map.copyOf(byTarget);
    }
}
