package kakolog.chatlog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import kakolog.chat.Message;
import kakolog.chatlog.Staged.State;
import kakolog.db.Database;
import kakolog.id.EventSlug;
import org.jspecify.annotations.Nullable;

/**
 * Compares what was staged with what is kept, before anything is written, so that the transaction that writes has nothing to read:
 * whoever else wants to write waits for it. What is taken away in between is looked after there. In memory are some messages at a
 * time, however many are kept.
 */
final class Comparing {
    private static final int AT_ONCE = 1_000;
    private static final int CHARACTERS_AT_ONCE = 4_000_000;

    private final Database kept;
    private final EventSlug event;
    private final Staging staging;
    private final Whole whole;
    private final boolean older;
    private final Traces removed = new Traces();
    private final Map<Long, Staged> some = new HashMap<>();
    private int characters;

    /** @param older whether what is kept is known as of later than what was staged */
    Comparing(Database kept, EventSlug event, Staging staging, Whole whole, boolean older) {
        this.kept = kept;
        this.event = event;
        this.staging = staging;
        this.whole = whole;
        this.older = older;
    }

    /** Puts what both tell of a message in place of what was staged, and marks how that stands to what is kept. */
    void run() {
        kept.reader().useHandle(removed::ofAllEver);
        staging.each(one -> {
            whole.holds(one.id(), one.thread());
            some.put(one.id(), one);
            characters += one.json().length();
            if (some.size() == AT_ONCE || characters >= CHARACTERS_AT_ONCE) {
                compare();
            }
        });
        compare();
        staging.dropWithoutOwner();
    }

    private void compare() {
        var found = new Found();
        // As one value: a statement of another length for each batch would be read anew by SQLite.
        kept.reader()
                .useHandle(handle -> handle.createQuery("""
                                select id, body from log_message
                                where event = :event and id in (select value from json_each(:ids))
                                """)
                        .bind("event", event.value())
                        .bind("ids", some.keySet().toString())
                        .map((row, context) -> compare(row.getLong(1), row.getString(2)))
                        .forEach(found::take));
        found.mark();
        some.clear();
        characters = 0;
    }

    /** @param message in place of the staged one; null where that may stay */
    private record Compared(long id, State state, @Nullable Message message) {}

    private Compared compare(long id, String body) {
        var staged = some.get(id);
        if (staged == null || body.isEmpty()) {
            return new Compared(id, State.WITHHELD, null);
        }
        if (staged.json().equals(body)) {
            return new Compared(id, State.SAME, null);
        }
        var before = Joined.inMillis(MessageJson.message(body));
        var read = MessageJson.message(staged.json());
        // What was taken out of it would come and go with each import.
        var both = removed.without(Joined.of(before, read, older));
        var lost = new HashSet<>(Belongings.namedBy(before));
        lost.removeAll(Belongings.namedBy(both));
        staging.release(id, lost);
        return new Compared(id, both.equals(before) ? State.SAME : State.CHANGED, both);
    }

    /** What was found out about some, written in one go. */
    private final class Found {
        private final Map<State, List<Long>> marked = new HashMap<>();
        private final Map<State, List<Message>> joined = new HashMap<>();

        void take(Compared one) {
            var message = one.message();
            if (message == null) {
                marked.computeIfAbsent(one.state(), state -> new ArrayList<>()).add(one.id());
            } else {
                joined.computeIfAbsent(one.state(), state -> new ArrayList<>()).add(message);
            }
        }

        void mark() {
            joined.forEach((state, messages) -> staging.put(messages, state));
            marked.forEach((state, ids) -> staging.mark(ids, state));
        }
    }
}
