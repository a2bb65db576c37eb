package kakolog.search;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.function.ToIntFunction;
import kakolog.id.Snowflake;
import kakolog.text.Fold;

/**
 * Takes in the messages of one evening, whose places are their numbers, and writes them as a segment; in parts that are put
 * together at the end, where they have more tokens than the heap is to hold.
 */
final class NewSegment {
    private final Segments segments;
    private final NewPostings postings;
    private final Set<Integer> parts = new HashSet<>();
    private int[] authors = new int[64];
    private int span;

    /** @param mostHeld how many postings are held before they are written as a part */
    NewSegment(Segments segments, int mostHeld) {
        this.segments = segments;
        this.postings = new NewPostings(mostHeld);
    }

    /**
     * @param author gives what the index calls somebody
     * @throws IllegalArgumentException where places do not go up, or there is no such place
     */
    void add(Iterator<LogEntry> entries, ToIntFunction<Snowflake> author) {
        entries.forEachRemaining(entry -> add(entry, author.applyAsInt(entry.author())));
    }

    private void add(LogEntry entry, int author) {
        int place = entry.place();
        if (place < span || place >= LogRow.PLACES) {
            throw new IllegalArgumentException(
                    "places go up to " + (LogRow.PLACES - 1) + ", but " + place + " comes after " + (span - 1));
        }
        if (place >= authors.length) {
            authors = Arrays.copyOf(authors, Math.max(place + 1, authors.length * 2));
        }
        authors[place] = author;
        span = place + 1;
        LogTokens.of(Fold.text(entry.words()), token -> add(token, place));
        entry.has().forEach(trait -> add(LogTokens.of(trait), place));
    }

    private void add(long token, int place) {
        if (postings.areFull()) {
            parts.add(segments.add(postings, 0));
        }
        postings.add(token, place);
    }

    int span() {
        return span;
    }

    /** As {@link Authors} has them. */
    byte[] authors() {
        return Authors.written(Arrays.copyOf(authors, span));
    }

    /** Each once, as {@link Numbers}. */
    byte[] distinctAuthors() {
        return Numbers.of(Arrays.stream(authors, 0, span)
                .filter(author -> author != Authors.NOBODY)
                .distinct()
                .sorted()
                .toArray());
    }

    /** @return the number of the segment, which another may have had before */
    int write() {
        if (parts.isEmpty()) {
            return segments.add(postings, span);
        }
        parts.add(segments.add(postings, 0));
        return segments.join(parts, span);
    }
}
