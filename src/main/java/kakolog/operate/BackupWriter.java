package kakolog.operate;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the zip of one backup: each file is hashed while it is copied, and the manifest of all comes last. */
final class BackupWriter implements AutoCloseable {
    private static final int BUFFER = 65_536;

    private final ZipOutputStream zip;
    private final Instant takenAt;
    private final LongConsumer watching;
    private final List<Manifest.Entry> entries = new ArrayList<>();

    /** @param watching told the bytes of each block that is copied */
    BackupWriter(FileChannel channel, Instant takenAt, LongConsumer watching) {
        zip = new ZipOutputStream(new BufferedOutputStream(keptOpen(Channels.newOutputStream(channel)), BUFFER));
        this.takenAt = takenAt;
        this.watching = watching;
    }

    /** The file still has to reach the disk and to get its name when its last byte is written. */
    private static OutputStream keptOpen(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                this.out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    /** Takes in what can be made smaller. */
    void addPacked(String name, InputStream in) throws IOException {
        add(entry(name), in);
    }

    /**
     * Takes in a file that is packed already, as most materials are, as it is. A zip wants its CRC-32 before its bytes, so
     * it is read twice.
     */
    Manifest.Entry addAsItIs(String name, Path file) throws IOException {
        var entry = entry(name);
        entry.setMethod(ZipEntry.STORED);
        try (var in = new CheckedInputStream(Files.newInputStream(file), new CRC32())) {
            entry.setSize(in.transferTo(OutputStream.nullOutputStream()));
            entry.setCrc(in.getChecksum().getValue());
        }
        try (var in = Files.newInputStream(file)) {
            return add(entry, in);
        }
    }

    private Manifest.Entry add(ZipEntry entry, InputStream in) throws IOException {
        zip.putNextEntry(entry);
        var copied = Copied.of(in, zip, Long.MAX_VALUE, watching);
        zip.closeEntry();
        var added = new Manifest.Entry(entry.getName(), copied.size(), copied.sha256());
        entries.add(added);
        return added;
    }

    private ZipEntry entry(String name) {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.ofInstant(takenAt, ZoneOffset.UTC));
        return entry;
    }

    /** Writes the manifest and what ends a zip. */
    Manifest finish(int schema) throws IOException {
        var manifest = new Manifest(Manifest.FORMAT, schema, takenAt.toString(), entries);
        zip.putNextEntry(entry(Manifest.NAME));
        zip.write(manifest.json());
        zip.closeEntry();
        zip.finish();
        zip.flush();
        return manifest;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
