package kakolog.browser;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import kakolog.RunningKakolog;
import kakolog.demo.Person;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** A deck made by the test. */
final class Slides {
    private static final String BOUNDARY = "between-the-parts";

    private Slides() {}

    /** A PDF of these pages, a line on each. */
    static byte[] of(String... lines) {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            for (var line : lines) {
                var page = new PDPage(new PDRectangle(640, 360));
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(FontName.HELVETICA), 36);
                    content.newLineAtOffset(60, 180);
                    content.showText(line);
                    content.endText();
                }
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    /** Puts it among the materials of an event, as its organizer does by a program. */
    static void send(RunningKakolog kakolog, String event, String name, byte[] file) {
        var hanako = kakolog.as(Person.HANAKO);
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        var answer = kakolog.send(HttpRequest.newBuilder(URI.create(kakolog.url("/api/events/" + event + "/materials")))
                .header("Cookie", hanako.cookie())
                .header("X-CSRF-Token", hanako.csrf())
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }
}
