package kakolog.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kakolog.access.Viewer;
import kakolog.access.Viewer.SignedIn;
import kakolog.access.Viewer.Standing;
import kakolog.id.EventSlug;
import kakolog.id.Snowflake;

/** As whom an organizer looks at the site. Decided by the same policy as the real one: only the viewer is another. */
public sealed interface Pretence {
    /** The word in addresses, in the database and in message keys ({@code participant/2021-07-06}). */
    String word();

    /** The viewer that this person would be. */
    Viewer viewer(Snowflake id, Instant checkedAt);

    /** The pretence of this word; empty where it is none. */
    static Optional<Pretence> of(String word) {
        var simple = List.of(Simple.values()).stream()
                .filter(kind -> kind.word().equals(word))
                .findFirst();
        if (simple.isPresent()) {
            return Optional.of(simple.get());
        }
        return word.startsWith(Participant.WORD)
                ? EventSlug.of(word.substring(Participant.WORD.length())).map(Participant::new)
                : Optional.empty();
    }

    /** Those that hang on no event. */
    enum Simple implements Pretence {
        ANONYMOUS {
            @Override
            public Viewer viewer(Snowflake id, Instant checkedAt) {
                return Viewer.anonymous();
            }
        },
        MEMBER {
            @Override
            public Viewer viewer(Snowflake id, Instant checkedAt) {
                return new SignedIn(id, new Standing.Member(checkedAt, Set.of(), false, false, Set.of()));
            }
        },
        BOOSTER {
            @Override
            public Viewer viewer(Snowflake id, Instant checkedAt) {
                return new SignedIn(id, new Standing.Member(checkedAt, Set.of(), true, false, Set.of()));
            }
        };

        @Override
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A participant of one event. */
    record Participant(EventSlug event) implements Pretence {
        static final String WORD = "participant/";

        @Override
        public String word() {
            return WORD + event;
        }

        @Override
        public Viewer viewer(Snowflake id, Instant checkedAt) {
            return new SignedIn(id, new Standing.Member(checkedAt, Set.of(), false, false, Set.of(event)));
        }
    }
}
