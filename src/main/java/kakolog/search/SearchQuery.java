package kakolog.search;

import java.util.List;
import java.util.Set;
import kakolog.id.EventSlug;

/**
 * What somebody typed into the search field, understood. All words are folded.
 *
 * @param terms words and phrases that must all be there
 * @param excluded words and phrases that must not
 * @param kinds those named by {@code in:}; empty for any
 * @param events those named by {@code in:}; empty for any
 * @param speakers folded names or parts of names after {@code from:}, any of which must have written it
 * @param period the days allowed by {@code on:}, {@code before:} and {@code after:} together
 * @param traits what it must have, after {@code has:}
 * @param notUnderstood what looked like an operator and was searched as text instead
 * @param truncated whether words were left out, being beyond the bounds of a query
 */
public record SearchQuery(
        List<String> terms,
        List<String> excluded,
        Set<Kind> kinds,
        Set<EventSlug> events,
        Set<String> speakers,
        Period period,
        Set<Trait> traits,
        List<String> notUnderstood,
        boolean truncated) {
    /** In code points, before and after folding. */
    static final int LONGEST = 200;

    /** Words and phrases, the excluded ones with them. */
    static final int MOST_TERMS = 10;

    public SearchQuery {
        terms = List.copyOf(terms);
        excluded = List.copyOf(excluded);
        kinds = Set.copyOf(kinds);
        events = Set.copyOf(events);
        speakers = Set.copyOf(speakers);
        traits = Set.copyOf(traits);
        notUnderstood = List.copyOf(notUnderstood);
    }

    /** Understands any text; nothing that is typed is an error. */
    public static SearchQuery parse(String raw) {
        return QueryReader.read(raw);
    }

    /** Whether it finds nothing because it only says what to leave out, or where and when to look. */
    public boolean onlyNarrows() {
        return terms.isEmpty() && (!excluded.isEmpty() || !kinds.isEmpty() || choosesMessages());
    }

    /**
     * Whether it says more than words do about which messages of the logs are wanted: that is enough to be answered by
     * them, without any word.
     */
    boolean choosesMessages() {
        return !speakers.isEmpty() || !traits.isEmpty() || !events.isEmpty() || !period.isAlways();
    }

    public boolean hasLink() {
        return traits.contains(Trait.LINK);
    }

    /** Whether it asks for what only a message of a log can have. */
    boolean isOnlyForLogs() {
        return !speakers.isEmpty() || !Set.of(Trait.LINK).containsAll(traits);
    }
}
