package kakolog.pdf;

import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * How many pages there are, and how many of them are read.
 *
 * <p>A PDF states their number beside the tree of them, and the two may differ: what is read was found.
 */
record PageNumbers(int all, int read, Outcome outcome) {
    static PageNumbers of(PDDocument document, Limits limits) {
        var claimed = document.getNumberOfPages();
        var found = found(document, Math.min(claimed, limits.pages()));
        if (found < Math.min(claimed, limits.pages()) || found == 0) {
            return new PageNumbers(found, found, Outcome.BROKEN);
        }
        return new PageNumbers(claimed, found, claimed > found ? Outcome.BEYOND_LIMITS : Outcome.WHOLE);
    }

    private static int found(PDDocument document, int most) {
        for (var index = 0; index < most; index++) {
            try {
                document.getPage(index);
            } catch (RuntimeException | StackOverflowError missing) {
                return index;
            }
        }
        return Math.max(most, 0);
    }
}
