package kakolog.search;

import java.util.List;

/**
 * A page of the messages found: the newest evening first, in each evening as they were written.
 *
 * @param count of all that this searcher may find, as far as they were counted
 * @param more whether there are more than were counted; no offset reaches them
 */
public record LogResults(List<LogHit> hits, int count, boolean more) {
    static final LogResults NONE = new LogResults(List.of(), 0, false);

    public LogResults {
        hits = List.copyOf(hits);
    }
}
