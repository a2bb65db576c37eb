package kakolog.search;

import java.util.LinkedHashSet;
import java.util.Set;
import kakolog.text.Fold;

/**
 * The tokens of a message: those of its words, its author's number, its traits, and one that every message has. All but
 * those of words begin with a character of Unicode's private use area and go on, as no token of words does.
 *
 * <p>Of words there are each two neighbouring letters or digits, the last of each run alone, and each character alone that
 * is not one of the commonest: kana, letters and digits of ASCII would take a fifth of the index.
 */
final class LogTokens {
    static final String EVERY = "\uE001m";

    private static final String AUTHOR = "\uE002";
    private static final String TRAIT = "\uE003";

    private LogTokens() {}

    /** What is written into the index for a message, separated by spaces. */
    static String of(LogEntry entry, int author) {
        var tokens = ofWords(Fold.text(entry.words()));
        tokens.add(EVERY);
        tokens.add(of(author));
        entry.has().forEach(trait -> tokens.add(of(trait)));
        return String.join(" ", tokens);
    }

    private static Set<String> ofWords(String folded) {
        var tokens = new LinkedHashSet<>(Fold.bigrams(folded));
        Grams.singles(folded).filter(single -> !isCommon(single.codePointAt(0))).forEach(tokens::add);
        return tokens;
    }

    static String of(int author) {
        return AUTHOR + Integer.toString(author, Character.MAX_RADIX);
    }

    static String of(Trait trait) {
        return TRAIT
                + switch (trait) {
                    case LINK -> 'l';
                    case IMAGE -> 'i';
                    case FILE -> 'f';
                    case CODE -> 'c';
                };
    }

    /**
     * Whether it takes no look at a message to know that it has the term: the tokens of two letters, and of one that is not
     * common, are no more and no less than that.
     */
    static boolean areExact(String term) {
        return Grams.areExact(term) && !isOneCommon(term);
    }

    /** Whether this is a letter that has no token of its own, but where it ends a run. */
    static boolean isOneCommon(String run) {
        return run.length() == 1 && isCommon(run.charAt(0));
    }

    private static boolean isCommon(int c) {
        return Character.isLetterOrDigit(c) && (c < 0x80 || (c >= 0x3041 && c <= 0x30FF));
    }

    /** The fewest tokens that say all the index can say of a term, without what a single common letter would say. */
    static Set<String> ofTerm(String term) {
        var tokens = new LinkedHashSet<String>();
        for (var run : Fold.runs(term)) {
            var bigrams = Fold.bigrams(run);
            if (bigrams.size() > 1) {
                tokens.addAll(bigrams.subList(0, bigrams.size() - 1));
            } else if (!isOneCommon(run)) {
                tokens.add(run);
            }
        }
        Grams.singles(term)
                .filter(single -> !Character.isLetterOrDigit(single.codePointAt(0)))
                .forEach(tokens::add);
        return tokens;
    }
}
