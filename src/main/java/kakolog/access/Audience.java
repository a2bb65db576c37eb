package kakolog.access;

import java.util.Set;
import kakolog.id.EventSlug;

/** Who may see a thing. Stated by the thing itself, decided by {@link Policy}. */
public sealed interface Audience {
    /** The word for this audience in the search index; never changes once written. */
    String key();

    /** The keys of those who are let in: who holds one of them belongs to this audience. */
    Set<String> openedBy();

    static Audience everyone() {
        return Everyone.INSTANCE;
    }

    static Audience signedIn() {
        return SignedIn.INSTANCE;
    }

    static Audience members() {
        return Members.INSTANCE;
    }

    static Audience organizers() {
        return Organizers.INSTANCE;
    }

    /** Everyone, signed in or not. */
    enum Everyone implements Audience {
        INSTANCE;

        @Override
        public String key() {
            return "everyone";
        }

        @Override
        public Set<String> openedBy() {
            return Set.of(key());
        }
    }

    /** Whoever has signed in, in the server or not. */
    enum SignedIn implements Audience {
        INSTANCE;

        @Override
        public String key() {
            return "signed-in";
        }

        @Override
        public Set<String> openedBy() {
            return Set.of(key());
        }
    }

    /** Those who are in the Discord server. */
    enum Members implements Audience {
        INSTANCE;

        @Override
        public String key() {
            return "members";
        }

        @Override
        public Set<String> openedBy() {
            return Set.of(key());
        }
    }

    /** Those who hold the organizer role. */
    enum Organizers implements Audience {
        INSTANCE;

        @Override
        public String key() {
            return "organizers";
        }

        @Override
        public Set<String> openedBy() {
            return Set.of(key());
        }
    }

    /** The participants of one event, and who may come to every event. */
    record ParticipantsOf(EventSlug event) implements Audience {
        @Override
        public String key() {
            return "participants/" + event;
        }

        @Override
        public Set<String> openedBy() {
            return Set.of(key(), Policy.BOOSTERS, organizers().key());
        }
    }

    /**
     * Those who read the past log of one event.
     *
     * @param participantsToo whether the event lets its participants read it as well
     */
    record LogReadersOf(EventSlug event, boolean participantsToo) implements Audience {
        @Override
        public String key() {
            return (participantsToo ? "log-and-participants/" : "log/") + event;
        }

        @Override
        public Set<String> openedBy() {
            return participantsToo
                    ? new ParticipantsOf(event).openedBy()
                    : Set.of(Policy.BOOSTERS, organizers().key());
        }
    }
}
