package kakolog.pdf;

import java.io.IOException;

/** A file of ours cannot be written: the disk's fault, not the PDF's. */
final class Unwritable extends IOException {
    private static final long serialVersionUID = 1;

    Unwritable(IOException cause) {
        super(cause.toString(), cause);
    }
}
