package kakolog.discord;

import java.time.Instant;
import java.util.Set;
import kakolog.id.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * Someone in the community's server.
 *
 * @param nick the name that they go by in this server
 * @param avatar the account's picture, not one of this server only; null for who has set none
 * @param roles without {@code @everyone}, which all have
 * @param premiumSince since when they boost the server; null for who does not
 * @param pending has not yet passed the server's rules screening
 */
public record Member(
        Snowflake id,
        String username,
        @Nullable String globalName,
        @Nullable String nick,
        @Nullable String avatar,
        Set<Snowflake> roles,
        @Nullable Instant premiumSince,
        boolean pending) {
    public Member {
        roles = Set.copyOf(roles);
    }

    /** The name that Discord shows in this server. */
    public String displayName() {
        if (nick != null) {
            return nick;
        }
        return globalName == null ? username : globalName;
    }
}
