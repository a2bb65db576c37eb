package kakolog.operate;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import kakolog.db.Database;
import org.jspecify.annotations.Nullable;

/** Makes a data folder, and a content folder where one is asked for, of a backup: all of it or nothing. */
public final class Restore {
    private final Path file;
    private final Path data;
    private final @Nullable Path content;

    /**
     * Restores this backup.
     *
     * @param data must be new or empty
     * @param content likewise; null where the content folder is not to be restored, whose files are looked into all the same
     */
    public Restore(Path file, Path data, @Nullable Path content) {
        this.file = file;
        this.data = data;
        this.content = content;
    }

    /**
     * Writes everything.
     *
     * @return the number of files
     * @throws UnusableBackup where the backup is no whole and right one
     * @throws FileSystemException where a folder is not empty or has no room
     * @throws UncheckedIOException where a newer program has written it
     */
    public int write() throws IOException {
        try (var backup = new BackupReader(file)) {
            Database.refuseNewer(backup.manifest().schema(), file);
            try (var newData = new FolderInMaking(data);
                    var newContent = content == null ? null : new FolderInMaking(content)) {
                int files = 0;
                refuseWithoutRoom(backup.manifest(), newData);
                for (var entry : backup.manifest().entries()) {
                    files += copy(backup, entry, newData, newContent);
                }
                examine(newData.built().resolve(Manifest.DATABASE), backup.manifest());
                if (newContent != null) {
                    newContent.finish();
                }
                newData.finish();
                return files;
            }
        }
    }

    private void refuseWithoutRoom(Manifest manifest, FolderInMaking folder) throws IOException {
        var needed = manifest.entries().stream()
                .filter(entry -> content != null || !entry.ofContent())
                .mapToLong(Manifest.Entry::size)
                .reduce(0, (sum, size) -> sum + Math.min(size, Long.MAX_VALUE - sum));
        if (needed > folder.room()) {
            throw new FileSystemException(
                    file + " holds " + needed + " bytes, and the disk has room for " + folder.room() + "; make room");
        }
    }

    /** How many files were written. */
    private static int copy(
            BackupReader backup, Manifest.Entry entry, FolderInMaking data, @Nullable FolderInMaking content)
            throws IOException {
        if (!entry.ofContent()) {
            data.write(entry.name(), out -> backup.copy(entry, out));
        } else if (content != null) {
            content.write(entry.name().substring(Manifest.CONTENT.length()), out -> backup.copy(entry, out));
        } else {
            backup.copy(entry, OutputStream.nullOutputStream());
            return 0;
        }
        return 1;
    }

    private void examine(Path database, Manifest manifest) throws IOException {
        Set<String> blobs = manifest.entries().stream()
                .flatMap(entry -> entry.blob().stream())
                .collect(Collectors.toSet());
        try (var opened = Database.openBeside(database)) {
            var fault = opened.faultWithIndexes();
            if (fault.isPresent()) {
                throw new UnusableBackup(file, "its database is damaged (" + fault.get() + ")");
            }
            if (opened.schema() != manifest.schema()) {
                throw new UnusableBackup(file, "its database is of another schema than its manifest says");
            }
            for (var named : KeptFile.in(opened)) {
                if (!blobs.contains(named.blob())) {
                    throw new UnusableBackup(file, "it lacks the file of " + named.address());
                }
            }
        } catch (RuntimeException unreadable) {
            // What was hashed right may still be any file, and SQLite says of it whatever it likes.
            throw new UnusableBackup(file, "its database cannot be read (" + unreadable.getMessage() + ")");
        }
    }
}
