package kakolog.operate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** A backup as somebody might have changed it. */
final class ForgedBackup {
    /** The marks before an entry where it is and where the zip lists it, and how far its name is behind them. */
    private static final int LOCAL = 0x04034b50;

    private static final int LISTED = 0x02014b50;
    private static final Map<Integer, Integer> NAME_AFTER = Map.of(LOCAL, 30, LISTED, 46);

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final List<Manifest.Entry> named = new ArrayList<>();
    private final Map<String, String> renamed = new LinkedHashMap<>();
    private final Map<String, Integer> claimed = new LinkedHashMap<>();
    private int format;
    private int schema;
    private @Nullable String manifest = "";

    /** What is in a right one. */
    static ForgedBackup of(Path zip) throws IOException {
        var forged = new ForgedBackup();
        try (var opened = new ZipFile(zip.toFile())) {
            for (var entry : opened.stream().toList()) {
                forged.files.put(entry.getName(), opened.getInputStream(entry).readAllBytes());
            }
        }
        var right = Manifest.read(forged.files.remove(Manifest.NAME)).orElseThrow();
        forged.named.addAll(right.entries());
        forged.format = right.format();
        forged.schema = right.schema();
        return forged;
    }

    Map<String, byte[]> files() {
        return files;
    }

    ForgedBackup put(String name, byte[] bytes) {
        files.put(name, bytes);
        return this;
    }

    ForgedBackup flip(String name) {
        var bytes = files.get(name).clone();
        bytes[0] ^= 1;
        return put(name, bytes);
    }

    /** In the manifest, instead of what it said of this name at last, or once more. */
    ForgedBackup name(String name, long size, String sha256) {
        var entry = new Manifest.Entry(name, size, sha256);
        if (entry.blob().isPresent()) {
            named.removeIf(other -> other.name().equals(name));
        }
        named.add(entry);
        return this;
    }

    ForgedBackup addAndName(String name, byte[] bytes) {
        return put(name, bytes).name(name, bytes.length, KeptFolders.sha256(bytes));
    }

    ForgedBackup drop(String name) {
        files.remove(name);
        named.removeIf(entry -> entry.name().equals(name));
        return this;
    }

    /** In the zip alone, to a name as long. */
    ForgedBackup rename(String name, String other) {
        renamed.put(name, other);
        return this;
    }

    /** In the zip and the manifest, a size that it has not. */
    ForgedBackup claim(String name, int size) {
        claimed.put(name, size);
        named.replaceAll(entry -> entry.name().equals(name) ? new Manifest.Entry(name, size, entry.sha256()) : entry);
        return this;
    }

    ForgedBackup format(int other) {
        format = other;
        return this;
    }

    ForgedBackup schema(int other) {
        schema = other;
        return this;
    }

    ForgedBackup manifest(@Nullable String json) {
        manifest = json;
        return this;
    }

    /** Beside the right one. */
    Path write(Path right) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
            var json = manifest;
            if (json != null) {
                zip.putNextEntry(new ZipEntry(Manifest.NAME));
                zip.write(
                        json.isEmpty()
                                ? new Manifest(format, schema, "2021-07-06T19:14:55Z", named).json()
                                : json.getBytes(StandardCharsets.UTF_8));
            }
        }
        var forged = ByteBuffer.wrap(bytes.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        claimed.forEach((name, size) -> forged.putInt(find(forged, LISTED, name) + 24, size));
        renamed.forEach((name, other) -> NAME_AFTER.forEach(
                (mark, after) -> forged.put(find(forged, mark, name) + after, other.getBytes(StandardCharsets.UTF_8))));
        return Files.write(right.resolveSibling("forged.zip"), forged.array());
    }

    private static int find(ByteBuffer zip, int mark, String name) {
        var bytes = ByteBuffer.wrap(name.getBytes(StandardCharsets.UTF_8));
        int after = NAME_AFTER.get(mark);
        for (int at = 0; at < zip.limit() - after - bytes.limit(); at++) {
            if (zip.getInt(at) == mark && zip.slice(at + after, bytes.limit()).equals(bytes)) {
                return at;
            }
        }
        throw new IllegalStateException("it has no " + name);
    }
}
