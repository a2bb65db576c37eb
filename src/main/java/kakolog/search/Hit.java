package kakolog.search;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document that a search has found, ready to be shown.
 *
 * @param title the whole title, its hits marked
 * @param snippet about 60 characters of the body around the first hit there, its hits marked
 */
public record Hit(
        String key,
        Kind kind,
        String source,
        @Nullable LocalDate date,
        String path,
        String context,
        boolean hasLink,
        List<Span> title,
        List<Span> snippet) {
    public Hit {
        title = List.copyOf(title);
        snippet = List.copyOf(snippet);
    }
}
