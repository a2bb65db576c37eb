package kakolog.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Makes the PDFs of the tests: good ones with PDFBox, hostile ones by hand. */
final class Pdfs {
    private static final float SLIDE_WIDTH = 960;
    private static final float SLIDE_HEIGHT = 540;

    private Pdfs() {}

    /** Slides of 960 x 540 points; the n-th says "slide n". */
    static Path slides(Path folder, int pages) {
        try (var document = new PDDocument()) {
            for (var page = 1; page <= pages; page++) {
                add(document, new PDRectangle(SLIDE_WIDTH, SLIDE_HEIGHT), "slide " + page);
            }
            return save(document, folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static PDPage add(PDDocument document, PDRectangle size, String text) throws IOException {
        var page = new PDPage(size);
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 48);
            content.newLineAtOffset(100, 100);
            content.showText(text);
            content.endText();
        }
        return page;
    }

    static Path encrypted(Path folder, String owner, String user) {
        try (var document = new PDDocument()) {
            add(document, PDRectangle.A4, "for the few");
            document.protect(new StandardProtectionPolicy(owner, user, new AccessPermission()));
            return save(document, folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Path save(PDDocument document, Path folder) throws IOException {
        var file = folder.resolve("made.pdf");
        document.save(file.toFile());
        return file;
    }

    /** Draws so much in one page that nobody waits for its end. */
    static Path endless(Path folder) {
        return page(
                folder,
                "0 0 m 200 200 l 0 200 l 200 0 l 7 9 200 3 1 1 c f\n"
                        .repeat(1_000_000)
                        .getBytes(ISO_8859_1),
                "");
    }

    /**
     * One page of 200 x 200 points by hand.
     *
     * @param content the page's content stream, unpacked
     * @param resources inside of the page's resource dictionary
     * @param more further objects, numbered from 5
     */
    static Path page(Path folder, byte[] content, String resources, String... more) {
        var stream = stream("/Filter /FlateDecode", packed(content));
        return page(folder, stream, resources, more);
    }

    static Path page(Path folder, String stream, String resources, String... more) {
        var objects = new String[3 + more.length + 1];
        objects[0] = "<< /Type /Catalog /Pages 2 0 R >>";
        objects[1] = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
        objects[2] = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << " + resources
                + " >> >>";
        objects[3] = stream;
        System.arraycopy(more, 0, objects, 4, more.length);
        return of(folder, objects);
    }

    /** A stream of a megabyte that unpacks to a gigabyte of blanks, times {@code gigabytes}. */
    static String bomb(String entries, int gigabytes) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(" ".repeat(1 << 20).getBytes(ISO_8859_1));
        var packed = new byte[1 << 16];
        // what a full flush ends stands by itself, so it may stand any number of times
        var length = deflater.deflate(packed, 0, packed.length, Deflater.FULL_FLUSH);
        deflater.end();
        var zlibHeader = 2;
        var megabyte = new String(packed, zlibHeader, length - zlibHeader, ISO_8859_1);
        var header = new String(packed, 0, zlibHeader, ISO_8859_1);
        return stream(entries + " /Filter /FlateDecode", header + megabyte.repeat(1024 * gigabytes));
    }

    static String stream(String entries, String bytes) {
        return "<< " + entries + " /Length " + bytes.length() + " >>\nstream\n" + bytes + "\nendstream";
    }

    private static String packed(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION))) {
            deflater.write(bytes);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return packed.toString(ISO_8859_1);
    }

    /** A PDF of objects numbered from 1, the first of which is the catalogue. */
    static Path of(Path folder, String... objects) {
        var pdf = new StringBuilder("%PDF-1.7\n");
        var table = new StringBuilder();
        for (var number = 1; number <= objects.length; number++) {
            table.append(String.format(Locale.ROOT, "%010d 00000 n \n", pdf.length()));
            pdf.append(number).append(" 0 obj\n").append(objects[number - 1]).append("\nendobj\n");
        }
        var start = pdf.length();
        pdf.append("xref\n0 ").append(objects.length + 1).append("\n0000000000 65535 f \n");
        pdf.append(table).append("trailer\n<< /Root 1 0 R /Size ").append(objects.length + 1);
        pdf.append(" >>\nstartxref\n").append(start).append("\n%%EOF\n");
        return write(folder, pdf.toString().getBytes(ISO_8859_1));
    }

    static Path write(Path folder, byte[] bytes) {
        try {
            return Files.write(folder.resolve("made.pdf"), bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
