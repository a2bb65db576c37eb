package kakolog.pdf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What a process is asked to do, and its words on the command line. */
sealed interface Task {
    List<String> words();

    Outcome run(Limits limits) throws IOException;

    /** Writes the contents of a PDF to a file. */
    record ReadText(Path pdf, Path file) implements Task {
        @Override
        public List<String> words() {
            return List.of("text", pdf.toString(), file.toString());
        }

        @Override
        public Outcome run(Limits limits) throws IOException {
            try (var document = Documents.open(pdf)) {
                return ContentsFile.write(document, file, limits);
            }
        }
    }

    /** Draws pages into a folder, each finished in the room first. */
    record DrawPages(Path pdf, Path folder, Path room, int first, int last) implements Task {
        @Override
        public List<String> words() {
            return List.of(
                    "pictures",
                    pdf.toString(),
                    folder.toString(),
                    room.toString(),
                    Integer.toString(first),
                    Integer.toString(last));
        }

        @Override
        public Outcome run(Limits limits) throws IOException {
            return new PagePictures(this, limits).draw();
        }
    }

    static Task of(List<String> words) {
        return switch (words.get(0)) {
            case "text" -> new ReadText(Path.of(words.get(1)), Path.of(words.get(2)));
            case "pictures" ->
                new DrawPages(
                        Path.of(words.get(1)),
                        Path.of(words.get(2)),
                        Path.of(words.get(3)),
                        Integer.parseInt(words.get(4)),
                        Integer.parseInt(words.get(5)));
            default -> throw new IllegalArgumentException(words.toString());
        };
    }
}
