package kakolog.chat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * A stretch of a text, and where marks in it end. What was looked for once is remembered, so that all looking for one kind
 * of mark together passes the stretch once, however many marks stand open.
 */
final class Stretch {
    /** A kind of mark, by the length of the run of one character that it ends with. */
    enum Ending {
        ONE_STAR('*'),
        TWO_STARS('*'),
        ONE_LINE('_'),
        TWO_LINES('_'),
        TILDES('~'),
        BARS('|'),
        ONE_TICK('`'),
        TWO_TICKS('`'),
        FENCE('`'),
        ANGLE('>');

        private final char of;

        Ending(char of) {
            this.of = of;
        }

        boolean isCode() {
            return of == '`' || of == '>';
        }

        /** Where in a run from {@code at} the mark stands; -1 where not in such a run. */
        int within(int at, int length) {
            return switch (this) {
                case ONE_STAR, ONE_LINE -> length % 2 != 0 ? at + length - 1 : -1;
                case TWO_STARS, TWO_LINES -> length >= 2 ? at + length - 2 : -1;
                case TILDES, BARS -> length >= 2 ? at : -1;
                case ONE_TICK -> length == 1 ? at : -1;
                case TWO_TICKS -> length == 2 ? at : -1;
                case FENCE -> length >= 3 ? at : -1;
                case ANGLE -> at;
            };
        }
    }

    /** @param found -1 where from there on is none */
    private record Looked(int from, int found) {
        boolean holdsFrom(int start) {
            return start >= from && (found < 0 || start <= found);
        }
    }

    private final String text;
    private final int from;
    private final int to;
    private final Work work;
    private final Map<Ending, Looked> looked = new EnumMap<>(Ending.class);
    private int[] partners = {};
    private int runEnd;

    Stretch(String text, int from, int to, Work work) {
        this.text = text;
        this.from = from;
        this.to = to;
        this.work = work;
        this.runEnd = from;
    }

    /** The end of the run of one character that {@code at} stands in. */
    int runEnd(int at) {
        if (at >= runEnd) {
            runEnd = runEndFrom(at);
        }
        return runEnd;
    }

    /** Where the mark stands next, not before {@code start}, which is no place within a run; -1 where nowhere. */
    int next(Ending ending, int start) {
        var known = looked.get(ending);
        if (known == null || !known.holdsFrom(start)) {
            known = new Looked(start, look(ending, start));
            looked.put(ending, known);
        }
        return known.found();
    }

    private int look(Ending ending, int start) {
        int at = start;
        while (at < to) {
            char c = text.charAt(at);
            if (c == '\\' && !ending.isCode()) {
                work.add(2);
                at += 2;
            } else if (c == ending.of) {
                int end = runEndFrom(at);
                int within = ending.within(at, end - at);
                if (within >= 0) {
                    return within;
                }
                at = end;
            } else {
                work.add(1);
                at++;
            }
        }
        return -1;
    }

    private int runEndFrom(int at) {
        int end = at + 1;
        while (end < to && text.charAt(end) == text.charAt(at)) {
            end++;
        }
        work.add(end - at);
        return end;
    }

    /** The bracket that ends what the bracket at {@code at} opens; -1 for none. */
    int partner(int at) {
        if (partners.length == 0) {
            partners = partners();
        }
        return partners[at - from];
    }

    private int[] partners() {
        int[] partnerOf = new int[to - from];
        Arrays.fill(partnerOf, -1);
        int[] squares = new int[to - from];
        int[] rounds = new int[to - from];
        int square = 0;
        int round = 0;
        work.add(to - from);
        for (int at = from; at < to; at++) {
            switch (text.charAt(at)) {
                case '\\' -> at++;
                case '[' -> squares[square++] = at;
                case '(' -> rounds[round++] = at;
                case ']' -> square = close(partnerOf, squares, square, at);
                case ')' -> round = close(partnerOf, rounds, round, at);
                default -> {}
            }
        }
        return partnerOf;
    }

    private int close(int[] partnerOf, int[] open, int count, int at) {
        if (count == 0) {
            return 0;
        }
        partnerOf[open[count - 1] - from] = at;
        return count - 1;
    }
}
