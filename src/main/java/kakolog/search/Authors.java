package kakolog.search;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kakolog.search.Evenings.Evening;
import org.jdbi.v3.core.Handle;

/** Who is meant by a name, going by what people are called in the evenings that a searcher may read. */
final class Authors {
    /** Up to so many evenings a look at each of them for a name is cheaper than one at all that have it. */
    private static final int FEW = 30;

    private final Handle handle;
    private final Evenings evenings;
    private final Set<Evening> readable;

    Authors(Handle handle, Evenings evenings, Set<Evening> readable) {
        this.handle = handle;
        this.evenings = evenings;
        this.readable = readable;
    }

    /** The numbers of all who are meant by one of these folded names. */
    Set<Integer> named(Set<String> names) {
        var authors = new TreeSet<Integer>();
        names.forEach(name -> authors.addAll(named(name)));
        return authors;
    }

    /** Who is called so; if nobody, whose name begins so; if nobody, in whose name it is. */
    private List<Integer> named(String name) {
        for (var condition : List.of("folded = :name", "instr(folded, :name) = 1", "instr(folded, :name) > 1")) {
            var authors = called(condition, name);
            if (!authors.isEmpty()) {
                return authors;
            }
        }
        return List.of();
    }

    private List<Integer> called(String condition, String name) {
        var select = "select distinct speaker from name where " + condition;
        if (readable.size() == evenings.all().size()) {
            return handle.createQuery(select)
                    .bind("name", name)
                    .mapTo(Integer.class)
                    .list();
        }
        // The + keeps SQLite from looking for each evening.
        return handle.createQuery(select + " and exists (select 1 from called where called.name = name.id and "
                        + (readable.size() > FEW ? "+" : "")
                        + "evening in (select value from json_each(:evenings)))")
                .bind("name", name)
                .bind("evenings", lows())
                .mapTo(Integer.class)
                .list();
    }

    private String lows() {
        return readable.stream()
                .map(evening -> String.valueOf(evening.low()))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
