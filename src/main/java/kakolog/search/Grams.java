package kakolog.search;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kakolog.text.Fold;

/**
 * The tokens of the full-text index: each two neighbouring letters or digits, and each character alone. For most terms
 * they only name candidates; whether the term is really there is for {@code instr} to say.
 *
 * <p>Every character has a token, so that one kanji, {@code ++} or an emoji is looked up and not scanned for; a prefix
 * query in place of the single characters merges all bigrams that begin with one. Signs of ASCII, which no tokenizer
 * takes, and words of the context stand in Unicode's private use area, where own words have nothing longer than a
 * character.
 */
final class Grams {
    private static final String CONTEXT = "\uE000";
    private static final int ASCII_SIGNS = 0xE100;

    private Grams() {}

    /** What is written into the index for a document, separated by spaces. */
    static String ofDocument(String ownFolded, String contextFolded) {
        var tokens = all(ownFolded);
        all(contextFolded).forEach(gram -> tokens.add(CONTEXT + gram));
        return String.join(" ", tokens);
    }

    private static Set<String> all(String folded) {
        var grams = new LinkedHashSet<>(Fold.bigrams(folded));
        singles(folded).forEach(grams::add);
        return grams;
    }

    /** Each character alone, a sign of ASCII in disguise. */
    static Stream<String> singles(String folded) {
        return folded.codePoints()
                .filter(c -> !Character.isWhitespace(c))
                .map(c -> c < 0x80 && !Character.isLetterOrDigit(c) ? ASCII_SIGNS + c : c)
                .mapToObj(Character::toString);
    }

    /**
     * Whether a document that has the term's tokens has the term: the tokens of one or two letters are no more and no
     * less than that.
     */
    static boolean areExact(String term) {
        return term.codePointCount(0, term.length()) <= 2 && term.codePoints().allMatch(Character::isLetterOrDigit);
    }

    /**
     * The MATCH expression for documents that may have every term among their own and their context's words, one of them
     * at least among their own. Tokens are quoted, so that nothing typed is ever taken for FTS5's syntax.
     */
    static String match(SearchQuery query) {
        var excluded = query.excluded().stream()
                .filter(Grams::areExact)
                .map(Grams::anywhere)
                .toList();
        var wanted = match(query.terms());
        return excluded.isEmpty() ? wanted : "(" + wanted + ") NOT (" + String.join(" OR ", excluded) + ")";
    }

    private static String match(List<String> terms) {
        var own = String.join(" OR ", terms.stream().map(Grams::own).toList());
        return terms.size() == 1
                ? own
                : Stream.concat(terms.stream().map(Grams::anywhere), Stream.of("(" + own + ")"))
                        .collect(Collectors.joining(" AND "));
    }

    private static String own(String term) {
        return allOf(ofTerm(term), "");
    }

    private static String anywhere(String term) {
        return "(" + own(term) + " OR " + allOf(ofTerm(term), CONTEXT) + ")";
    }

    private static String allOf(Collection<String> grams, String prefix) {
        return grams.stream()
                .map(gram -> '"' + prefix + gram.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(" AND ", "(", ")"));
    }

    /** The fewest tokens that say all the index can say: no character alone that a bigram holds. */
    private static Set<String> ofTerm(String term) {
        var grams = new LinkedHashSet<String>();
        for (String run : Fold.runs(term)) {
            var bigrams = Fold.bigrams(run);
            grams.addAll(bigrams.size() == 1 ? bigrams : bigrams.subList(0, bigrams.size() - 1));
        }
        singles(term)
                .filter(single -> !Character.isLetterOrDigit(single.codePointAt(0)))
                .forEach(grams::add);
        return grams;
    }
}
