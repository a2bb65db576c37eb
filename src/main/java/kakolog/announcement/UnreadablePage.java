package kakolog.announcement;

import java.io.IOException;

/** An announcement page that cannot be read at all; the message is one line that names the mend. */
public final class UnreadablePage extends IOException {
    private static final long serialVersionUID = 1;

    UnreadablePage(String message) {
        super(message);
    }

    UnreadablePage(String message, Throwable cause) {
        super(message, cause);
    }
}
