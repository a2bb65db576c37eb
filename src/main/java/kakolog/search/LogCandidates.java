package kakolog.search;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kakolog.search.Evenings.Evening;
import org.jspecify.annotations.Nullable;

/** Walks through the messages of some evenings that may answer a query, in the order of hits. */
final class LogCandidates implements AutoCloseable {
    private static final BitSet NONE = new BitSet();

    private final List<Evening> evenings;
    private final BitSet wanted;
    private final boolean areLookedUp;
    private final Map<Integer, BitSet> matching = new HashMap<>();
    private final Authors authors;
    private int at;
    private int next;
    private @Nullable ByteBuffer written;

    /** @param wanted any of whom may have written it; empty for anybody */
    LogCandidates(Connection connection, Matching matching, List<Evening> evenings, BitSet wanted) throws SQLException {
        this.evenings = evenings;
        this.wanted = wanted;
        this.areLookedUp = !wanted.isEmpty() || matching.isForAll();
        var readable = new HashMap<Integer, BitSet>();
        evenings.forEach(evening ->
                readable.computeIfAbsent(evening.segment(), id -> new BitSet()).set(evening.first(), evening.end()));
        for (var one : readable.entrySet()) {
            try (var segment = new Segment(connection, one.getKey())) {
                this.matching.put(one.getKey(), matching.in(segment, one.getValue()));
            }
        }
        this.authors = new Authors(connection);
    }

    /** So many of the next ones, by their numbers of {@link LogRow}; fewer or none where there are no more. */
    List<Long> next(int count) throws SQLException {
        var rows = new ArrayList<Long>(count);
        while (rows.size() < count && at < evenings.size()) {
            var evening = evenings.get(at);
            int number = nextIn(evening);
            if (number < 0) {
                at++;
                next = 0;
                written = null;
            } else {
                next = number + 1;
                if (!areLookedUp || isWanted(authorOf(evening, number))) {
                    rows.add(evening.row(number));
                }
            }
        }
        return rows;
    }

    private int nextIn(Evening evening) {
        int number = matching.getOrDefault(evening.segment(), NONE).nextSetBit(Math.max(next, evening.first()));
        return number < evening.end() ? number : -1;
    }

    private int authorOf(Evening evening, int number) throws SQLException {
        if (written == null) {
            written = authors.of(evening);
        }
        return Authors.of(written, number - evening.first());
    }

    private boolean isWanted(int author) {
        return wanted.isEmpty() ? author != Authors.NOBODY : wanted.get(author);
    }

    @Override
    public void close() throws SQLException {
        authors.close();
    }
}
