package kakolog.operate;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * A file that has its name only once it is whole: until then it is called {@code NAME.part}, and is gone if it is not
 * finished.
 */
final class PartFile implements AutoCloseable {
    static final String ENDING = ".part";

    private final Path file;
    private final Path part;
    private final FileChannel channel;
    private boolean finished;

    /**
     * Begins it; what a run that was killed has left of it is written over.
     *
     * @throws FileSystemException where it is there already, or another process writes it
     */
    PartFile(Path file) throws IOException {
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ENDING);
        refuseExisting();
        channel = FileChannel.open(part, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), Disk.ownerOnly());
        try {
            takeAlone();
            // Whoever had the lock until now may have finished this very file.
            refuseExisting();
            channel.truncate(0);
        } catch (IOException taken) {
            channel.close();
            throw taken;
        }
    }

    /** Deletes what a run that was killed has left; what is being written stays. */
    static void clear(Path part) throws IOException {
        try (var left = FileChannel.open(part, StandardOpenOption.WRITE)) {
            if (left.tryLock() != null) {
                Files.deleteIfExists(scratch(part));
                Files.deleteIfExists(part);
            }
        } catch (OverlappingFileLockException beingWritten) {
            // by another of this process
        }
    }

    private static Path scratch(Path part) {
        return part.resolveSibling(part.getFileName() + ".db");
    }

    /** A file beside it for what is needed while it is written; gone afterwards. */
    Path scratch() {
        return scratch(part);
    }

    private void takeAlone() throws IOException {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException sameProcess) {
            // another of this process is another all the same
        }
        throw new FileSystemException(file + " is being written by another backup; name another file");
    }

    private void refuseExisting() throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(file + " is there already, and is not written over; name a new file");
        }
    }

    FileChannel channel() {
        return channel;
    }

    /** Gives it its name, once all of it is on the disk. */
    void finish() throws IOException {
        // Before the name is there: whoever finds a half by its name finds its scratch too.
        Files.deleteIfExists(scratch());
        channel.force(true);
        refuseExisting();
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        finished = true;
        Disk.sync(Disk.folderOf(file));
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            if (!finished) {
                Files.deleteIfExists(scratch());
                Files.deleteIfExists(part);
            }
        }
    }
}
