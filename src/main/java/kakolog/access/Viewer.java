package kakolog.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import kakolog.id.EventSlug;
import kakolog.id.Snowflake;

/** Who asks. Without a login everyone is anonymous. */
public sealed interface Viewer {
    static Viewer anonymous() {
        return Anonymous.INSTANCE;
    }

    /** Someone who is not signed in. */
    enum Anonymous implements Viewer {
        INSTANCE
    }

    /** Someone who has signed in, and how they stand in the server by the last check that counts. */
    record SignedIn(Snowflake id, Standing standing) implements Viewer {}

    /** Who this is as a member of the server; empty for anybody else, and while nothing can be said. */
    default Optional<Standing.Member> member() {
        return this instanceof SignedIn signedIn && signedIn.standing() instanceof Standing.Member member
                ? Optional.of(member)
                : Optional.empty();
    }

    /** How a person stands in the Discord server. */
    sealed interface Standing {
        /** Nothing can be said: Discord has not answered, for longer than its last answer counts. */
        enum Unclear implements Standing {
            INSTANCE
        }

        /** Not in the server. */
        record Outsider(Instant checkedAt) implements Standing {}

        /**
         * In the server.
         *
         * @param roles all that the member holds
         * @param events those the member took part in, by a role held now or remembered
         */
        record Member(
                Instant checkedAt, Set<Snowflake> roles, boolean booster, boolean organizer, Set<EventSlug> events)
                implements Standing {
            public Member {
                roles = Set.copyOf(roles);
                events = Set.copyOf(events);
            }
        }
    }
}
