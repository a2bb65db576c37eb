package kakolog.search;

import java.util.List;
import kakolog.id.Snowflake;

/**
 * Somebody who speaks in a log.
 *
 * @param names as they are shown there, and the account's name: each of them answers to {@code from:}
 */
public record LogSpeaker(Snowflake id, List<String> names) {
    public LogSpeaker {
        names = List.copyOf(names);
    }
}
