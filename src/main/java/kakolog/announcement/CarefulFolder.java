package kakolog.announcement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** Writes files whole or not at all, and never over what somebody has changed unless told to. */
final class CarefulFolder {
    /** What became of a file. */
    enum Outcome {
        WRITTEN,
        UNCHANGED,
        KEPT
    }

    private final Path folder;
    private final boolean overwrite;

    CarefulFolder(Path folder, boolean overwrite) {
        this.folder = folder;
        this.overwrite = overwrite;
    }

    /** Writes the file; one that is there and differs is kept, unless this folder may overwrite. */
    Outcome put(String name, String text) throws IOException {
        var file = folder.resolve(name);
        if (!Files.exists(file)) {
            return write(file, text);
        }
        if (Files.readString(file).equals(text)) {
            return Outcome.UNCHANGED;
        }
        return overwrite ? write(file, text) : Outcome.KEPT;
    }

    /** Writes the file where there is none; whatever is there is kept. */
    Outcome putIfMissing(String name, String text) throws IOException {
        var file = folder.resolve(name);
        return Files.exists(file) ? Outcome.KEPT : write(file, text);
    }

    private static Outcome write(Path file, String text) throws IOException {
        var parent = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Files.createDirectories(parent);
        // Beside the file: a move within one folder is atomic, and a crash leaves the old one whole.
        var whole = parent.resolve("." + file.getFileName() + ".new");
        try {
            Files.writeString(whole, text);
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(whole);
        }
        return Outcome.WRITTEN;
    }
}
