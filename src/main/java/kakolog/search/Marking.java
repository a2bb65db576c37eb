package kakolog.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import kakolog.text.Fold;
import kakolog.text.Folded;

/** A text as written, with the places where the searched words stand in it. */
final class Marking {
    private static final int SNIPPET_LENGTH = 60;
    private static final int BEFORE_HIT = 20;

    private final String original;
    private final BitSet marked;

    Marking(String original, List<String> terms) {
        this.original = original;
        this.marked = new BitSet(original.length());
        var folded = Fold.of(original);
        terms.forEach(term -> mark(folded, term));
    }

    private void mark(Folded folded, String term) {
        int at = folded.text().indexOf(term);
        while (at >= 0) {
            int end = at + term.length();
            marked.set(folded.startOf(at), folded.endOf(end));
            at = folded.text().indexOf(term, end);
        }
    }

    List<Span> whole() {
        return spans(0, original.length());
    }

    /** About 60 characters around the first hit, or the first 60 where there is none; … stands for what is left out. */
    List<Span> snippet() {
        int hit = Math.max(0, marked.nextSetBit(0));
        int end = Math.min(original.length(), Math.max(0, hit - BEFORE_HIT) + SNIPPET_LENGTH);
        int start = whole(Math.max(0, Math.min(hit - BEFORE_HIT, end - SNIPPET_LENGTH)));
        end = whole(end);
        var spans = new ArrayList<Span>();
        if (start > 0) {
            spans.add(new Span("…", false));
        }
        spans.addAll(spans(start, end));
        if (end < original.length()) {
            spans.add(new Span("…", false));
        }
        return spans;
    }

    /** This position, or the one before it where it would cut a character in half. */
    private int whole(int position) {
        boolean inPair = position > 0
                && position < original.length()
                && Character.isSurrogatePair(original.charAt(position - 1), original.charAt(position));
        return inPair ? position - 1 : position;
    }

    private List<Span> spans(int start, int end) {
        var spans = new ArrayList<Span>();
        int next;
        for (int at = start; at < end; at = next) {
            boolean isMarked = marked.get(at);
            int change = isMarked ? marked.nextClearBit(at) : marked.nextSetBit(at);
            next = change < 0 ? end : Math.min(change, end);
            spans.add(new Span(original.substring(at, next), isMarked));
        }
        return spans;
    }
}
