package kakolog.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.ToIntFunction;
import kakolog.id.Snowflake;
import kakolog.text.Fold;

/** Takes in the messages of one evening, whose places are their numbers, and writes them as a segment. */
final class NewSegment {
    private final Map<Long, Numbers> postings = new HashMap<>();
    private int[] authors = new int[64];
    private int span;

    /**
     * @param author gives what the index calls somebody
     * @throws IllegalArgumentException where places do not go up, or there is no such place
     */
    void add(Iterator<LogEntry> entries, ToIntFunction<Snowflake> author) {
        entries.forEachRemaining(entry -> add(entry, author.applyAsInt(entry.author())));
    }

    private void add(LogEntry entry, int author) {
        int place = entry.place();
        if (place < span || place >= LogRow.PLACES) {
            throw new IllegalArgumentException(
                    "places go up to " + (LogRow.PLACES - 1) + ", but " + place + " comes after " + (span - 1));
        }
        if (place >= authors.length) {
            authors = Arrays.copyOf(authors, Math.max(place + 1, authors.length * 2));
        }
        authors[place] = author;
        span = place + 1;
        LogTokens.of(Fold.text(entry.words()), token -> add(token, place));
        entry.has().forEach(trait -> add(LogTokens.of(trait), place));
    }

    private void add(long token, int place) {
        postings.computeIfAbsent(token, key -> new Numbers()).add(place);
    }

    int span() {
        return span;
    }

    /** As {@link Authors} has them. */
    byte[] authors() {
        return Authors.written(Arrays.copyOf(authors, span));
    }

    /** Each once, as {@link Numbers}. */
    byte[] distinctAuthors() {
        return Numbers.of(Arrays.stream(authors, 0, span)
                .filter(author -> author != Authors.NOBODY)
                .distinct()
                .sorted()
                .toArray());
    }

    void write(Connection connection, int segment) throws SQLException {
        try (var written = new Postings(connection, segment)) {
            for (long token : tokens()) {
                var numbers = postings.get(token);
                written.add(token, numbers.count(), numbers.toBytes());
            }
            written.enter();
        }
    }

    private long[] tokens() {
        return postings.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
    }
}
