package kakolog.operate;

import java.io.IOException;
import java.nio.file.Path;

/** A file that is no backup, or not a whole one; nothing of it is restored. */
public final class UnusableBackup extends IOException {
    private static final long serialVersionUID = 1L;

    UnusableBackup(Path file, String what) {
        super((file + " cannot be restored: " + what + "; nothing was written, use another backup")
                .replaceAll("\\p{Cntrl}+", " "));
    }
}
