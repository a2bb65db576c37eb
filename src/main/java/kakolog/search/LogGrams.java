package kakolog.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kakolog.text.Fold;

/**
 * The MATCH expression for the messages that may answer a query. Tokens are quoted, so that nothing typed is ever taken for
 * FTS5's syntax.
 *
 * <p>A term of three or more letters is looked for in the message itself, so that not all its tokens must be asked for.
 * Those that are in many messages are left out where enough others remain, for FTS5 goes through all that a token has.
 */
final class LogGrams {
    /** Of the tokens of long terms; three seldom meet by chance. */
    private static final int ENOUGH = 3;

    private final SearchQuery query;
    private final Set<Integer> authors;
    private final Map<String, Integer> frequent;
    private final boolean narrow;

    /**
     * @param authors any of whom may have written it; empty for anybody
     * @param frequent in how many messages a token is, where it is in many
     * @param narrow whether so few messages come into question that all terms are looked for in the messages themselves:
     *     one token is asked for then, since FTS5 finds where a token goes on at a row, but the first row that has
     *     several only by going through them from the beginning
     */
    LogGrams(SearchQuery query, Set<Integer> authors, Map<String, Integer> frequent, boolean narrow) {
        this.query = query;
        this.authors = authors;
        this.frequent = frequent;
        this.narrow = narrow;
    }

    /** The expression for all messages of an author. */
    static String ofAuthor(int author) {
        return quoted(LogTokens.of(author));
    }

    /** Whether the quick expression is another than the slow one. */
    boolean canBeQuicker() {
        return !commonLetters().isEmpty();
    }

    /** @param quickly whether to ask for no single common letter: all tokens that begin with it take long to put together */
    String match(boolean quickly) {
        var wanted = new LinkedHashSet<String>();
        ofTerms().forEach(token -> wanted.add(quoted(token)));
        if (!quickly) {
            commonLetters().forEach(letter -> wanted.add(quoted(letter) + " *"));
        }
        query.traits().forEach(trait -> wanted.add(quoted(LogTokens.of(trait))));
        if (!authors.isEmpty()) {
            wanted.add(authors.stream().map(LogGrams::ofAuthor).collect(Collectors.joining(" OR ", "(", ")")));
        }
        return excluding(wanted.isEmpty() ? quoted(LogTokens.EVERY) : String.join(" AND ", wanted));
    }

    private String excluding(String match) {
        var excluded = exact(query.excluded()).stream()
                .flatMap(term -> LogTokens.ofTerm(term).stream())
                .map(LogGrams::quoted)
                .toList();
        return excluded.isEmpty() ? match : "(" + match + ") NOT (" + String.join(" OR ", excluded) + ")";
    }

    private static List<String> exact(Collection<String> terms) {
        return terms.stream().filter(LogTokens::areExact).toList();
    }

    private List<String> ofTerms() {
        var exact = new ArrayList<>(tokens(exact(query.terms())));
        var inexact = tokens(
                query.terms().stream().filter(term -> !LogTokens.areExact(term)).toList());
        if (narrow) {
            exact.addAll(inexact);
            return exact.stream()
                    .sorted(Comparator.comparing(token -> frequent.getOrDefault(token, 0)))
                    .limit(1)
                    .toList();
        }
        exact.addAll(rarest(inexact));
        return exact;
    }

    private static List<String> tokens(List<String> terms) {
        return terms.stream()
                .flatMap(term -> LogTokens.ofTerm(term).stream())
                .distinct()
                .toList();
    }

    private List<String> rarest(List<String> tokens) {
        var rarest = new ArrayList<>(
                tokens.stream().filter(token -> !frequent.containsKey(token)).toList());
        tokens.stream()
                .filter(frequent::containsKey)
                .sorted(Comparator.comparing(frequent::get))
                .limit(Math.max(0, ENOUGH - rarest.size()))
                .forEach(rarest::add);
        return rarest;
    }

    private List<String> commonLetters() {
        return query.terms().stream()
                .flatMap(term -> Fold.runs(term).stream())
                .filter(LogTokens::isOneCommon)
                .distinct()
                .toList();
    }

    private static String quoted(String token) {
        return '"' + token.replace("\"", "\"\"") + '"';
    }
}
