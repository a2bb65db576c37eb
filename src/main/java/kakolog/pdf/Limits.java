package kakolog.pdf;

import java.time.Duration;

/**
 * What one process that reads a PDF may take; beyond it the process ends, and what it had read stands.
 *
 * @param heap megabytes of Java heap; as much again and {@value #BESIDE_THE_HEAP} more may be mapped besides
 * @param processor time of all its threads together, in whole seconds
 * @param wallClock from its start to its end
 * @param pages that are read of one PDF
 * @param megapixels that an image within a page may claim; a larger one is left out of the page's picture
 * @param characters of text that are kept of a page; at most 21,845, so that 3 bytes each fit 65,535
 * @param written megabytes of pictures that one process writes
 */
public record Limits(
        int heap, Duration processor, Duration wallClock, int pages, int megapixels, int characters, int written) {
    static final int BESIDE_THE_HEAP = 1536;

    /** Half a gigabyte and 20 seconds of processor time: what a PDF of 200 MB may cost a small server. */
    public static final Limits DEFAULT =
            new Limits(512, Duration.ofSeconds(20), Duration.ofSeconds(60), 300, 40, 20_000, 512);

    public Limits {
        if (processor.toSeconds() < 1 || pages < 1 || characters > 65_535 / 3) {
            throw new IllegalArgumentException("no PDF can be read within " + processor + ", " + pages + " pages, "
                    + characters + " characters a page");
        }
    }
}
