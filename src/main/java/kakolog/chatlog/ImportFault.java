package kakolog.chatlog;

import java.util.List;
import kakolog.text.Language;
import kakolog.text.Messages;

/** A log cannot be imported, and nothing of it was. Its text is English; pages say it in their own language. */
public final class ImportFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<String> arguments;

    /** @param key of the message that says what, where and the mend */
    public ImportFault(String key, String... arguments) {
        super(Messages.in(Language.EN).get(key, (Object[]) arguments));
        this.key = key;
        this.arguments = List.of(arguments);
    }

    /** In the language of whoever reads it. */
    String in(Messages messages) {
        return messages.get(key, arguments.toArray());
    }

    List<String> arguments() {
        return arguments;
    }

    String key() {
        return key;
    }
}
