package kakolog.command;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * An export as it travels to a portal: its files as they are, or, where media lie beside them, one zip of the JSON files and
 * their media, which is deleted in the end.
 */
final class LogParcel implements Closeable {
    private final List<Path> files;
    private final @Nullable Path made;

    private LogParcel(List<Path> files, @Nullable Path made) {
        this.files = files;
        this.made = made;
    }

    static LogParcel of(List<Path> given) throws IOException {
        var loose = given.stream().filter(file -> !isZip(file)).toList();
        if (loose.stream().noneMatch(file -> Files.isDirectory(mediaOf(file), LinkOption.NOFOLLOW_LINKS))) {
            return new LogParcel(List.copyOf(given), null);
        }
        var zip = Files.createTempFile("kakolog-log-", ".zip");
        var parcel = new LogParcel(with(zip, given), zip);
        boolean whole = false;
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.setLevel(Deflater.BEST_SPEED);
            pack(loose, out);
            whole = true;
            return parcel;
        } finally {
            if (!whole) {
                parcel.close();
            }
        }
    }

    private static List<Path> with(Path zip, List<Path> given) {
        var files = new ArrayList<Path>();
        files.add(zip);
        given.stream().filter(LogParcel::isZip).forEach(files::add);
        return List.copyOf(files);
    }

    private static boolean isZip(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    /** Where the exporter puts them. */
    private static Path mediaOf(Path json) {
        return json.resolveSibling(json.getFileName() + "_Files");
    }

    private static void pack(List<Path> loose, ZipOutputStream out) throws IOException {
        var folders = new ArrayList<Path>();
        for (var json : loose) {
            var folder = json.toAbsolutePath().normalize().getParent();
            int number = folders.indexOf(folder);
            if (number < 0) {
                number = folders.size();
                folders.add(folder);
            }
            // Files of two folders may have the same name.
            var into = number == 0 ? "" : number + "/";
            put(json, into + json.getFileName(), out);
            packMedia(mediaOf(json), into, out);
        }
    }

    private static void packMedia(Path media, String into, ZipOutputStream out) throws IOException {
        if (!Files.isDirectory(media, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var all = Files.walk(media)) {
            for (var file : all.sorted().toList()) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    var inside = media.relativize(file).toString().replace('\\', '/');
                    put(file, into + media.getFileName() + "/" + inside, out);
                }
            }
        }
    }

    private static void put(Path file, String name, ZipOutputStream out) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        Files.copy(file, out);
        out.closeEntry();
    }

    List<Path> files() {
        return files;
    }

    /** In bytes. */
    long size() throws IOException {
        long sum = 0;
        for (var file : files) {
            sum += Files.size(file);
        }
        return sum;
    }

    @Override
    public void close() throws IOException {
        var zip = made;
        if (zip != null) {
            Files.deleteIfExists(zip);
        }
    }
}
