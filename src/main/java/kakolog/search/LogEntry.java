package kakolog.search;

import java.util.Set;
import kakolog.id.Snowflake;

/**
 * A message as search sees it.
 *
 * @param place in its event's log
 * @param words all in it that can be found, as written
 */
public record LogEntry(int place, String words, Snowflake author, Set<Trait> has) {
    public LogEntry {
        has = Set.copyOf(has);
    }
}
