package kakolog.blob;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/**
 * Bytes on their way into the store. Close it once the row that names them is committed: until then no sweep takes them away.
 * Closed without being kept, they are gone. For one thread.
 */
public final class Receiving implements AutoCloseable {
    private final BlobStore store;
    private final Path file;
    private final FileChannel channel;
    private final MessageDigest digest = BlobId.digest();
    private long size;
    private boolean entered;
    private boolean broken;

    Receiving(BlobStore store, Path file) throws IOException {
        this.store = store;
        this.file = file;
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /**
     * Takes what the buffer holds.
     *
     * @throws DiskFull where there is no room
     */
    public void write(ByteBuffer bytes) {
        var same = bytes.duplicate();
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException failed) {
            broken = true;
            throw DiskFull.or(failed);
        }
        size += same.remaining();
        digest.update(same);
    }

    /** How many bytes have come so far. */
    public long size() {
        return size;
    }

    /** Where they lie until they are kept, for checks of what they are. */
    public Path file() {
        return file;
    }

    /**
     * Keeps them: they survive a loss of power from now on, if a row comes to name them before this is closed.
     *
     * @throws DiskFull where there is no room
     */
    public BlobId keep() {
        if (entered || broken) {
            throw new IllegalStateException(broken ? "not all of it was written" : "kept already");
        }
        var blob = BlobId.of(digest);
        store.enter();
        entered = true;
        try {
            channel.force(true);
            store.place(file, blob);
        } catch (IOException failed) {
            throw DiskFull.or(failed);
        }
        return blob;
    }

    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try (channel) {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            store.leave(file, entered);
        }
    }
}
