package kakolog.web;

/** A change that is not taken, whoever asks for it: 403, told in words. */
public final class Forbidden extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;

    /** @param key of the message that says why */
    public Forbidden(String key) {
        super(key, null, false, false);
        this.key = key;
    }

    public String key() {
        return key;
    }
}
