package kakolog.blob;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** While it is open nothing is swept, by this process or another: for a backup, which names first and copies later. */
public final class Holding implements AutoCloseable {
    private final BlobStore store;
    private final FileChannel lock;

    Holding(BlobStore store, FileChannel lock) {
        this.store = store;
        this.lock = lock;
    }

    /**
     * The file of a blob, to be copied.
     *
     * @throws BlobMissing where it is not there
     */
    public Path file(BlobId blob) {
        return store.unguarded(blob);
    }

    @Override
    public void close() {
        if (!lock.isOpen()) {
            return;
        }
        try {
            lock.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            store.letGo();
        }
    }
}
