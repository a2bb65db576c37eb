package kakolog.chat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A JSON file on disk, and the folders beside it. */
final class JsonSource implements Source {
    /** How the names of the folders end that the exporter puts media into. */
    private static final String MEDIA_FOLDER = "_Files";

    private final NamedFile file;
    private final long bytes;

    JsonSource(NamedFile file) throws IOException {
        this.file = file;
        this.bytes = Files.size(file.path());
    }

    @Override
    public List<Written> documents() {
        return List.of(new Written(Cleaned.name(file.name()), bytes, () -> Files.newInputStream(file.path())));
    }

    @Override
    public Optional<InputStream> open(String location, long most) throws IOException {
        var found = file.hasMedia() ? beside(location) : Optional.<Path>empty();
        if (found.isEmpty() || Files.size(found.get()) > most) {
            return Optional.empty();
        }
        return Optional.of(Files.newInputStream(found.get(), LinkOption.NOFOLLOW_LINKS));
    }

    /**
     * A plain file in a folder of media beside the JSON that is reached without a link and that nobody meant to hide. What else
     * lies there is nobody's to give away, whatever the JSON says.
     */
    private Optional<Path> beside(String location) throws IOException {
        try {
            var parent = file.path().toRealPath().getParent();
            if (parent == null || location.isBlank()) {
                return Optional.empty();
            }
            var found = parent.resolve(location);
            if (!found.startsWith(parent) || !isMedium(parent.relativize(found)) || !Files.exists(found)) {
                return Optional.empty();
            }
            return found.equals(found.toRealPath()) && Files.isRegularFile(found, LinkOption.NOFOLLOW_LINKS)
                    ? Optional.of(found)
                    : Optional.empty();
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    private static boolean isMedium(Path inside) {
        if (inside.getNameCount() < 2 || !inside.getName(0).toString().endsWith(MEDIA_FOLDER)) {
            return false;
        }
        for (var part : inside) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        // Holds nothing open between two readings.
    }
}
