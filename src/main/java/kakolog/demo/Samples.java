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
    private static final String CONTENT = "/demo/content/site.yaml";
    private static final String LOG = "/demo/log/event.json";

    private final Path folder;

    private Samples(Path folder) {
        this.folder = folder;
    }

    /** Makes the folder and unpacks the sample content and the sample log into it. */
    public static Samples unpack() throws IOException {
        var samples = new Samples(Files.createTempDirectory("kakolog-demo"));
        unpack(CONTENT, samples.content());
        unpack(LOG, samples.log());
        return samples;
    }

    /** @param one a file of the folder that is unpacked */
    private static void unpack(String one, Path target) throws IOException {
        var inside = Samples.class.getResource(one);
        if (inside == null) {
            throw new IOException("the jar lacks " + one);
        }
        var uri = URI.create(inside.toString());
        if (uri.getScheme().equals("jar")) {
            try (var jar = FileSystems.newFileSystem(uri, Map.of())) {
                copy(jar.getPath(one).getParent(), target);
            }
        } else {
            copy(Path.of(uri).getParent(), target);
        }
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

    /** Holds the files of an export with the pictures beside them. */
    public Path log() {
        return folder.resolve("log");
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
