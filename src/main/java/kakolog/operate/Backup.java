package kakolog.operate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipException;
import kakolog.db.DataFolder;
import kakolog.db.Database;
import kakolog.db.UnreadableDatabase;

/**
 * Writes all that is kept into one zip: the database, the files of materials that it names, the content folder. Takes no
 * lock of the data folder, so it may run beside the process that serves.
 */
public final class Backup {
    private final Path data;
    private final Path content;
    private final Clock clock;
    private final Onlooker onlooker;

    /** Who is told how a backup goes. */
    public interface Onlooker {
        /** Something of the content folder is left out; {@code line} says what and why. */
        void leftOut(String line);

        /** So many more bytes are copied. */
        void copied(long bytes);
    }

    /**
     * What a backup holds.
     *
     * @param blobs how many files of materials
     * @param files how many files of the content folder
     * @param bytes of the zip
     */
    public record Taken(Path file, int blobs, int files, long bytes) {
        /** As the line that is printed. */
        @Override
        public String toString() {
            return file + ": the database, " + blobs + " files of materials, " + files + " files of content; " + bytes
                    + " bytes";
        }
    }

    /**
     * Backs these folders up.
     *
     * @param clock tells the time of a backup
     */
    public Backup(Path data, Path content, Clock clock, Onlooker onlooker) {
        this.data = data;
        this.content = content;
        this.clock = clock;
        this.onlooker = onlooker;
    }

    /**
     * Writes one. The file has its name only when it is whole and on the disk.
     *
     * @throws IOException where the file is there already, something that is kept is missing or damaged, or the disk full
     * @throws UnreadableDatabase where the database cannot be read
     * @throws UncheckedIOException where a newer program has written the database
     */
    public Taken write(Path file) throws IOException {
        refuse(file);
        try (var part = new PartFile(file)) {
            var manifest = pack(part);
            part.finish();
            return taken(file, manifest);
        }
    }

    private void refuse(Path file) throws IOException {
        var database = DataFolder.databaseIn(data);
        if (!Files.exists(database)) {
            throw new FileSystemException("there is no database " + database + "; KAKOLOG_DATA names the data folder");
        }
        var folder = Disk.folderOf(file);
        if (!Files.isDirectory(folder)) {
            throw new FileSystemException(folder + " is no folder; make it first");
        }
        if (Files.isDirectory(content) && folder.toRealPath().startsWith(content.toRealPath())) {
            throw new FileSystemException(
                    file + " would lie in the content folder, which is backed up itself; name a place elsewhere");
        }
    }

    /** The original may change as soon as it is copied: what the copy names is what must be there. */
    private void copyDatabase(Path copy) throws IOException {
        Files.deleteIfExists(copy);
        Files.createFile(copy, Disk.ownerOnly());
        try (var database = Database.openBeside(DataFolder.databaseIn(data))) {
            database.copyTo(copy);
        }
    }

    private Manifest pack(PartFile part) throws IOException {
        var time = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var copy = part.scratch();
        // Before the database is copied: what the copy names may not be swept from then on.
        try (var held = new HeldBlobs(data)) {
            copyDatabase(copy);
            return pack(new BackupWriter(part.channel(), time, onlooker::copied), copy, held);
        }
    }

    private Manifest pack(BackupWriter unfinished, Path copy, HeldBlobs held) throws IOException {
        try (var writer = unfinished;
                var database = Database.openBeside(copy)) {
            var fault = database.faultWithIndexes();
            if (fault.isPresent()) {
                throw new FileSystemException(
                        "the database " + DataFolder.databaseIn(data) + " is damaged, so this would be no backup ("
                                + fault.get() + "); put an older one in its place");
            }
            try (var in = Files.newInputStream(copy)) {
                writer.addPacked(Manifest.DATABASE, in);
            }
            for (var named : eachOnce(database).values()) {
                addBlob(writer, held, named);
            }
            addContent(writer);
            return writer.finish(database.schema());
        }
    }

    private static Map<String, KeptFile> eachOnce(Database database) {
        var blobs = new LinkedHashMap<String, KeptFile>();
        KeptFile.in(database).forEach(named -> blobs.putIfAbsent(named.blob(), named));
        return blobs;
    }

    private static void addBlob(BackupWriter writer, HeldBlobs held, KeptFile named) throws IOException {
        if (!HeldBlobs.NAME.matcher(named.blob()).matches()) {
            throw unkept(named, "has a name that no file has");
        }
        try {
            var added = writer.addAsItIs(HeldBlobs.entry(named.blob()), held.file(named.blob()));
            if (!added.sha256().equals(named.blob())) {
                throw unkept(named, "is damaged");
            }
        } catch (NoSuchFileException missing) {
            throw unkept(named, "is missing");
        } catch (ZipException changed) {
            // The bytes counted at first were others than those copied then.
            throw unkept(named, "is damaged");
        }
    }

    private static FileSystemException unkept(KeptFile named, String what) {
        return new FileSystemException("the file of " + named.address() + " " + what + ", so this would be no backup; "
                + MaterialCheckup.MEND);
    }

    private void addContent(BackupWriter writer) throws IOException {
        for (var file : ContentFiles.in(content, data, onlooker::leftOut).entrySet()) {
            try (var in = Files.newInputStream(file.getValue())) {
                writer.addPacked(file.getKey(), in);
            } catch (NoSuchFileException deleted) {
                // gone since it was found, as if it had been before
            }
        }
    }

    private static Taken taken(Path file, Manifest manifest) throws IOException {
        int blobs = (int) manifest.entries().stream()
                .filter(entry -> entry.blob().isPresent())
                .count();
        int files = (int)
                manifest.entries().stream().filter(Manifest.Entry::ofContent).count();
        return new Taken(file, blobs, files, Files.size(file));
    }
}
