package kakolog.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;

/** What the demonstration shows, unpacked from the jar into a folder of its own, which is deleted when it ends. */
public final class Samples implements AutoCloseable {
    private static final String INSIDE = "/demo/content";

    private final Path folder;

    private Samples(Path folder) {
        this.folder = folder;
    }

    /** Makes the folder and unpacks the sample content into it. */
    public static Samples unpack() throws IOException {
        var samples = new Samples(Files.createTempDirectory("kakolog-demo"));
        var inside = Samples.class.getResource(INSIDE + "/site.yaml");
        if (inside == null) {
            throw new IOException("the jar lacks " + INSIDE);
        }
        var uri = URI.create(inside.toString());
        if (uri.getScheme().equals("jar")) {
            try (var jar = FileSystems.newFileSystem(uri, Map.of())) {
                copy(jar.getPath(INSIDE), samples.content());
            }
        } else {
            copy(Path.of(uri).resolveSibling("."), samples.content());
        }
        return samples;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var source : all.toList()) {
                // As text: the jar's file system is another than the disk's.
                var target = to.resolve(from.relativize(source).toString());
                if (Files.isDirectory(source)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(source, target);
                }
            }
        }
    }

    public Path content() {
        return folder.resolve("content");
    }

    public Path data() {
        return folder.resolve("data");
    }

    @Override
    public void close() {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
