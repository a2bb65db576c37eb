package kakolog.search;

import java.util.List;
import kakolog.id.EventSlug;

/**
 * A message that a search has found.
 *
 * @param snippet about 60 characters around the first word found, those searched for marked
 */
public record LogHit(EventSlug event, int place, List<Span> snippet) {
    public LogHit {
        snippet = List.copyOf(snippet);
    }
}
