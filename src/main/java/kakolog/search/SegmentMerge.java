package kakolog.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import kakolog.search.Evenings.Evening;

/**
 * Moves the postings of some segments into one, token by token. What was moved is deleted as it goes, so that the file does
 * not grow to twice its size.
 */
final class SegmentMerge implements AutoCloseable {
    private final Connection connection;
    private final int merged;
    private final Map<Integer, SegmentWalk> sources = new TreeMap<>();
    private int[] numbers = new int[64];
    private int count;

    private SegmentMerge(Connection connection, int merged) {
        this.connection = connection;
        this.merged = merged;
    }

    /**
     * Moves evenings, giving each new numbers.
     *
     * @param evenings all that the old segments hold, in the order of hits
     * @param merged the new segment, which is empty
     */
    static void merge(Connection connection, List<Evening> evenings, int merged) throws SQLException {
        try (var merge = new SegmentMerge(connection, merged)) {
            int first = 0;
            for (var evening : evenings) {
                merge.source(evening.segment()).move(evening.first(), evening.end(), first);
                first += evening.span();
            }
            merge.movePostings();
        }
        moveEvenings(connection, evenings, merged);
    }

    /**
     * Puts the parts of one evening together, whose numbers stay.
     *
     * @param span the numbers are below this
     * @param joined the new segment, which is empty
     */
    static void join(Connection connection, Set<Integer> parts, int span, int joined) throws SQLException {
        try (var merge = new SegmentMerge(connection, joined)) {
            for (int part : parts) {
                merge.source(part).move(0, span, 0);
            }
            merge.movePostings();
        }
    }

    private SegmentWalk source(int segment) throws SQLException {
        var source = sources.get(segment);
        if (source == null) {
            source = new SegmentWalk(connection, segment);
            sources.put(segment, source);
        }
        return source;
    }

    private void movePostings() throws SQLException {
        var queue = new PriorityQueue<>(Comparator.comparingLong(SegmentWalk::token));
        for (var source : sources.values()) {
            if (source.next()) {
                queue.add(source);
            }
        }
        try (var postings = new Postings(connection, merged)) {
            long token = 0;
            while (!queue.isEmpty()) {
                token = queue.element().token();
                collect(token, queue);
                if (count > 0 && add(token, postings)) {
                    deleteTo(token);
                }
            }
            postings.enter();
            deleteTo(token);
        }
    }

    /** A message that was cut in two by the end of a part has the token once. */
    private boolean add(long token, Postings postings) throws SQLException {
        var once = new Numbers();
        for (int at = 0; at < count; at++) {
            once.add(numbers[at]);
        }
        return postings.add(token, once.count(), once.toBytes());
    }

    private void deleteTo(long token) throws SQLException {
        for (var source : sources.values()) {
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

    private static void moveEvenings(Connection connection, List<Evening> evenings, int merged) throws SQLException {
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

    @Override
    public void close() throws SQLException {
        for (var source : sources.values()) {
            source.close();
        }
    }
}
