package kakolog.web;

/** A file is of no type that is taken, or not of the type that it says: 415, told in words. */
public final class WrongType extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final String argument;

    /** @param key of the message that says what, whose {0} is the argument */
    public WrongType(String key, String argument) {
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
