package kakolog.text;

import java.util.Arrays;

/**
 * Text as {@link Fold} leaves it, with the way back: where each of its characters stood in the original. Immutable.
 * Positions count {@code char}s, in both texts.
 */
public final class Folded {
    private final String text;
    private final int[] origins;
    private final int originalLength;

    Folded(String text, int[] origins, int originalLength) {
        this.text = text;
        this.origins = Arrays.copyOf(origins, text.length());
        this.originalLength = originalLength;
    }

    public String text() {
        return text;
    }

    /** Where the character at this position of the folded text begins in the original. */
    public int startOf(int position) {
        return origins[position];
    }

    /**
     * Where a stretch that ends before this position of the folded text ends in the original. A character that folded
     * into several (㍻ into 平成) is never cut, and what was dropped belongs to the character before it.
     *
     * @param end 1 to the length of the folded text
     */
    public int endOf(int end) {
        int next = end;
        while (next < origins.length && origins[next] == origins[end - 1]) {
            next++;
        }
        return next < origins.length ? origins[next] : originalLength;
    }

    @Override
    public String toString() {
        return text;
    }
}
