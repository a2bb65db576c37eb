package kakolog.operate;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Reads the zip of a backup, and believes nothing that it says before it is looked into. */
final class BackupReader implements AutoCloseable {
    /** Room for some hundred thousand files. */
    private static final int LONGEST_MANIFEST = 64_000_000;

    private final Path file;
    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();
    private final Manifest manifest;

    /**
     * Opens it and compares what it lists with its manifest.
     *
     * @throws UnusableBackup where they do not agree, or it is no zip
     */
    BackupReader(Path file) throws IOException {
        this.file = file;
        zip = open(file);
        try {
            list();
            manifest = readManifest();
            compare();
        } catch (IOException | RuntimeException unusable) {
            zip.close();
            throw unusable;
        }
    }

    private static ZipFile open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new FileSystemException(file + " is no file; name a backup");
        }
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException broken) {
            throw new UnusableBackup(file, "it is no zip, or was cut off (" + broken.getMessage() + ")");
        }
    }

    private void list() throws UnusableBackup {
        for (var listed = zip.entries(); listed.hasMoreElements(); ) {
            var entry = listed.nextElement();
            if (entries.put(entry.getName(), entry) != null) {
                throw new UnusableBackup(file, "it holds " + entry.getName() + " twice");
            }
        }
    }

    private Manifest readManifest() throws IOException {
        var entry = entries.remove(Manifest.NAME);
        if (entry == null) {
            throw new UnusableBackup(file, "it has no " + Manifest.NAME);
        }
        byte[] json;
        try (var in = zip.getInputStream(entry)) {
            json = in.readNBytes(LONGEST_MANIFEST);
        } catch (ZipException | EOFException broken) {
            throw new UnusableBackup(file, Manifest.NAME + " in it is damaged (" + broken.getMessage() + ")");
        }
        var read = Manifest.read(json)
                .orElseThrow(() -> new UnusableBackup(file, Manifest.NAME + " in it cannot be understood"));
        if (read.format() != Manifest.FORMAT) {
            throw new UnusableBackup(
                    file, "it is of format " + read.format() + ", and this kakolog knows " + Manifest.FORMAT);
        }
        return read;
    }

    private void compare() throws UnusableBackup {
        var fault = manifest.fault();
        if (fault.isPresent()) {
            throw new UnusableBackup(file, fault.get());
        }
        for (var told : manifest.entries()) {
            var entry = entries.remove(told.name());
            if (entry == null) {
                throw new UnusableBackup(file, "it lacks " + told.name());
            }
            if (entry.getSize() != told.size()) {
                throw new UnusableBackup(file, told.name() + " in it has another size than its manifest says");
            }
        }
        var more = entries.keySet().stream().findFirst();
        if (more.isPresent()) {
            throw new UnusableBackup(file, "its manifest does not name " + more.get() + ", which is in it");
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /**
     * Copies one file out, of which no more is written than the manifest says.
     *
     * @throws UnusableBackup where it is not the one that was backed up
     */
    void copy(Manifest.Entry told, OutputStream out) throws IOException {
        Copied copied;
        try (var in = zip.getInputStream(new ZipEntry(told.name()))) {
            copied = Copied.of(in, out, told.size(), Copied.UNWATCHED);
        } catch (ZipException | EOFException broken) {
            throw new UnusableBackup(file, told.name() + " in it is damaged (" + broken.getMessage() + ")");
        }
        if (copied.size() != told.size()) {
            throw new UnusableBackup(file, told.name() + " in it has another size than its manifest says");
        }
        if (!copied.sha256().equals(told.sha256())) {
            throw new UnusableBackup(file, told.name() + " in it is damaged (its SHA-256 is another)");
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
