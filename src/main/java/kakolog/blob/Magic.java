package kakolog.blob;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.apache.tika.parser.ParseContext;

/** What Tika tells of a file by its first bytes. Tika reads its list of types when first asked. */
public final class Magic {
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private Magic() {}

    /** Whether the bytes are of this type. The name plays no part here: it would be believed. */
    public static boolean says(String mediaType, Path file) throws IOException {
        var types = MimeTypes.getDefaultMimeTypes();
        try (var bytes = TikaInputStream.get(file)) {
            var found = types.detect(bytes, new Metadata(), new ParseContext());
            var wanted = MediaType.parse(mediaType);
            return types.getMediaTypeRegistry().isInstanceOf(found, wanted)
                    && (!mediaType.equals("application/pdf") || beginsAsPdf(file));
        }
    }

    /** Tika and readers of PDF also take one that begins with something else, such as a web page. */
    private static boolean beginsAsPdf(Path file) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            return Arrays.equals(bytes.readNBytes(PDF.length), PDF);
        }
    }
}
