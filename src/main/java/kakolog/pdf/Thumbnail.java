package kakolog.pdf;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Makes the small picture of the large one. */
final class Thumbnail {
    private Thumbnail() {}

    static BufferedImage of(BufferedImage large) {
        var image = large;
        var target = PictureSize.SMALL.longSide();
        // Two pixels are the most that a bilinear step takes into account: by halves, fine lines stay.
        while (longSide(image) > target) {
            image = scaled(image, Math.max(0.5, (double) target / longSide(image)));
        }
        return image;
    }

    private static int longSide(BufferedImage image) {
        return Math.max(image.getWidth(), image.getHeight());
    }

    private static BufferedImage scaled(BufferedImage image, double factor) {
        var width = Math.max(1, (int) Math.round(image.getWidth() * factor));
        var height = Math.max(1, (int) Math.round(image.getHeight() * factor));
        var scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = scaled.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return scaled;
    }
}
