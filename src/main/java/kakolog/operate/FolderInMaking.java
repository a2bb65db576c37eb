package kakolog.operate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * A folder that is there only once it is whole: it is built under another name, and is gone if it is not finished.
 *
 * <p>One that is not there yet is built beside its place and renamed. An empty one that is there may be where a disk is
 * mounted, which cannot be renamed and whose surroundings may be no place to write: it is built inside, and its parts are
 * renamed one by one, the database last.
 */
final class FolderInMaking implements AutoCloseable {
    private final Path target;
    private final Path built;
    private final boolean inside;
    private boolean finished;

    /**
     * Begins it.
     *
     * @throws FileSystemException where there is something in it already, or nothing it could lie in
     */
    FolderInMaking(Path folder) throws IOException {
        target = folder.toAbsolutePath().normalize();
        inside = Files.exists(target);
        if (inside) {
            refuseFull(folder);
        } else if (!Files.isDirectory(Disk.folderOf(target))) {
            throw new FileSystemException(Disk.folderOf(target) + " is no folder; make it first");
        }
        var name = "restoring-" + UUID.randomUUID();
        built = Files.createDirectory(
                inside ? target.resolve(name) : target.resolveSibling(target.getFileName() + "." + name));
    }

    private static void refuseFull(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new FileSystemException(folder + " is no folder; name a new or empty one");
        }
        try (var there = Files.newDirectoryStream(folder)) {
            if (there.iterator().hasNext()) {
                throw new FileSystemException(folder + " is not empty; name a new or empty folder");
            }
        }
    }

    /** Where it is built. */
    Path built() {
        return built;
    }

    /** In bytes, of the disk it is on. */
    long room() throws IOException {
        return Files.getFileStore(built).getUsableSpace();
    }

    /** What writes one file. */
    @FunctionalInterface
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /**
     * Writes a new file and waits until it is on the disk.
     *
     * @param name its path in the folder
     */
    void write(String name, Writing writing) throws IOException {
        var file = built.resolve(name).normalize();
        if (!file.startsWith(built)) {
            throw new FileSystemException(name + " would lie outside of " + target);
        }
        Files.createDirectories(Disk.folderOf(file));
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            writing.to(Channels.newOutputStream(channel));
            channel.force(true);
        }
    }

    /** Puts it in its place. */
    void finish() throws IOException {
        Disk.syncAll(built);
        if (inside) {
            for (var part : partsWithDatabaseLast()) {
                Files.move(part, target.resolve(built.relativize(part)), StandardCopyOption.ATOMIC_MOVE);
            }
            Files.delete(built);
            Disk.sync(target);
        } else {
            Files.move(built, target, StandardCopyOption.ATOMIC_MOVE);
        }
        finished = true;
        Disk.sync(Disk.folderOf(target));
    }

    private List<Path> partsWithDatabaseLast() throws IOException {
        try (var parts = Files.list(built)) {
            return parts.sorted(Comparator.comparing((Path part) -> part.endsWith(Manifest.DATABASE)))
                    .toList();
        }
    }

    @Override
    public void close() throws IOException {
        if (!finished) {
            Disk.deleteAll(built);
        }
    }
}
