package kakolog.web;

/** What was asked for cannot be done as things stand now: 409, told in words. */
public final class Conflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;

    /** @param key of the message that says why */
    public Conflict(String key) {
        super(key, null, false, false);
        this.key = key;
    }

    public String key() {
        return key;
    }
}
