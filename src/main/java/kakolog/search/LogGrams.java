package kakolog.search;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kakolog.text.Fold;

/**
 * The tokens of a message: those of its words, its author's number, its traits, and one that every message has. All but
 * those of words begin with a character of Unicode's private use area and go on, as no token of words does.
 */
final class LogGrams {
    private static final String EVERY = "\uE001";
    private static final String AUTHOR = "\uE002";
    private static final String TRAIT = "\uE003";

    private LogGrams() {}

    /** What is written into the index for a message, separated by spaces. */
    static String of(LogEntry entry, int author) {
        var tokens = Grams.all(Fold.text(entry.words()));
        tokens.add(every());
        tokens.add(author(author));
        entry.has().forEach(trait -> tokens.add(trait(trait)));
        return String.join(" ", tokens);
    }

    /** The MATCH expression for all messages of an author. */
    static String ofAuthor(int author) {
        return quoted(author(author));
    }

    /**
     * The MATCH expression for the messages that may answer a query.
     *
     * @param authors any of whom may have written it; empty for anybody
     */
    static String match(SearchQuery query, Collection<Integer> authors) {
        var wanted = Stream.of(
                        query.terms().stream().map(Grams::own),
                        query.traits().stream().map(LogGrams::trait).map(LogGrams::quoted),
                        anyOf(authors.stream().map(LogGrams::ofAuthor).toList()))
                .flatMap(part -> part)
                .collect(Collectors.joining(" AND "));
        var excluded = query.excluded().stream()
                .filter(Grams::areExact)
                .map(Grams::own)
                .toList();
        var match = wanted.isEmpty() ? quoted(every()) : wanted;
        return excluded.isEmpty() ? match : "(" + match + ") NOT (" + String.join(" OR ", excluded) + ")";
    }

    private static Stream<String> anyOf(List<String> tokens) {
        return tokens.isEmpty() ? Stream.of() : Stream.of("(" + String.join(" OR ", tokens) + ")");
    }

    private static String every() {
        return EVERY + "m";
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
        return '"' + token + '"';
    }
}
