package kakolog.access;

/** Who asks. Without a login everyone is anonymous. */
public sealed interface Viewer {
    /** Someone who is not signed in. */
    enum Anonymous implements Viewer {
        INSTANCE
    }

    static Viewer anonymous() {
        return Anonymous.INSTANCE;
    }
}
