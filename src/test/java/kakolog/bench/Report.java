package kakolog.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What was measured: said on the way, and kept as a file. */
final class Report {
    private final Path file;
    private final StringBuilder text = new StringBuilder();

    Report(Path file) {
        this.file = file;
    }

    /** Adds a paragraph, a heading or a table. */
    @SuppressWarnings("SystemOut")
    void add(Object paragraph) throws IOException {
        System.out.println(paragraph);
        System.out.println();
        text.append(paragraph).append("\n\n");
        Files.writeString(file, text);
    }
}
