package kakolog.archive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kakolog.content.AgendaItem;
import org.jspecify.annotations.Nullable;

/**
 * Which item took the place of each that stood in one agenda before and does no more: a new one below the same item, with
 * the same words or else in the same place; where there is none, the item above it.
 */
final class AnchorMoves {
    private final Map<String, Spot> known;
    private final Map<String, Spot> current = new LinkedHashMap<>();
    private final Map<String, Spot> gone = new LinkedHashMap<>();
    private final Map<String, String> targets = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /**
     * An item as it stands, or stood, in an agenda.
     *
     * @param parent the item above it; empty at the top level
     * @param place its number among those of the same parent, from 0
     * @param replacedBy what took its place; null while it stands, empty where nothing of it is left
     */
    record Spot(
            String id,
            String parent,
            int place,
            String words,
            @Nullable String replacedBy) {}

    /** @param known all that ever stood in this agenda, by id, as last learnt */
    AnchorMoves(Map<String, Spot> known, List<AgendaItem> agenda) {
        this.known = known;
        enter(agenda, "");
        for (var spot : known.values()) {
            if (!current.containsKey(spot.id())) {
                gone.put(spot.id(), new Spot(spot.id(), spot.parent(), spot.place(), spot.words(), target(spot)));
            }
        }
    }

    /** The spots that are not as they were last learnt. */
    List<Spot> changed() {
        var changed = new ArrayList<Spot>();
        for (var spots : List.of(current, gone)) {
            spots.values().stream()
                    .filter(spot -> !spot.equals(known.get(spot.id())))
                    .forEach(changed::add);
        }
        return changed;
    }

    /** The ids of the items that are gone, by the id of the item that took their place. */
    Map<String, List<String>> formerIds() {
        var formerIds = new HashMap<String, List<String>>();
        for (var spot : gone.values()) {
            var target = spot.replacedBy();
            if (target != null && current.containsKey(target)) {
                formerIds.computeIfAbsent(target, id -> new ArrayList<>()).add(spot.id());
            }
        }
        return Map.copyOf(formerIds);
    }

    private void enter(List<AgendaItem> items, String parent) {
        for (int place = 0; place < items.size(); place++) {
            var item = items.get(place);
            current.put(item.id(), new Spot(item.id(), parent, place, item.text(), null));
            enter(item.children(), item.id());
        }
    }

    /** Where the anchor of a spot leads now: the spot itself while it stands; empty for nowhere. */
    private String target(Spot spot) {
        if (current.containsKey(spot.id())) {
            return spot.id();
        }
        var decided = targets.get(spot.id());
        if (decided == null) {
            var before = spot.replacedBy();
            decided = before == null ? newcomer(spot) : targetOf(before);
            targets.put(spot.id(), decided);
        }
        return decided;
    }

    private String targetOf(String id) {
        var spot = known.get(id);
        return spot == null ? "" : target(spot);
    }

    private String newcomer(Spot spot) {
        var parent = targetOf(spot.parent());
        var newcomers = current.values().stream()
                .filter(other -> other.parent().equals(parent))
                .filter(other -> !stood(other.id()) && !taken.contains(other.id()))
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
    private boolean stood(String id) {
        var before = known.get(id);
        return before != null && before.replacedBy() == null;
    }
}
