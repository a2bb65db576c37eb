package kakolog.pdf;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The other side of {@link Child}: the program that reads one PDF and says by its exit code how that ended. */
final class PdfChild {
    /** Where its own files cannot be written, which is no fault of the PDF. */
    static final int CANNOT_WRITE = 74;

    private PdfChild() {}

    static List<String> words(Limits limits, Task task) {
        var words = new ArrayList<String>();
        words.add(Integer.toString(limits.pages()));
        words.add(Integer.toString(limits.megapixels()));
        words.add(Integer.toString(limits.characters()));
        words.add(Integer.toString(limits.written()));
        words.addAll(task.words());
        return words;
    }

    public static void main(String... words) {
        endWithTheParent();
        var limits = limits(words);
        var task = Task.of(Arrays.asList(words).subList(4, words.length));
        // No orderly end: a thread that reads a bomb does not stop.
        Runtime.getRuntime().halt(exitCode(task, limits));
    }

    private static Limits limits(String... words) {
        var given = Arrays.stream(words).limit(4).mapToInt(Integer::parseInt).toArray();
        var unused = Duration.ofSeconds(1);
        return new Limits(0, unused, unused, given[0], given[1], given[2], given[3]);
    }

    private static int exitCode(Task task, Limits limits) {
        try {
            return task.run(limits).exitCode();
        } catch (Unwritable unwritable) {
            System.err.println(unwritable.getMessage());
            return CANNOT_WRITE;
        } catch (IOException | RuntimeException | Error failure) {
            return Documents.outcomeOf(failure).exitCode();
        }
    }

    /** The parent never writes: the end of the input is the end of the parent, also where it was killed. */
    private static void endWithTheParent() {
        var watch = new Thread(PdfChild::awaitTheParentsEnd, "parent");
        watch.setDaemon(true);
        watch.start();
    }

    private static void awaitTheParentsEnd() {
        try {
            while (System.in.read() >= 0) {
                // nothing is asked this way
            }
        } catch (IOException gone) {
            // as good as its end
        }
        Runtime.getRuntime().halt(Outcome.BEYOND_LIMITS.exitCode());
    }
}
