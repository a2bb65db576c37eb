package kakolog.pdf;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Opens PDFs and tells what their failures mean. */
final class Documents {
    private Documents() {}

    /** A PDF that needs no password; what is unpacked of it stays in memory, where the heap's limit holds it. */
    static PDDocument open(Path pdf) throws IOException {
        return Loader.loadPDF(new RandomAccessReadBufferedFile(pdf.toFile()));
    }

    static Outcome outcomeOf(Throwable failure) {
        if (failure instanceof InvalidPasswordException) {
            return Outcome.ENCRYPTED;
        }
        return failure instanceof OutOfMemoryError ? Outcome.BEYOND_LIMITS : Outcome.BROKEN;
    }
}
