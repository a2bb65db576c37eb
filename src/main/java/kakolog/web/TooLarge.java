package kakolog.web;

/** More was sent than is taken: 413, told in words. */
public final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String limit;

    /** @param limit the most that is taken, in words */
    public TooLarge(String limit) {
        super("too large", null, false, false);
        this.limit = limit;
    }

    String limit() {
        return limit;
    }
}
