package kakolog.chatlog;

/** There is no place for so many messages, or files, in one log. */
final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int most;

    TooMany(int most) {
        super("more than " + most, null, false, false);
        this.most = most;
    }

    int most() {
        return most;
    }
}
