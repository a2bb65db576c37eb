package kakolog.pdf;

import java.io.IOException;
import java.io.Writer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.text.PDFTextStripper;

/** Takes the text of each page; one that cannot be read gives what came before its fault, and the next goes on. */
final class PageTexts extends PDFTextStripper {
    private final int pages;
    private final Beginning text;
    private final Taker taker;
    private Outcome outcome = Outcome.WHOLE;

    PageTexts(int pages, int characters, Taker taker) {
        this.pages = pages;
        this.text = new Beginning(characters);
        this.taker = taker;
    }

    /** Takes the text of one page after the other. */
    @FunctionalInterface
    interface Taker {
        void take(String text) throws IOException;
    }

    Outcome read(PDDocument document) throws IOException {
        writeText(document, text);
        return outcome;
    }

    /** The pages by number: the tree's own iterator gathers all that a PDF claims, a million too, before the first. */
    @Override
    protected void processPages(PDPageTree tree) throws IOException {
        for (var index = 0; index < pages; index++) {
            text.start();
            try {
                processPage(tree.get(index));
            } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError failure) {
                outcome = outcome.or(Documents.outcomeOf(failure));
            }
            take();
        }
    }

    @Override
    public void processPage(PDPage page) throws IOException {
        if (page.hasContents()) {
            super.processPage(page);
        }
    }

    private void take() throws Unwritable {
        try {
            taker.take(text.toString());
        } catch (IOException failure) {
            throw new Unwritable(failure);
        }
    }

    /** Keeps the beginning of what is written. */
    private static final class Beginning extends Writer {
        private final int characters;
        private final StringBuilder kept = new StringBuilder();

        Beginning(int characters) {
            this.characters = characters;
        }

        void start() {
            kept.setLength(0);
        }

        @Override
        public void write(char[] written, int from, int length) {
            kept.append(written, from, Math.min(length, characters - kept.length()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}

        @Override
        public String toString() {
            int end = kept.length();
            // the other half of the character was cut off
            boolean half = end > 0 && Character.isHighSurrogate(kept.charAt(end - 1));
            return kept.substring(0, half ? end - 1 : end).strip();
        }
    }
}
