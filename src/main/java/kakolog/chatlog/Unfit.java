package kakolog.chatlog;

/** What was read cannot become the log of its event; for where {@link ImportFault} cannot be thrown. */
final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ImportFault fault;

    /** @param key of the message that says what, where and the mend */
    Unfit(String key, String... arguments) {
        super(key, null, false, false);
        this.fault = new ImportFault(key, arguments);
    }

    ImportFault fault() {
        return fault;
    }
}
