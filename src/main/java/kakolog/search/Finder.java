package kakolog.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Answers one query of one searcher within one read transaction. */
final class Finder {
    private final Handle handle;
    private final SearchQuery query;
    private final Set<String> audiences;

    Finder(Handle handle, SearchQuery query, Set<String> audiences) {
        this.handle = handle;
        this.query = query;
        this.audiences = audiences;
    }

    /** This stretch of the hits of these kinds, of which no more than so many are counted and reached. */
    SearchResults find(Set<Kind> kinds, int offset, int limit, int most) {
        if (query.terms().isEmpty() || query.isOnlyForLogs() || audiences.isEmpty()) {
            return SearchResults.NONE;
        }
        var rows = rows(kinds, most);
        var reachable = rows.subList(0, Math.min(rows.size(), most));
        var page = reachable.stream().skip(offset).limit(limit).toList();
        return new SearchResults(hits(page), reachable.size(), rows.size() > reachable.size());
    }

    /** The rows of these kinds that this searcher may find, newest first, one more than are ever counted. */
    private List<Long> rows(Set<Kind> kinds, int most) {
        return kinds.stream()
                .filter(kind -> query.kinds().isEmpty() || query.kinds().contains(kind))
                .flatMap(kind -> rows(kind, most).stream())
                .sorted(RowIds.NEWEST_FIRST)
                .limit(most + 1L)
                .toList();
    }

    private List<Long> rows(Kind kind, int most) {
        var range = range(kind);
        var conditions = new Conditions(query, audiences);
        var select = handle.createQuery("""
                        select document.id
                        from fts cross join document on document.id = fts.rowid
                        where fts match :match and fts.rowid between :low and :high and
                        """ + conditions.sql() + " order by fts.rowid limit :most")
                .bind("match", Grams.match(query))
                .bind("low", range.low())
                .bind("high", range.high())
                .bind("most", most + 1);
        return conditions.bindTo(select).mapTo(Long.class).list();
    }

    /** Where to look: for an event's documents not among those of all other evenings. */
    private RowIds range(Kind kind) {
        var range = RowIds.of(kind, query.period());
        if (query.events().isEmpty()) {
            return range;
        }
        return handle.createQuery("""
                        select coalesce(min(id), 1) as low, coalesce(max(id), 0) as high
                        from document where source in (<sources>) and id between :low and :high
                        """)
                .bindList("sources", Conditions.sources(query))
                .bind("low", range.low())
                .bind("high", range.high())
                .map((row, context) -> new RowIds(row.getLong("low"), row.getLong("high")))
                .one();
    }

    /** What these rows show, in their order. */
    private List<Hit> hits(List<Long> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var hits = new HashMap<Long, Hit>();
        handle.createQuery("""
                        select id, key, kind, source, date, path, title, context, body, has_link
                        from document where id in (<rows>)
                        """)
                .bindList("rows", rows)
                .map((row, context) -> hits.put(row.getLong("id"), hit(row)))
                .list();
        return rows.stream().map(hits::get).toList();
    }

    private Hit hit(ResultSet row) throws SQLException {
        return new Hit(
                row.getString("key"),
                Kind.valueOf(row.getString("kind")),
                row.getString("source"),
                row.getObject("date") == null ? null : LocalDate.ofEpochDay(row.getLong("date")),
                row.getString("path"),
                row.getString("context"),
                row.getBoolean("has_link"),
                new Marking(row.getString("title"), query.terms()).whole(),
                new Marking(row.getString("body"), query.terms()).snippet());
    }
}
