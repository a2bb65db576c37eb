package kakolog.blob;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;

/** There is no room on the disk: nothing was kept, and what was kept before is as it was. */
public final class DiskFull extends RuntimeException {
    private static final long serialVersionUID = 1L;
    /** SQLITE_FULL, see sqlite.org/rescode.html. */
    private static final int SQLITE_FULL = 13;

    DiskFull(String message) {
        super(message);
    }

    private DiskFull(Throwable cause) {
        super(cause);
    }

    /** This failure as it is to be thrown: by this name where the disk was full, as it is elsewhere. */
    public static RuntimeException or(RuntimeException failure) {
        return isBehind(failure) ? new DiskFull(failure) : failure;
    }

    static RuntimeException or(IOException failure) {
        return or(new UncheckedIOException(failure));
    }

    private static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if ((cause instanceof IOException io && saysSo(io))
                    || (cause instanceof SQLException sql && sql.getErrorCode() == SQLITE_FULL)) {
                return true;
            }
        }
        return false;
    }

    /** Java names neither ENOSPC nor EDQUOT; these are the words of Linux for them, which it does not translate here. */
    private static boolean saysSo(IOException failure) {
        var message = String.valueOf(failure.getMessage());
        return message.contains("No space left on device") || message.contains("Disk quota exceeded");
    }
}
