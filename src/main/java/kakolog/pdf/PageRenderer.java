package kakolog.pdf;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Draws a page in its large size. */
final class PageRenderer extends PDFRenderer {
    /** Four times the PDF's own 72 points an inch: a stamp does not become a poster. */
    private static final float LARGEST_SCALE = 4;

    /** A JPEG is unpacked at the size that is drawn, so its memory is a part of what it claims; its time is not. */
    private static final int MORE_FOR_JPEG = 4;

    private final long pixels;

    PageRenderer(PDDocument document, int megapixels) {
        super(document);
        pixels = megapixels * 1_000_000L;
        setSubsamplingAllowed(true);
        // PDFBox's own hint is bicubic, which takes a third more time for a difference that is not seen in slides.
        setRenderingHints(new RenderingHints(Map.of(
                RenderingHints.KEY_INTERPOLATION,
                RenderingHints.VALUE_INTERPOLATION_BILINEAR,
                RenderingHints.KEY_ANTIALIASING,
                RenderingHints.VALUE_ANTIALIAS_ON)));
    }

    BufferedImage draw(int page) throws IOException {
        var box = document.getPage(page - 1).getCropBox();
        var longSide = Math.max(box.getWidth(), box.getHeight());
        var scale = Math.min(LARGEST_SCALE, PictureSize.LARGE.longSide() / longSide);
        return renderImage(page - 1, scale, ImageType.RGB);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new Drawer(parameters);
    }

    private boolean isTooLarge(PDImage image) {
        var claimed = (long) image.getWidth() * image.getHeight();
        return claimed > pixels * ("jpg".equals(image.getSuffix()) ? MORE_FOR_JPEG : 1);
    }

    /** Leaves images out that claim more than may be unpacked; the page around them is drawn. */
    private final class Drawer extends PageDrawer {
        Drawer(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            if (!isTooLarge(image)) {
                super.drawImage(image);
            }
        }
    }
}
