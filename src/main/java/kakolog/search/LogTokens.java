package kakolog.search;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * The tokens of a message, as numbers of 42 bits: each two neighbouring letters or digits, each character alone, and each
 * trait.
 */
final class LogTokens {
    private static final int CHARACTER_BITS = 21;

    /** How many bits a token has at most. */
    static final int BITS = 2 * CHARACTER_BITS;

    private LogTokens() {}

    /** Gives all of a folded text, some of them more than once. */
    static void of(String folded, LongConsumer consumer) {
        int before = ' ';
        int next;
        for (int at = 0; at < folded.length(); at = next) {
            int character = folded.codePointAt(at);
            next = at + Character.charCount(character);
            if (character != ' ') {
                consumer.accept(of(character, 0));
            }
            if (areTogether(before, character)) {
                consumer.accept(of(before, character));
            }
            before = character;
        }
    }

    /** No text has it: where others have their first character, this has none. */
    static long of(Trait trait) {
        return switch (trait) {
            case LINK -> 1;
            case IMAGE -> 2;
            case FILE -> 3;
            case CODE -> 4;
        };
    }

    private static long of(int character, int following) {
        return ((long) character << CHARACTER_BITS) | following;
    }

    private static boolean areTogether(int character, int following) {
        return Character.isLetterOrDigit(character) && Character.isLetterOrDigit(following);
    }

    /** Whether it takes no look at a message that has the tokens of a term to know that it has the term. */
    static boolean areExact(String term) {
        int first = term.codePointAt(0);
        return switch (term.codePointCount(0, term.length())) {
            case 1 -> first != ' ';
            case 2 -> areTogether(first, term.codePointBefore(term.length()));
            default -> false;
        };
    }

    /** The fewest tokens that say all the index can say of a folded term: no character alone that stands in a pair. */
    static Set<Long> ofTerm(String term) {
        var tokens = new LinkedHashSet<Long>();
        var characters = term.codePoints().toArray();
        boolean isInPair = false;
        for (int at = 0; at < characters.length; at++) {
            boolean goesOn = at + 1 < characters.length && areTogether(characters[at], characters[at + 1]);
            if (goesOn) {
                tokens.add(of(characters[at], characters[at + 1]));
            } else if (!isInPair && characters[at] != ' ') {
                tokens.add(of(characters[at], 0));
            }
            isInPair = goesOn;
        }
        return tokens;
    }
}
