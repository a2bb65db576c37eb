package kakolog.web;

/** There is nothing at this address. */
public final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotFound() {
        super("nothing at this address", null, false, false);
    }
}
