package kakolog.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kakolog.text.Fold;

/**
 * The tokens of a message: those of its words, its author's number, its traits, and one that every message has. All but
 * those of words begin with a character of Unicode's private use area and go on, as no token of words does.
 *
 * <p>Of words there are each two neighbouring letters or digits, the last of each run alone, and each character alone that
 * is not one of the commonest: kana, letters and digits of ASCII would take a fifth of the index. One of them is looked for
 * by all tokens that begin with it, which SQLite puts together in time that grows with how often it occurs.
 */
final class LogGrams {
    private static final String EVERY = quoted("\uE001m");
    private static final String AUTHOR = "\uE002";
    private static final String TRAIT = "\uE003";

    private LogGrams() {}

    /** What is written into the index for a message, separated by spaces. */
    static String of(LogEntry entry, int author) {
        var folded = Fold.text(entry.words());
        var tokens = new LinkedHashSet<>(Fold.bigrams(folded));
        Grams.singles(folded)
                .filter(single -> !isCommon(single.codePointAt(0)))
                .forEach(tokens::add);
        tokens.add("\uE001m");
        tokens.add(author(author));
        entry.has().forEach(trait -> tokens.add(trait(trait)));
        return String.join(" ", tokens);
    }

    private static boolean isCommon(int c) {
        return Character.isLetterOrDigit(c) && (c < 0x80 || (c >= 0x3041 && c <= 0x30FF));
    }

    /** The MATCH expression for all messages of an author. */
    static String ofAuthor(int author) {
        return quoted(author(author));
    }

    /**
     * Whether it takes no look at a message to know that it has the term: the tokens of two letters, and of one that is not
     * common, are no more and no less than that.
     */
    static boolean areExact(String term) {
        return Grams.areExact(term) && !isOneCommon(term);
    }

    private static boolean isOneCommon(String run) {
        return run.length() == 1 && isCommon(run.charAt(0));
    }

    /** Whether there is a quicker expression, which lets more pass. */
    static boolean canBeQuicker(SearchQuery query) {
        return query.terms().stream().anyMatch(term -> Fold.runs(term).stream().anyMatch(LogGrams::isOneCommon));
    }

    /**
     * The MATCH expression for the messages that may answer a query.
     *
     * @param authors any of whom may have written it; empty for anybody
     * @param quickly whether to leave out the tokens that take long to put together
     */
    static String match(SearchQuery query, Collection<Integer> authors, boolean quickly) {
        var wanted = new LinkedHashSet<String>();
        query.terms().forEach(term -> wanted.addAll(ofTerm(term, quickly)));
        query.traits().forEach(trait -> wanted.add(quoted(trait(trait))));
        if (!authors.isEmpty()) {
            wanted.add(authors.stream().map(LogGrams::ofAuthor).collect(Collectors.joining(" OR ", "(", ")")));
        }
        var match = wanted.isEmpty() ? EVERY : String.join(" AND ", wanted);
        var excluded = query.excluded().stream()
                .filter(LogGrams::areExact)
                .map(LogGrams::quotedTokens)
                .toList();
        return excluded.isEmpty() ? match : "(" + match + ") NOT (" + String.join(" OR ", excluded) + ")";
    }

    private static String quotedTokens(String exact) {
        return String.join(" AND ", ofTerm(exact, false));
    }

    /** The fewest tokens that say all the index can say. */
    private static Set<String> ofTerm(String term, boolean quickly) {
        var tokens = new LinkedHashSet<String>();
        for (var run : Fold.runs(term)) {
            var bigrams = Fold.bigrams(run);
            if (bigrams.size() > 1) {
                tokens.addAll(quoted(bigrams.subList(0, bigrams.size() - 1)));
            } else if (!isOneCommon(run)) {
                tokens.add(quoted(run));
            } else if (!quickly) {
                tokens.add(quoted(run) + " *");
            }
        }
        Grams.singles(term)
                .filter(single -> !Character.isLetterOrDigit(single.codePointAt(0)))
                .forEach(sign -> tokens.add(quoted(sign)));
        return tokens;
    }

    private static List<String> quoted(List<String> tokens) {
        return new ArrayList<>(tokens.stream().map(LogGrams::quoted).toList());
    }

    private static String author(int number) {
        return AUTHOR + Integer.toString(number, Character.MAX_RADIX);
    }

    private static String trait(Trait trait) {
        return TRAIT
                + switch (trait) {
                    case LINK -> 'l';
                    case IMAGE -> 'i';
                    case FILE -> 'f';
                    case CODE -> 'c';
                };
    }

    private static String quoted(String token) {
        return '"' + token.replace("\"", "\"\"") + '"';
    }
}
