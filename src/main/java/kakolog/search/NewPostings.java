package kakolog.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * Which messages of an evening have which tokens, as many as the heap is to hold at once: 8 bytes for each, whatever
 * somebody writes.
 */
final class NewPostings {
    /** 16 MB; an evening of twenty thousand messages has fewer. */
    static final int MOST = 1 << 21;

    private final int most;

    /** Each a token and a place in one, so that sorting them puts the places of a token beside one another. */
    private long[] held = new long[64];

    private int count;

    NewPostings(int most) {
        this.most = most;
    }

    boolean areFull() {
        return count == most;
    }

    /** The same may be added again, and is written once. */
    void add(long token, int place) {
        if (count == held.length) {
            held = Arrays.copyOf(held, Math.min(count * 2, Math.max(most, count + 1)));
        }
        held[count++] = token * LogRow.PLACES + place;
    }

    /** Enters them into this segment, which has none of these tokens, and is empty then. */
    void write(Connection connection, int segment) throws SQLException {
        Arrays.sort(held, 0, count);
        try (var written = new Postings(connection, segment)) {
            int end;
            for (int at = 0; at < count; at = end) {
                long token = held[at] / LogRow.PLACES;
                var places = new Numbers();
                for (end = at; end < count && held[end] / LogRow.PLACES == token; end++) {
                    places.add((int) (held[end] % LogRow.PLACES));
                }
                written.add(token, places.count(), places.toBytes());
            }
            written.enter();
        }
        count = 0;
    }
}
