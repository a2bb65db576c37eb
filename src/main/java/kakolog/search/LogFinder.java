package kakolog.search;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kakolog.search.Evenings.Evening;
import kakolog.text.Fold;
import org.jdbi.v3.core.Handle;

/** Answers one query of one searcher within one read transaction. */
final class LogFinder {
    /** As many candidates are looked at together: few enough to stop soon, many enough for one question to the store. */
    private static final int LEAST_AT_ONCE = 64;

    private static final int MOST_AT_ONCE = 512;

    private final Handle handle;
    private final LogWords words;
    private final SearchQuery query;
    private final int most;
    private final List<Long> hits = new ArrayList<>();
    private final Map<Long, String> texts = new HashMap<>();

    LogFinder(Handle handle, LogWords words, SearchQuery query, int most) {
        this.handle = handle;
        this.words = words;
        this.query = query;
        this.most = most;
    }

    /** This stretch of the hits, of which so many at most are counted and reached. */
    LogResults find(List<Evening> evenings, BitSet authors, int offset, int limit) {
        var connection = handle.getConnection();
        try (var candidates = new LogCandidates(connection, new Matching(query), evenings, authors)) {
            collect(candidates);
        } catch (SQLException failed) {
            throw new IllegalStateException("searching the logs", failed);
        }
        return page(offset, limit);
    }

    /** Words are enough, and so is who, what or when; "in the logs" alone or "without this word" alone is not. */
    static boolean isAnswered(SearchQuery query) {
        return (query.kinds().isEmpty() || query.kinds().contains(Kind.LOG))
                && (!query.terms().isEmpty() || query.choosesMessages());
    }

    /** Of these evenings those that the query asks for. */
    static List<Evening> askedFor(SearchQuery query, List<Evening> evenings) {
        if (query.events().isEmpty() && query.period().isAlways()) {
            return evenings;
        }
        var period = LogRow.range(query.period());
        var events = query.events().stream()
                .filter(LogRow::canHold)
                .map(event -> LogRow.range(event).low())
                .collect(Collectors.toSet());
        return evenings.stream()
                .filter(evening -> period.holds(evening.low()))
                .filter(evening -> query.events().isEmpty() || events.contains(evening.low()))
                .toList();
    }

    private void collect(LogCandidates candidates) throws SQLException {
        // Where few of them are hits, many more are to be looked at.
        int atOnce = Math.max(LEAST_AT_ONCE, most + 1);
        while (hits.size() <= most) {
            var rows = candidates.next(Math.min(atOnce, MOST_AT_ONCE));
            atOnce = Math.min(atOnce, MOST_AT_ONCE) * 2;
            if (rows.isEmpty()) {
                return;
            }
            var existing = words.of(rows);
            for (var row : rows) {
                var text = existing.get(row);
                if (text != null && isHit(text)) {
                    hits.add(row);
                    texts.put(row, text);
                }
            }
        }
    }

    /** Asked also of what the index is sure of: the message may have been edited since it was entered. */
    private boolean isHit(String text) {
        if (query.terms().isEmpty() && query.excluded().isEmpty()) {
            return true;
        }
        var folded = Fold.text(text);
        return query.terms().stream().allMatch(folded::contains)
                && query.excluded().stream().noneMatch(folded::contains);
    }

    private LogResults page(int offset, int limit) {
        int count = Math.min(hits.size(), most);
        var page = hits.subList(0, count).stream()
                .skip(offset)
                .limit(limit)
                .map(this::hit)
                .toList();
        return new LogResults(page, count, hits.size() > count);
    }

    private LogHit hit(long row) {
        var snippet = new Marking(texts.getOrDefault(row, ""), query.terms()).snippet();
        return new LogHit(LogRow.event(row), LogRow.place(row), snippet);
    }
}
