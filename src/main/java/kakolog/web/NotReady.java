package kakolog.web;

/** What is asked for will be there in a moment, or is out of order for now; answered with 503. */
public final class NotReady extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotReady() {
        super("not ready", null, false, false);
    }
}
