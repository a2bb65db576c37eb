package kakolog.material;

import java.nio.file.Path;
import java.util.List;
import kakolog.pdf.Outcome;
import kakolog.pdf.PdfReader;

/**
 * Draws all pages of a PDF. A process that comes to the end of its time leaves what it has drawn, and the next one goes on from
 * there; one that comes to nothing stands before a page that cannot be drawn, which is passed over.
 *
 * @param folder of the pictures
 * @param excused whether the wall clock is no fault of the PDF yet
 */
record Drawing(PdfReader reader, Path file, Path folder, boolean excused) implements Runnable {
    /** After so many pages that could not be drawn, whatever is in the way is in the way of the rest as well. */
    private static final int MOST_STUCK = 3;

    /** @throws OutOfTime where the clock ran out before any page, and that is excused */
    @Override
    public void run() {
        int first = 1;
        int stuck = 0;
        int before = 0;
        while (first <= Previews.MOST_PAGES && stuck <= MOST_STUCK) {
            var pictures = reader.images(file, folder, first, Previews.MOST_PAGES);
            if (pictures.outcome() == Outcome.WHOLE || pictures.outcome() == Outcome.ENCRYPTED) {
                return;
            }
            if (pictures.pages().size() <= before) {
                OutOfTime.check(pictures.outcome(), excused);
                stuck++;
                first = firstMissing(first, pictures.pages()) + 1;
                before = (int) count(pictures.pages(), first);
            } else {
                before = pictures.pages().size();
            }
        }
    }

    private static int firstMissing(int first, List<Integer> drawn) {
        int page = first;
        while (drawn.contains(page)) {
            page++;
        }
        return page;
    }

    private static long count(List<Integer> drawn, int first) {
        return drawn.stream().filter(page -> page >= first).count();
    }
}
