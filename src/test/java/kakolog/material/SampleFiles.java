package kakolog.material;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** The smallest files of each type. */
final class SampleFiles {
    static final String ODP = "application/vnd.oasis.opendocument.presentation";

    private SampleFiles() {}

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] pdf() {
        return text("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n");
    }

    static byte[] image(String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), format, bytes);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    static byte[] webp() {
        return Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
    }

    /** A zip of files with these names, each holding its name. */
    static byte[] zip(String... names) {
        return zipped("", names);
    }

    /** A zip that begins as OpenDocument does, with this media type. */
    static byte[] openDocument(String mediaType) {
        return zipped(mediaType, "content.xml", "styles.xml", "META-INF/manifest.xml");
    }

    private static byte[] zipped(String mediaType, String... names) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            if (!mediaType.isEmpty()) {
                zip.putNextEntry(stored("mimetype", text(mediaType)));
                zip.write(text(mediaType));
            }
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(text(name));
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private static ZipEntry stored(String name, byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        return entry;
    }
}
