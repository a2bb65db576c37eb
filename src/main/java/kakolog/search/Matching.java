package kakolog.search;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which messages of a segment may answer a query by what they have, going from the rarest token to the commonest. Tokens of
 * terms that are not exact, by {@link LogTokens}, are left out where it is cheaper to look at the messages themselves.
 */
final class Matching {
    /** A list of numbers takes about as long to read as so many messages do to be looked at, and one more for each so many. */
    private static final int FEW = 20;

    private static final int NUMBERS_FOR_A_LOOK = 700;

    /** To look at so many takes a few milliseconds. */
    private static final int MANY = 1000;

    /** Of the terms that are not exact, so that no query reads more than a few megabytes. */
    private static final int MOST_TOKENS = 12;

    private final Set<Long> exact;
    private final Set<Long> inexact;
    private final Set<Long> excluded;

    Matching(SearchQuery query) {
        this.exact = query.terms().stream()
                .filter(LogTokens::areExact)
                .flatMap(term -> LogTokens.ofTerm(term).stream())
                .collect(Collectors.toCollection(HashSet::new));
        query.traits().forEach(trait -> exact.add(LogTokens.of(trait)));
        this.inexact = query.terms().stream()
                .filter(term -> !LogTokens.areExact(term))
                .flatMap(term -> LogTokens.ofTerm(term).stream())
                .filter(token -> !exact.contains(token))
                .collect(Collectors.toSet());
        this.excluded = query.excluded().stream()
                .filter(LogTokens::areExact)
                .flatMap(term -> LogTokens.ofTerm(term).stream())
                .collect(Collectors.toSet());
    }

    /** Whether it asks nothing of a message, so that numbers of no message come too. */
    boolean isForAll() {
        return exact.isEmpty() && inexact.isEmpty();
    }

    /** Those among these. */
    BitSet in(Segment segment, BitSet readable) throws SQLException {
        var messages = messages(segment);
        var found = readable;
        int before = Integer.MAX_VALUE;
        for (long token : byRarity(messages)) {
            int left = found.cardinality();
            if (exact.contains(token) || isWorthReading(messages.get(token), left, before)) {
                found = Numbers.among(found, segment.numbers(token));
                before = left;
            }
            if (found.isEmpty()) {
                return found;
            }
        }
        for (long token : excluded) {
            Numbers.takeFrom(found, segment.numbers(token));
        }
        return found;
    }

    /**
     * Whether to go through a token's messages rather than to look at all that are left. Where the one before took few away,
     * those after it, which are commoner, will not take many either.
     */
    private static boolean isWorthReading(int messages, int left, int before) {
        boolean hasTakenFew = left > before / 10 * 9;
        return left > FEW + messages / NUMBERS_FOR_A_LOOK && (left > MANY || !hasTakenFew);
    }

    private Map<Long, Integer> messages(Segment segment) throws SQLException {
        var messages = new HashMap<Long, Integer>();
        for (var tokens : List.of(exact, inexact)) {
            for (long token : tokens) {
                messages.put(token, segment.messages(token));
            }
        }
        return messages;
    }

    private List<Long> byRarity(Map<Long, Integer> messages) {
        var wanted = new ArrayList<>(exact);
        rarest(inexact, messages).stream().limit(MOST_TOKENS).forEach(wanted::add);
        return rarest(wanted, messages);
    }

    private static List<Long> rarest(Collection<Long> tokens, Map<Long, Integer> messages) {
        return tokens.stream().sorted(Comparator.comparing(messages::get)).toList();
    }
}
