package kakolog.operate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How full the disk of a folder is.
 *
 * @param free in bytes, for this user
 * @param size in bytes
 */
record DiskRoom(Path folder, long free, long size) {
    private static final long LEAST = 500_000_000L;
    /** Of a small disk a part of it is enough. */
    private static final long LEAST_PART = 20;

    static DiskRoom of(Path folder) throws IOException {
        var store = Files.getFileStore(folder);
        return new DiskRoom(folder, store.getUsableSpace(), store.getTotalSpace());
    }

    Finding finding() {
        return free < Math.min(LEAST, size / LEAST_PART)
                ? Finding.fault(
                        "the disk of data folder " + folder + " is full but for " + free + " bytes",
                        "make room, or uploads and changes will be refused")
                : Finding.ok("the disk of data folder " + folder + " has room");
    }
}
