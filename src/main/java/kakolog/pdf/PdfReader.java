package kakolog.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads PDFs, each time in a process of its own, which a hostile or broken PDF can take no further than {@link Limits}.
 *
 * <p>No PDF makes it throw: what it throws is no fault of the PDF and may be gone the next time. Scripts in a PDF are not
 * run, files in it are not opened, addresses in it are not followed. It may be used by several threads; each call is one
 * process.
 */
public final class PdfReader {
    private final Limits limits;
    private final Workshop workshop;

    /**
     * Reads within limits.
     *
     * @param folder for what is needed while reading and for the list of this machine's fonts: on the file system of the
     *     pictures, and one reader's alone, for what an earlier one left in it is cleared away
     * @throws UncheckedIOException where the folder cannot be written
     */
    public PdfReader(Limits limits, Path folder) {
        this.limits = limits;
        this.workshop = new Workshop(folder.toAbsolutePath());
    }

    /**
     * The number of pages and the text of each.
     *
     * @throws UncheckedIOException where no process can be started, it is ended by others, or the folder cannot be written
     */
    public Contents contents(Path pdf) {
        return workshop.inside(room -> {
            var file = room.resolve("contents");
            var outcome = new Child(limits, workshop, room).run(new Task.ReadText(pdf.toAbsolutePath(), file));
            return ContentsFile.read(file, limits, outcome);
        });
    }

    /**
     * Draws pages in both sizes, those alone that have no picture yet, in ascending order: each appears when it is done.
     *
     * @param folder of the pictures of this PDF, made if it is missing
     * @param first page, from 1
     * @param last page, which may lie beyond the PDF's end
     * @throws UncheckedIOException where no process can be started, it is ended by others, or a folder cannot be written
     */
    public Pictures images(Path pdf, Path folder, int first, int last) {
        var to = Math.min(last, limits.pages());
        var into = folder.toAbsolutePath();
        return workshop.inside(room -> {
            Files.createDirectories(into);
            var task = new Task.DrawPages(pdf.toAbsolutePath(), into, room, first, to);
            var outcome = new Child(limits, workshop, room).run(task);
            return new Pictures(drawn(into, first, to), outcome);
        });
    }

    private static List<Integer> drawn(Path folder, int first, int last) throws IOException {
        return IntStream.rangeClosed(first, last)
                .filter(page -> PagePictures.areIn(folder, page))
                .boxed()
                .toList();
    }
}
