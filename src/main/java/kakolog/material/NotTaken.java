package kakolog.material;

import java.util.Locale;

/** A file that is not taken, and why: told beside the file that it concerns. */
public final class NotTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why a file is not taken. */
    public enum Reason {
        EMPTY,
        /** What it calls itself is on no list of ours. */
        WRONG_TYPE,
        /** It is not what it calls itself. */
        TYPE_LIES,
        BAD_NAME;

        /** The word in message keys: {@code wrong-type}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public NotTaken(Reason reason) {
        super(reason.word(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
