package kakolog.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** What the demonstration shows, unpacked from the jar into a folder of its own, which is deleted when it ends. */
public final class Samples implements AutoCloseable {
    private final Path folder;

    private Samples(Path folder) {
        this.folder = folder;
    }

    /** Makes the folder and unpacks the sample content into it. */
    public static Samples unpack() throws IOException {
        var samples = new Samples(Files.createTempDirectory("kakolog-demo"));
        for (var name : names()) {
            var target = samples.content().resolve(name);
            var parent = target.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.write(target, resource(name));
        }
        return samples;
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

    /** A jar cannot be listed like a folder, so the build writes the list of names. */
    private static List<String> names() throws IOException {
        return new String(resource("files.txt"), StandardCharsets.UTF_8).lines().toList();
    }

    private static byte[] resource(String name) throws IOException {
        try (var in = Samples.class.getResourceAsStream("/demo/content/" + name)) {
            if (in == null) {
                throw new IOException("the jar lacks demo/content/" + name);
            }
            return in.readAllBytes();
        }
    }
}
