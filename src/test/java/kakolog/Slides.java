package kakolog;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Files as speakers send them. */
public final class Slides {
    private Slides() {}

    /** A PDF with one page for each of these texts. */
    public static byte[] pdf(String... pages) {
        try (var document = new PDDocument()) {
            for (var text : pages) {
                var page = new PDPage(new PDRectangle(640, 360));
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(FontName.HELVETICA), 28);
                    content.newLineAtOffset(40, 180);
                    content.showText(text);
                    content.endText();
                }
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * A PDF of so many bytes: of one empty page and of noise that nothing in it leads to. Its end tells where its objects are;
     * where a PDF has none, the reader looks for them in all of it, for seconds.
     */
    public static byte[] padded(int size) {
        var head = "%PDF-1.7\n";
        var objects = List.of(
                "1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n",
                "2 0 obj << /Type /Pages /Count 1 /Kids [3 0 R] >> endobj\n",
                "3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 20 20] >> endobj\n");
        var places = new StringBuilder("xref\n0 4\n0000000000 65535 f \n");
        int at = head.length();
        for (var object : objects) {
            places.append("%010d 00000 n \n".formatted(at));
            at += object.length();
        }
        var end = places + "trailer << /Size 4 /Root 1 0 R >>\nstartxref\n%07d\n%%%%EOF\n";
        var front = text(head + String.join("", objects));
        var back = text(end.formatted(size - end.formatted(0).length()));
        var bytes = new byte[size];
        new Random(7).nextBytes(bytes);
        System.arraycopy(front, 0, bytes, 0, front.length);
        System.arraycopy(back, 0, bytes, size - back.length, back.length);
        return bytes;
    }

    public static byte[] text(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }
}
