package kakolog.demo;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Draws small pictures; the same name gives the same picture. */
final class Pictures {
    private static final int FIELDS = 5;
    /** One pixel: Java draws no WebP. */
    private static final String WEBP = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==";

    private Pictures() {}

    static byte[] png(String name, int width, int height) {
        return encoded("png", drawn(name, width, height));
    }

    static byte[] gif(String name, int width, int height) {
        return encoded("gif", drawn(name, width, height));
    }

    static byte[] webp() {
        return Base64.getDecoder().decode(WEBP);
    }

    /** Fields in one colour, left and right alike, as pictures for who has set none often are. */
    private static BufferedImage drawn(String name, int width, int height) {
        int seed = name.hashCode() * 0x9e3779b1;
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int colour = Color.getHSBColor((seed >>> 8 & 0xff) / 255f, 0.5f, 0.7f).getRGB();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int column = x * FIELDS / width;
                int field = Math.min(column, FIELDS - 1 - column) + 3 * (y * FIELDS / height);
                picture.setRGB(x, y, (seed >>> field & 1) == 1 ? colour : 0xf2f2f2);
            }
        }
        return picture;
    }

    private static byte[] encoded(String format, BufferedImage picture) {
        var bytes = new ByteArrayOutputStream();
        try {
            // Without a file on the disk in between.
            ImageIO.setUseCache(false);
            if (!ImageIO.write(picture, format, bytes)) {
                throw new IllegalStateException("this Java writes no " + format);
            }
            return bytes.toByteArray();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}
