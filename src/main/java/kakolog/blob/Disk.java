package kakolog.blob;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What has to be asked of the disk itself. */
final class Disk {
    private static final long MOST_RESERVED = 500_000_000;
    private static final int RESERVED_PART = 20;

    private Disk() {}

    /** Waits until the names in this folder are on the disk: a file's own fsync does not promise them. */
    static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /**
     * Sees to it that so many bytes fit, and 5 % of the disk or 500 MB, whichever is less, stay free for the database.
     *
     * @throws DiskFull otherwise
     */
    static void makeRoomFor(long bytes, Path folder) throws IOException {
        var disk = Files.getFileStore(folder);
        long reserve = Math.min(MOST_RESERVED, disk.getTotalSpace() / RESERVED_PART);
        if (disk.getUsableSpace() - reserve < bytes) {
            throw new DiskFull("no room for " + bytes + " bytes beside a reserve of " + reserve);
        }
    }
}
