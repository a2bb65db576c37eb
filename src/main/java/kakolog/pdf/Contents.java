package kakolog.pdf;

import java.util.List;

/**
 * What a PDF says, page by page.
 *
 * @param pages how many it has; 0 where that could not be found out
 * @param texts of its first pages, empty strings for pages without text; fewer than the pages where the reading ended early
 * @param outcome how the reading ended
 */
public record Contents(int pages, List<String> texts, Outcome outcome) {
    public Contents {
        texts = List.copyOf(texts);
    }
}
