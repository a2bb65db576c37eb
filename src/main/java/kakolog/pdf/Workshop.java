package kakolog.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** The folder in which processes work, each in a room of its own that is cleared away after it. */
final class Workshop {
    private static final String ROOM = "room-";

    private final Path folder;

    Workshop(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(fonts());
            try (var left = Files.newDirectoryStream(folder, ROOM + "*")) {
                for (var room : left) {
                    clear(room);
                }
            }
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** Work that needs a room. */
    @FunctionalInterface
    interface Work<T> {
        T in(Path room) throws IOException;
    }

    /** The list of this machine's fonts, which takes seconds to make where there are many. */
    Path fonts() {
        return folder.resolve("fonts");
    }

    <T> T inside(Work<T> work) {
        try {
            var room = Files.createTempDirectory(folder, ROOM);
            try {
                return work.in(room);
            } finally {
                clear(room);
            }
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private static void clear(Path room) throws IOException {
        try (var all = Files.walk(room)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
