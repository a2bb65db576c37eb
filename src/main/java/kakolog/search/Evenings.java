package kakolog.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * The evenings that the index holds, and who may read which, as of one state of it. Asking SQLite for each search costs 2
 * milliseconds for 1,400 evenings.
 *
 * @param changes tells this state from any other
 * @param all the newest first
 * @param opened which of them, by their place in that list, a key opens
 */
record Evenings(long changes, List<Evening> all, Map<String, BitSet> opened) {
    static final Evenings UNKNOWN = new Evenings(-1, List.of(), Map.of());

    /**
     * One of them.
     *
     * @param low the lowest row of {@link LogRow} that its messages can have
     * @param serial never another's, also where the log of an event is entered anew
     * @param first the number in the segment of what is at its first place
     * @param span how many numbers it has there
     */
    record Evening(long low, long serial, String audience, int segment, int first, int span) {
        int end() {
            return first + span;
        }

        long row(int number) {
            return low + number - first;
        }
    }

    /** Those of the state that this transaction sees; themselves, where it is still theirs. */
    Evenings asSeenBy(Handle handle) {
        long seen = handle.createQuery("select changes from state")
                .mapTo(Long.class)
                .one();
        return seen == changes ? this : read(handle, seen);
    }

    private static Evenings read(Handle handle, long changes) {
        var keys = new HashMap<String, List<String>>();
        handle.createQuery("select audience, key from opener")
                .map((row, context) -> keys.computeIfAbsent(row.getString("audience"), audience -> new ArrayList<>())
                        .add(row.getString("key")))
                .list();
        var all = all(handle);
        var opened = new HashMap<String, BitSet>();
        for (int at = 0; at < all.size(); at++) {
            for (var key : keys.getOrDefault(all.get(at).audience(), List.of())) {
                opened.computeIfAbsent(key, each -> new BitSet()).set(at);
            }
        }
        return new Evenings(changes, all, opened);
    }

    /** As {@link #all()}. */
    static List<Evening> all(Handle handle) {
        return handle
                .createQuery("select low, serial, audience, segment, first, span from evening")
                .map((row, context) -> new Evening(
                        row.getLong("low"),
                        row.getLong("serial"),
                        row.getString("audience"),
                        row.getInt("segment"),
                        row.getInt("first"),
                        row.getInt("span")))
                .stream()
                .sorted(Comparator.comparing(Evening::low))
                .toList();
    }

    /** Those that one of these keys opens and that may be found, the newest first. */
    List<Evening> readable(Set<String> keys, Findable findable) {
        var readable = new BitSet();
        for (var key : keys) {
            var these = opened.get(key);
            if (these != null) {
                readable.or(these);
            }
        }
        return readable.stream().mapToObj(all::get).filter(findable::holds).toList();
    }
}
