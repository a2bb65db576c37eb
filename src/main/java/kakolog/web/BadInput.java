package kakolog.web;

/** What was sent cannot be used; the message says why in words of the messages files. */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String key;
    private final String argument;

    /** @param key of the message, whose {0} is the argument */
    public BadInput(String key, String argument) {
        super(key, null, false, false);
        this.key = key;
        this.argument = argument;
    }

    String key() {
        return key;
    }

    String argument() {
        return argument;
    }
}
