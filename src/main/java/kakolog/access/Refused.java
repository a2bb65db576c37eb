package kakolog.access;

/** The policy said no; says why, to be told to the one who asked. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Why why;
    private final transient Audience audience;
    private final transient Viewer viewer;

    /** What stands in the way. */
    public enum Why {
        /** Nobody is signed in. */
        SIGN_IN_FIRST,
        /** Who is signed in does not belong to the audience. */
        NOT_ALLOWED,
        /** The same, of a thing that must not be known to exist. */
        HIDDEN,
        /** Discord has not answered for so long that nothing can be said. */
        CANNOT_TELL
    }

    Refused(Why why, Audience audience, Viewer viewer) {
        super(why + " " + audience.key(), null, false, false);
        this.why = why;
        this.audience = audience;
        this.viewer = viewer;
    }

    public Why why() {
        return why;
    }

    /** Who would have been let in. */
    public Audience audience() {
        return audience;
    }

    /** Who asked. */
    public Viewer viewer() {
        return viewer;
    }
}
