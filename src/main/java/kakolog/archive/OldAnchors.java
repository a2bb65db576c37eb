package kakolog.archive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kakolog.archive.AnchorMoves.Spot;
import kakolog.content.Event;
import kakolog.content.Snapshot;
import kakolog.db.Database;
import kakolog.id.EventSlug;
import org.jdbi.v3.core.Handle;

/**
 * Remembers every agenda item that was published, so that a link to an item whose words have changed since still leads to
 * its place. {@link AnchorMoves} says which.
 */
public final class OldAnchors {
    private final Database database;
    private final Map<EventSlug, Event> seen = new ConcurrentHashMap<>();
    private final Map<EventSlug, Map<String, List<String>>> oldIds = new ConcurrentHashMap<>();

    public OldAnchors(Database database) {
        this.database = database;
    }

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
        var moves = new AnchorMoves(known(handle, slug), event.agenda());
        store(handle, slug, moves.changed());
        return moves.formerIds();
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
}
