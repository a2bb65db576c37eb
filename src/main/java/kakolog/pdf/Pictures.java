package kakolog.pdf;

import java.util.List;

/**
 * Which pages of those asked for have pictures now.
 *
 * @param pages from 1, ascending
 * @param outcome how the drawing of them ended
 */
public record Pictures(List<Integer> pages, Outcome outcome) {
    public Pictures {
        pages = List.copyOf(pages);
    }
}
