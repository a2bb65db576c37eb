package kakolog.access;

/** Who may see a thing. Stated by the thing itself, decided by {@link Policy}. */
public sealed interface Audience {
    /** The word for this audience in the search index; never changes once written. */
    String key();

    static Audience everyone() {
        return Everyone.INSTANCE;
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
    }

    /** Those who hold the organizer role. */
    enum Organizers implements Audience {
        INSTANCE;

        @Override
        public String key() {
            return "organizers";
        }
    }
}
