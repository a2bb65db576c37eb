package kakolog.material;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Width and height of a picture in pixels, so that a page keeps room for it before it is there. */
record PictureExtent(int width, int height) {
    /** What most slides are. */
    static final PictureExtent SLIDE = new PictureExtent(1600, 900);

    /** Before them a PNG has its signature, and the length and the name of its first chunk. */
    private static final int BEFORE = 16;

    /** As a PNG says; empty where it is not there. */
    static Optional<PictureExtent> of(Path png) {
        if (!Files.exists(png)) {
            return Optional.empty();
        }
        try (var in = new DataInputStream(Files.newInputStream(png))) {
            in.skipNBytes(BEFORE);
            int width = in.readInt();
            int height = in.readInt();
            return width > 0 && height > 0 ? Optional.of(new PictureExtent(width, height)) : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
