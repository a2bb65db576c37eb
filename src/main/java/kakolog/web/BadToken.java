package kakolog.web;

/** A program names a token that is none of ours, or not any more: 401. */
final class BadToken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadToken() {
        super("no such token", null, false, false);
    }
}
