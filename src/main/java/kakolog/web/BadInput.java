package kakolog.web;

import java.util.List;

/** What was sent cannot be used; the message says why in words of the messages files. */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String key;
    private final transient List<String> arguments;

    /** @param key of the message, whose {0} is the argument */
    public BadInput(String key, String argument) {
        this(key, List.of(argument));
    }

    private BadInput(String key, List<String> arguments) {
        super(key, null, false, false);
        this.key = key;
        this.arguments = List.copyOf(arguments);
    }

    /** One whose message has several arguments, in order. */
    public static BadInput saying(String key, List<String> arguments) {
        return new BadInput(key, arguments);
    }

    String key() {
        return key;
    }

    Object[] arguments() {
        return arguments.toArray();
    }
}
