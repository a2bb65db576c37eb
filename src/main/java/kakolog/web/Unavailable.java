package kakolog.web;

/** Something that is needed does not answer now: 503, told in words. */
public final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final int seconds;

    /**
     * @param key of the message that says what
     * @param seconds after which to try again
     */
    public Unavailable(String key, int seconds) {
        super(key, null, false, false);
        this.key = key;
        this.seconds = seconds;
    }

    public String key() {
        return key;
    }

    public int seconds() {
        return seconds;
    }
}
