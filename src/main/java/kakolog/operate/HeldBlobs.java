package kakolog.operate;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

/** The files of materials while nobody may sweep them: a lock that many share, and that a sweep takes alone. */
final class HeldBlobs implements AutoCloseable {
    /** How a file is named: by its SHA-256. */
    static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

    private final Path data;
    private final FileChannel lock;

    /**
     * Waits for a sweep that is under way.
     *
     * @param data the data folder
     * @throws IOException where the lock cannot be made
     */
    HeldBlobs(Path data) throws IOException {
        this.data = data;
        var folder = Files.createDirectories(in(data));
        lock = FileChannel.open(
                folder.resolve("backup.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        try {
            lock.lock(0, Long.MAX_VALUE, true);
        } catch (IOException | RuntimeException unusable) {
            lock.close();
            throw unusable;
        }
    }

    /** Where a data folder has them. */
    static Path in(Path data) {
        return data.resolve("blobs");
    }

    /** Where a data folder has one of them, whose name must be right. */
    static Path file(Path data, String blob) {
        return data.resolve(entry(blob));
    }

    /** Its name below the data folder, and in a backup. */
    static String entry(String blob) {
        if (!NAME.matcher(blob).matches()) {
            throw new IllegalArgumentException("not the SHA-256 of a file: " + blob);
        }
        return "blobs/" + blob.substring(0, 2) + "/" + blob;
    }

    /** Where one of them is, whose name must be right. */
    Path file(String blob) {
        return file(data, blob);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
