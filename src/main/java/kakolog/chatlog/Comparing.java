package kakolog.chatlog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kakolog.chatlog.Staged.State;
import kakolog.db.Database;
import kakolog.id.EventSlug;

/**
 * Compares what was staged with what is kept, before anything is written, so that the transaction that writes has nothing to read:
 * whoever else wants to write waits for it. What is taken away in between is looked after there.
 */
final class Comparing {
    private static final int AT_ONCE = 2_000;

    private final Database kept;
    private final EventSlug event;
    private final Staging staging;
    private final Whole whole;
    private final Map<State, List<Long>> marked = new HashMap<>();

    Comparing(Database kept, EventSlug event, Staging staging, Whole whole) {
        this.kept = kept;
        this.event = event;
        this.staging = staging;
        this.whole = whole;
    }

    /** Marks what was staged. */
    void run() {
        var some = new ArrayList<Staged>();
        staging.each(EnumSet.allOf(State.class), one -> {
            whole.holds(one.id(), one.thread());
            some.add(one);
            if (some.size() == AT_ONCE) {
                compare(some);
                some.clear();
            }
        });
        compare(some);
        marked.forEach((state, ids) -> staging.mark(ids, state));
    }

    private void compare(List<Staged> some) {
        if (some.isEmpty()) {
            return;
        }
        var bodies = bodies(some.get(0).id(), some.get(some.size() - 1).id());
        for (var one : some) {
            var body = bodies.get(one.id());
            if (body != null) {
                marked.computeIfAbsent(stateOf(one, body), state -> new ArrayList<>())
                        .add(one.id());
            }
        }
    }

    /** Those between these two, by their ids. */
    private Map<Long, String> bodies(long first, long last) {
        var bodies = new HashMap<Long, String>();
        kept.reader()
                .withHandle(handle -> handle.createQuery(
                                "select id, body from log_message where event = :event and id between :first and :last")
                        .bind("event", event.value())
                        .bind("first", first)
                        .bind("last", last)
                        .map((row, context) -> bodies.put(row.getLong(1), row.getString(2)))
                        .list());
        return bodies;
    }

    private static State stateOf(Staged one, String body) {
        if (body.isEmpty()) {
            return State.WITHHELD;
        }
        return body.equals(one.json()) || isOlder(one.json(), body) ? State.SAME : State.CHANGED;
    }

    /** What its author has edited since must not come back with an export from before. */
    private static boolean isOlder(String staged, String body) {
        var kept = MessageJson.message(body).editedAt();
        Instant now = MessageJson.message(staged).editedAt();
        return kept != null && (now == null || now.isBefore(kept));
    }
}
