package kakolog.search;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kakolog.text.Fold;
import org.jdbi.v3.core.Handle;

/** Answers one query of one searcher within one read transaction. */
final class LogFinder {
    /** As many candidates are looked at together: few enough to stop soon, many enough for one question to the store. */
    private static final int LEAST_AT_ONCE = 64;

    private static final int MOST_AT_ONCE = 512;

    /** Those of four evenings, which have seldom as many. */
    private static final int FEW_ROWS = 8192;

    /**
     * How many candidates of a quick expression are looked at before those of a slower one are, and how many more for each
     * hit that is counted. It was measured: a look costs about 1.5 µs, and so does putting together two of the slow ones.
     */
    private static final int PATIENCE = 5000;

    private static final int PATIENCE_FOR_A_HIT = 10;

    private final Handle handle;
    private final LogWords words;
    private final SearchQuery query;
    private final int most;
    private List<String> wanted;
    private final List<String> unwanted;
    private final List<Long> hits = new ArrayList<>();
    private final Map<Long, String> texts = new HashMap<>();

    LogFinder(Handle handle, LogWords words, SearchQuery query, int most) {
        this.handle = handle;
        this.words = words;
        this.query = query;
        this.most = most;
        this.wanted = inexact(query.terms());
        this.unwanted = inexact(query.excluded());
    }

    private static List<String> inexact(List<String> terms) {
        return terms.stream().filter(term -> !LogTokens.areExact(term)).toList();
    }

    /** This stretch of the hits, of which so many at most are counted and reached. */
    LogResults find(Evenings evenings, Set<String> audienceKeys, int offset, int limit) {
        if (!isAnswered()) {
            return LogResults.NONE;
        }
        var readable = evenings.readable(audienceKeys);
        var stretches = Stretches.of(query, evenings, readable);
        if (stretches.isEmpty()) {
            return LogResults.NONE;
        }
        var authors = query.speakers().isEmpty()
                ? Set.<Integer>of()
                : new Authors(handle, evenings, readable).named(query.speakers());
        if (authors.isEmpty() && !query.speakers().isEmpty()) {
            return LogResults.NONE;
        }
        try {
            boolean narrow = rows(stretches) <= FEW_ROWS;
            wanted = narrow ? query.terms() : wanted;
            var grams = new LogGrams(query, authors, evenings.frequent(), narrow);
            collect(grams, stretches);
        } catch (SQLException failed) {
            throw new IllegalStateException("searching the logs", failed);
        }
        return page(offset, limit);
    }

    private static long rows(List<LogRow.Range> stretches) {
        return stretches.stream()
                .mapToLong(stretch -> stretch.high() - stretch.low() + 1)
                .sum();
    }

    /** Words are enough, and so is who, what or when; "in the logs" alone or "without this word" alone is not. */
    private boolean isAnswered() {
        return (query.kinds().isEmpty() || query.kinds().contains(Kind.LOG))
                && (!query.terms().isEmpty() || query.choosesMessages());
    }

    private void collect(LogGrams grams, List<LogRow.Range> stretches) throws SQLException {
        var left = stretches;
        if (grams.canBeQuicker()) {
            try (var candidates = new Candidates(handle.getConnection(), grams.match(true), left)) {
                collect(candidates, PATIENCE + PATIENCE_FOR_A_HIT * most);
                left = candidates.left();
            }
        }
        if (hits.size() <= most && !left.isEmpty()) {
            try (var candidates = new Candidates(handle.getConnection(), grams.match(false), left)) {
                collect(candidates, Integer.MAX_VALUE);
            }
        }
    }

    /** Looks at no more than about so many candidates. */
    private void collect(Candidates candidates, int patience) throws SQLException {
        int seen = 0;
        while (hits.size() <= most && seen < patience) {
            var rows = candidates.next(Math.max(LEAST_AT_ONCE, Math.min(most + 1 - hits.size(), MOST_AT_ONCE)));
            if (rows.isEmpty()) {
                return;
            }
            seen += rows.size();
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

    private boolean isHit(String text) {
        if (wanted.isEmpty() && unwanted.isEmpty()) {
            return true;
        }
        var folded = Fold.text(text);
        return wanted.stream().allMatch(folded::contains) && unwanted.stream().noneMatch(folded::contains);
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
