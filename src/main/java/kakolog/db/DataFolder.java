package kakolog.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The data folder of one running kakolog: one process at a time owns it. */
public final class DataFolder implements AutoCloseable {
    private final Path folder;
    private final FileChannel lock;

    /**
     * Takes the folder, made if it is missing.
     *
     * @throws UncheckedIOException where another process has it or it cannot be written
     */
    public DataFolder(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder.resolve("derived"));
            lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException unusable) {
            var mend = "the data folder " + folder + " cannot be written; KAKOLOG_DATA sets another";
            throw new UncheckedIOException(new IOException(mend, unusable));
        }
        takeAlone();
    }

    private void takeAlone() {
        try {
            if (!isFree()) {
                lock.close();
                throw new FileSystemException(folder + ": another kakolog uses this data folder");
            }
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private boolean isFree() throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    /** The database of all that is kept. */
    public Path database() {
        return databaseIn(folder);
    }

    /** The database in a folder that may be another process's. */
    public static Path databaseIn(Path folder) {
        return folder.resolve("kakolog.db");
    }

    /** The folder of the bytes that are kept. */
    public Path blobs() {
        return blobsIn(folder);
    }

    /** The bytes in a folder that may be another process's. */
    public static Path blobsIn(Path folder) {
        return folder.resolve("blobs");
    }

    /** A file that may be deleted while kakolog is stopped and is made anew then. */
    public Path derived(String name) {
        return folder.resolve("derived").resolve(name);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }
}
