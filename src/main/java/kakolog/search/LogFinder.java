package kakolog.search;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
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
    private final ReadableLogs readable;
    private final List<String> wanted;
    private final List<String> unwanted;

    LogFinder(Handle handle, LogWords words, SearchQuery query, Set<String> audienceKeys) {
        this.handle = handle;
        this.words = words;
        this.query = query;
        this.readable = new ReadableLogs(handle, audienceKeys);
        this.wanted = inexact(query.terms());
        this.unwanted = inexact(query.excluded());
    }

    private static List<String> inexact(List<String> terms) {
        return terms.stream().filter(term -> !Grams.areExact(term)).toList();
    }

    LogResults find(int offset, int limit, int most) {
        if (!isAnswered()) {
            return LogResults.NONE;
        }
        var ranges = readable.ranges(query);
        if (ranges.isEmpty()) {
            return LogResults.NONE;
        }
        var authors = query.speakers().isEmpty() ? List.<Integer>of() : readable.authors(query.speakers());
        if (authors.isEmpty() && !query.speakers().isEmpty()) {
            return LogResults.NONE;
        }
        try (var candidates = new Candidates(handle.getConnection(), LogGrams.match(query, authors), ranges)) {
            return find(candidates, offset, limit, most);
        } catch (SQLException failed) {
            throw new IllegalStateException("searching the logs", failed);
        }
    }

    /** Words are enough, and so is who, what or when; "in the logs" alone or "without this word" alone is not. */
    private boolean isAnswered() {
        return (query.kinds().isEmpty() || query.kinds().contains(Kind.LOG))
                && (!query.terms().isEmpty() || query.choosesMessages());
    }

    private LogResults find(Candidates candidates, int offset, int limit, int most) throws SQLException {
        var hits = new ArrayList<Long>();
        var shown = new HashMap<Long, String>();
        while (hits.size() <= most) {
            var rows = candidates.next(Math.max(LEAST_AT_ONCE, Math.min(most + 1 - hits.size(), MOST_AT_ONCE)));
            if (rows.isEmpty()) {
                break;
            }
            var existing = words.of(rows);
            for (var row : rows) {
                var text = existing.get(row);
                if (text != null && isHit(text)) {
                    if (hits.size() >= offset && hits.size() - offset < limit) {
                        shown.put(row, text);
                    }
                    hits.add(row);
                }
            }
        }
        int count = Math.min(hits.size(), most);
        var page = hits.subList(0, count).stream()
                .skip(offset)
                .limit(limit)
                .map(row -> hit(row, shown.getOrDefault(row, "")))
                .toList();
        return new LogResults(page, count, hits.size() > count);
    }

    private boolean isHit(String text) {
        if (wanted.isEmpty() && unwanted.isEmpty()) {
            return true;
        }
        var folded = Fold.text(text);
        return wanted.stream().allMatch(folded::contains) && unwanted.stream().noneMatch(folded::contains);
    }

    private LogHit hit(long row, String text) {
        return new LogHit(LogRow.event(row), LogRow.place(row), new Marking(text, query.terms()).snippet());
    }
}
