package kakolog.discord;

import kakolog.id.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * Someone's account at Discord, whatever servers they are in. Only the id stays the same: names change.
 *
 * @param avatar the hash of the picture; null for who has set none
 */
public record Account(
        Snowflake id,
        String username,
        @Nullable String globalName,
        @Nullable String avatar) {

    /** The name that Discord shows. */
    public String displayName() {
        return globalName == null ? username : globalName;
    }
}
