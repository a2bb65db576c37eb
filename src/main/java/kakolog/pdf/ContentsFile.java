package kakolog.pdf;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The file by which the process tells its parent the contents: the number of pages, then the text of each as it is read. */
final class ContentsFile {
    private ContentsFile() {}

    static Outcome write(PDDocument document, Path file, Limits limits) throws IOException {
        try (var out = new DataOutputStream(new BufferedOutputStream(open(file)))) {
            var pages = PageNumbers.of(document, limits);
            begin(out, pages);
            var texts = new PageTexts(pages.read(), limits.characters(), text -> {
                out.writeUTF(text);
                // what was read stays read, whatever the next page is
                out.flush();
            });
            return texts.read(document).or(pages.outcome());
        }
    }

    private static void begin(DataOutputStream out, PageNumbers pages) throws Unwritable {
        try {
            out.writeInt(pages.all());
            out.flush();
        } catch (IOException failure) {
            throw new Unwritable(failure);
        }
    }

    private static OutputStream open(Path file) throws Unwritable {
        try {
            return Files.newOutputStream(file);
        } catch (IOException failure) {
            throw new Unwritable(failure);
        }
    }

    /** As far as the file goes: its writer may have been ended at any byte. */
    static Contents read(Path file, Limits limits, Outcome outcome) throws IOException {
        if (!Files.exists(file)) {
            return new Contents(0, List.of(), outcome);
        }
        var pages = 0;
        var texts = new ArrayList<String>();
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            pages = in.readInt();
            while (texts.size() < Math.min(pages, limits.pages())) {
                texts.add(in.readUTF());
            }
        } catch (EOFException end) {
            return new Contents(pages, texts, outcome);
        }
        return new Contents(pages, texts, outcome);
    }
}
