package kakolog.search;

import java.util.List;

/**
 * One page of hits, newest first.
 *
 * @param count of all that this searcher may find, as far as they were counted: at most {@link #MOST}
 * @param more whether there are more than that; the hits beyond are not reached by any offset
 */
public record SearchResults(List<Hit> hits, int count, boolean more) {
    /** Counting on costs time and tells nobody anything: "1000+". */
    public static final int MOST = 1000;

    /** Beside two other groups nobody needs to know more than "100+", and counting is most of the work. */
    static final int MOST_IN_A_GROUP = 100;

    static final SearchResults NONE = new SearchResults(List.of(), 0, false);

    public SearchResults {
        hits = List.copyOf(hits);
    }
}
