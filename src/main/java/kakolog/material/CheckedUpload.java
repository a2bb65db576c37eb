package kakolog.material;

import java.io.IOException;
import java.io.UncheckedIOException;
import kakolog.blob.BlobId;
import kakolog.blob.DiskFull;
import kakolog.blob.FileName;
import kakolog.blob.Receiving;
import kakolog.material.NotTaken.Reason;

/** A file that has been received, is what its name says, and is kept. */
public final class CheckedUpload {
    private final FileName name;
    private final Content.File file;

    private CheckedUpload(FileName name, Content.File file) {
        this.name = name;
        this.file = file;
    }

    /**
     * The name that a file is going to have, to refuse it before a byte of it is read.
     *
     * @throws NotTaken where nothing is left of it, or no such files are taken
     */
    public static FileName nameOf(String raw) {
        var name = FileName.of(raw).orElseThrow(() -> new NotTaken(Reason.BAD_NAME));
        if (FileType.of(name).isEmpty()) {
            throw new NotTaken(Reason.WRONG_TYPE);
        }
        return name;
    }

    /**
     * Checks what has come, and keeps it. Close what was received after the row is committed.
     *
     * @throws NotTaken where it is empty or not what it should be
     * @throws DiskFull where there is no room
     */
    public static CheckedUpload check(FileName name, Receiving received) {
        return keep(name, examine(name, received), received);
    }

    /**
     * Checks what has come, which is not kept yet.
     *
     * @throws NotTaken where it is empty or not what it should be
     */
    static FileType examine(FileName name, Receiving received) {
        if (received.size() == 0) {
            throw new NotTaken(Reason.EMPTY);
        }
        try {
            return FileType.check(name, received.file());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Keeps what has been found to be of this type. */
    static CheckedUpload keep(FileName name, FileType type, Receiving received) {
        return new CheckedUpload(name, new Content.File(received.keep(), received.size(), type));
    }

    public FileName name() {
        return name;
    }

    public Content.File file() {
        return file;
    }

    public BlobId blob() {
        return file.blob();
    }
}
