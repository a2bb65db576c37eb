package kakolog.chat;

/** A message that lacks what every message has. Names the field, not what it holds. */
public final class BadMessage extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String field;

    BadMessage(String field) {
        super("the field " + field + " of a message is missing or malformed");
        this.field = field;
    }

    /** As {@code author.id}. */
    public String field() {
        return field;
    }
}
