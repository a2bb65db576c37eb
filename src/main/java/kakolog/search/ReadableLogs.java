package kakolog.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** What a searcher may see of the logs, by evenings: their rows, and what people are called in them. */
final class ReadableLogs {
    private final Handle handle;
    private final Set<String> audienceKeys;

    ReadableLogs(Handle handle, Set<String> audienceKeys) {
        this.handle = handle;
        this.audienceKeys = audienceKeys;
    }

    /**
     * The rows of the evenings that are readable and asked for, going up. Evenings between which there is no other one make
     * one stretch, so that who may read all of them has a single one.
     */
    List<LogRow.Range> ranges(SearchQuery query) {
        if (audienceKeys.isEmpty()) {
            return List.of();
        }
        var period = LogRow.range(query.period());
        var events = query.events().stream()
                .filter(LogRow::canHold)
                .map(event -> LogRow.range(event).low())
                .toList();
        if (events.isEmpty() && !query.events().isEmpty()) {
            return List.of();
        }
        var select = handle.createQuery("""
                        with candidate as (
                          select low, high, audience in (select audience from opener where key in (<keys>))
                        """ + (events.isEmpty() ? "" : "and low in (<events>)") + """
                           as wanted
                          from evening where low between :low and :high
                        ), numbered as (
                          select low, high, wanted, sum(not wanted) over (order by low) as gaps from candidate
                        )
                        select min(low) as low, max(high) as high from numbered where wanted group by gaps order by 1
                        """)
                .bindList("keys", List.copyOf(audienceKeys))
                .bind("low", period.low())
                .bind("high", period.high());
        if (!events.isEmpty()) {
            select.bindList("events", events);
        }
        return select.map((row, context) -> new LogRow.Range(row.getLong("low"), row.getLong("high")))
                .list();
    }

    /** The numbers of all who are meant by one of these folded names. */
    List<Integer> authors(Set<String> names) {
        var authors = new TreeSet<Integer>();
        names.forEach(name -> authors.addAll(authors(name)));
        return new ArrayList<>(authors);
    }

    /** Who is called so; if nobody, whose name begins so; if nobody, in whose name it is. */
    private List<Integer> authors(String name) {
        for (var condition : List.of("folded = :name", "instr(folded, :name) = 1", "instr(folded, :name) > 1")) {
            var authors = called(condition, name);
            if (!authors.isEmpty()) {
                return authors;
            }
        }
        return List.of();
    }

    private List<Integer> called(String condition, String name) {
        return handle.createQuery("""
                        select distinct speaker from name
                        where
                        """ + condition + """
                         and exists (
                          select 1 from called cross join evening on evening.low = called.evening
                          where called.name = name.id
                            and evening.audience in (select audience from opener where key in (<keys>))
                        )
                        """)
                .bindList("keys", List.copyOf(audienceKeys))
                .bind("name", name)
                .mapTo(Integer.class)
                .list();
    }
}
