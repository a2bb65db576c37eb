package kakolog.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

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

    /** The rows of these kinds that this searcher may find, newest first, one more than are ever counted. */
    List<Long> rows(Set<Kind> kinds) {
        return kinds.stream()
                .filter(kind -> query.kinds().isEmpty() || query.kinds().contains(kind))
                .flatMap(kind -> rows(kind).stream())
                .sorted(RowIds.NEWEST_FIRST)
                .limit(SearchResults.MOST + 1L)
                .toList();
    }

    private List<Long> rows(Kind kind) {
        var range = range(kind);
        var select = handle.createQuery("""
                        select document.id
                        from fts cross join document on document.id = fts.rowid
                        where fts match :match and fts.rowid between :low and :high and %s
                        order by fts.rowid desc
                        limit :most
                        """.formatted(where()))
                .bind("match", Grams.match(query.terms()))
                .bind("low", range.low())
                .bind("high", range.high())
                .bind("most", SearchResults.MOST + 1);
        return bound(select).mapTo(Long.class).list();
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
                .bindList("sources", sources())
                .bind("low", range.low())
                .bind("high", range.high())
                .map((row, context) -> new RowIds(row.getLong("low"), row.getLong("high")))
                .one();
    }

    private List<String> sources() {
        return query.events().stream().map(slug -> "events/" + slug).toList();
    }

    /** The conditions on a candidate, the cheapest first; each names what {@link #bound} gives it. */
    private String where() {
        var all = new ArrayList<String>();
        all.add("document.audience in (<audiences>)");
        if (query.hasLink()) {
            all.add("document.has_link = 1");
        }
        if (!query.events().isEmpty()) {
            all.add("document.source in (<sources>)");
        }
        all.add(each(query.terms(), "instr(document.own_folded, :term%d) > 0", " or "));
        if (query.terms().size() > 1) {
            all.add(each(
                    query.terms(),
                    "(instr(document.own_folded, :term%1$d) > 0 or instr(document.context_folded, :term%1$d) > 0)",
                    " and "));
        }
        if (!query.excluded().isEmpty()) {
            all.add(each(
                    query.excluded(),
                    "instr(document.own_folded, :not%1$d) = 0 and instr(document.context_folded, :not%1$d) = 0",
                    " and "));
        }
        return String.join(" and ", all);
    }

    private static String each(List<String> terms, String condition, String between) {
        return IntStream.range(0, terms.size())
                .mapToObj(condition::formatted)
                .collect(Collectors.joining(between, "(", ")"));
    }

    private Query bound(Query select) {
        select.bindList("audiences", List.copyOf(audiences));
        if (!query.events().isEmpty()) {
            select.bindList("sources", sources());
        }
        for (int i = 0; i < query.terms().size(); i++) {
            select.bind("term" + i, query.terms().get(i));
        }
        for (int i = 0; i < query.excluded().size(); i++) {
            select.bind("not" + i, query.excluded().get(i));
        }
        return select;
    }

    /** What these rows show, in their order. */
    List<Hit> hits(List<Long> rows) {
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
