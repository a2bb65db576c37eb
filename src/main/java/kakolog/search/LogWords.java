package kakolog.search;

import java.util.Collection;
import java.util.Map;

/** Knows the words of the messages, which the index itself does not keep. Must be thread safe. */
@FunctionalInterface
public interface LogWords {
    /**
     * The words, as they were written into the index, of those of these messages that exist and may be shown; the others are
     * no hits from then on.
     *
     * @param rows as {@link LogRow} numbers them, a few hundred at a time
     */
    Map<Long, String> of(Collection<Long> rows);
}
