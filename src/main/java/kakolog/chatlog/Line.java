package kakolog.chatlog;

import java.time.Instant;
import kakolog.chat.Message;
import kakolog.id.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * A message as a log has it.
 *
 * @param message null where it was hidden: that something was said there is all that is left
 */
record Line(
        long row,
        Snowflake id,
        @Nullable Snowflake thread,
        Snowflake author,
        Instant at,
        Facets facets,
        @Nullable Message message) {}
