package kakolog.outbound;

/** Another server was not asked, or gave no whole answer. Its text names the host and why, never what was sent. */
public final class NoAnswer extends Exception {
    private static final long serialVersionUID = 1;

    /** Why there is none. */
    public enum Why {
        /** Not one of the servers that may be asked, or its name leads to an address that is not public. */
        NOT_ALLOWED,
        /** No connection: no such name, nobody listens, the certificate is not the server's. */
        NOT_REACHED,
        /** The connection ended before the answer did. */
        DROPPED,
        TOO_SLOW,
        TOO_LARGE,
        /** The asking thread was interrupted, or we are closing. */
        INTERRUPTED
    }

    private final Why why;

    NoAnswer(Why why, String host) {
        super("no answer from " + host + ": " + why);
        this.why = why;
    }

    NoAnswer(Why why, String host, Throwable cause) {
        super("no answer from " + host + ": " + why, cause);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
