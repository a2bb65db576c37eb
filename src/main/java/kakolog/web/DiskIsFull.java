package kakolog.web;

/** There is no room to keep what was sent: 507. */
public final class DiskIsFull extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DiskIsFull() {
        super("no room on the disk", null, false, false);
    }

    /** Whether a fault comes of it: by what the system and SQLite say, whoever wraps it. */
    static boolean isCauseOf(Throwable fault) {
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            var words = String.valueOf(cause.getMessage());
            if (cause instanceof DiskIsFull
                    || words.contains("No space left on device")
                    || words.contains("SQLITE_FULL")) {
                return true;
            }
        }
        return false;
    }
}
