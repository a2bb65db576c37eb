package kakolog.search;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kakolog.search.Evenings.Evening;
import org.jdbi.v3.core.Handle;

/**
 * What people are called in which evening, and who wrote there. Asking SQLite for each name that has a letter takes it 20
 * milliseconds for 2,000 people; what was read is kept for as long as it is the same.
 *
 * @param changes of {@link Evenings}
 * @param names by their number
 * @param casts by the evening's serial
 */
record Casts(long changes, Map<Integer, Name> names, Map<Long, Cast> casts) {
    static final Casts UNKNOWN = new Casts(-1, Map.of(), Map.of());

    record Name(String folded, int speaker) {}

    /**
     * Those of an evening.
     *
     * @param names their numbers
     * @param authors the numbers of who wrote
     */
    record Cast(BitSet names, BitSet authors) {
        static final Cast NONE = new Cast(new BitSet(), new BitSet());
    }

    /** Those of the evenings that this transaction sees. */
    Casts asSeenBy(Handle handle, Evenings evenings) {
        if (changes == evenings.changes()) {
            return this;
        }
        var serials = evenings.all().stream().map(Evening::serial).collect(Collectors.toSet());
        var read = new HashMap<>(casts);
        read.keySet().retainAll(serials);
        handle.createQuery("select serial, called, authors from evening")
                .map((row, context) -> read.putIfAbsent(
                        row.getLong("serial"),
                        new Cast(Numbers.read(row.getBytes("called")), Numbers.read(row.getBytes("authors")))))
                .list();
        return new Casts(evenings.changes(), names(handle), read);
    }

    private static Map<Integer, Name> names(Handle handle) {
        var names = new HashMap<Integer, Name>();
        handle.createQuery("select id, folded, speaker from name")
                .map((row, context) ->
                        names.put(row.getInt("id"), new Name(row.getString("folded"), row.getInt("speaker"))))
                .list();
        return names;
    }

    /** The numbers of all who are meant by one of these folded names, going by what people are called in these evenings. */
    BitSet named(Set<String> wanted, List<Evening> readable) {
        var called = new BitSet();
        readable.forEach(evening -> called.or(cast(evening).names()));
        var known = called.stream().mapToObj(names::get).toList();
        var authors = new BitSet();
        wanted.forEach(name -> named(name, known).forEach(authors::set));
        return authors;
    }

    /** Who is called so; if nobody, whose name begins so; if nobody, in whose name it is. */
    private static Set<Integer> named(String wanted, List<Name> known) {
        List<Predicate<Name>> meanings = List.of(
                name -> name.folded().equals(wanted),
                name -> name.folded().startsWith(wanted),
                name -> name.folded().contains(wanted));
        var meant = new HashSet<Integer>();
        for (var meaning : meanings) {
            for (var name : known) {
                if (meaning.test(name)) {
                    meant.add(name.speaker());
                }
            }
            if (!meant.isEmpty()) {
                break;
            }
        }
        return meant;
    }

    /** The evenings in which one of these authors wrote. */
    List<Evening> writtenBy(BitSet authors, List<Evening> evenings) {
        return evenings.stream()
                .filter(evening -> cast(evening).authors().intersects(authors))
                .toList();
    }

    private Cast cast(Evening evening) {
        return casts.getOrDefault(evening.serial(), Cast.NONE);
    }
}
