package kakolog.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import kakolog.search.Evenings.Evening;

/**
 * Moves the postings of some evenings into one segment, token by token. What was moved is deleted as it goes, so that the
 * file does not grow to twice its size.
 */
final class SegmentMerge {
    private final Connection connection;
    private final int merged;
    private final List<Evening> evenings;
    private int[] numbers = new int[64];
    private int count;

    /**
     * @param evenings all that the old segments hold, in the order of hits
     * @param merged the new segment, which is empty
     */
    SegmentMerge(Connection connection, List<Evening> evenings, int merged) {
        this.connection = connection;
        this.evenings = evenings;
        this.merged = merged;
    }

    void run() throws SQLException {
        var sources = new TreeMap<Integer, SegmentWalk>();
        try {
            open(sources);
            movePostings(sources.values());
        } finally {
            for (var source : sources.values()) {
                source.close();
            }
        }
        moveEvenings();
    }

    private void open(Map<Integer, SegmentWalk> sources) throws SQLException {
        int first = 0;
        for (var evening : evenings) {
            var source = sources.get(evening.segment());
            if (source == null) {
                source = new SegmentWalk(connection, evening.segment());
                sources.put(evening.segment(), source);
            }
            source.move(evening, first);
            first += evening.span();
        }
    }

    private void movePostings(Collection<SegmentWalk> sources) throws SQLException {
        var queue = new PriorityQueue<>(Comparator.comparing(SegmentWalk::token));
        for (var source : sources) {
            if (source.next()) {
                queue.add(source);
            }
        }
        try (var postings = new Postings(connection, merged)) {
            long token = 0;
            while (!queue.isEmpty()) {
                token = queue.element().token();
                collect(token, queue);
                if (count > 0 && postings.add(token, count, Numbers.of(Arrays.copyOf(numbers, count)))) {
                    deleteTo(token, sources);
                }
            }
            postings.enter();
            deleteTo(token, sources);
        }
    }

    private static void deleteTo(long token, Collection<SegmentWalk> sources) throws SQLException {
        for (var source : sources) {
            source.deleteTo(token);
        }
    }

    /** The numbers of all that have this token, going up. */
    private void collect(long token, PriorityQueue<SegmentWalk> queue) throws SQLException {
        count = 0;
        int sourcesOfToken = 0;
        while (!queue.isEmpty() && queue.element().token() == token) {
            var source = queue.remove();
            source.numbers(this::collect);
            sourcesOfToken++;
            if (source.next()) {
                queue.add(source);
            }
        }
        if (sourcesOfToken > 1) {
            Arrays.sort(numbers, 0, count);
        }
    }

    private void collect(int number) {
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, count * 2);
        }
        numbers[count++] = number;
    }

    private void moveEvenings() throws SQLException {
        try (var update = connection.prepareStatement("update evening set segment = ?, first = ? where low = ?")) {
            int first = 0;
            for (var evening : evenings) {
                update.setInt(1, merged);
                update.setInt(2, first);
                update.setLong(3, evening.low());
                update.addBatch();
                first += evening.span();
            }
            update.executeBatch();
        }
    }
}
