package kakolog.pdf;

import java.nio.file.Path;

/** The sizes that a page is drawn in. */
public enum PictureSize {
    /** To read: 1600 pixels are what a slide fills on a usual screen. */
    LARGE(1600, ".png"),
    /** To find: twice the 160 pixels that a thumbnail is shown with. */
    SMALL(320, "-small.png");

    private final int longSide;
    private final String ending;

    PictureSize(int longSide, String ending) {
        this.longSide = longSide;
        this.ending = ending;
    }

    /** The picture of a page (from 1) in a folder of pictures of one PDF. */
    public Path of(int page, Path folder) {
        return folder.resolve(page + ending);
    }

    int longSide() {
        return longSide;
    }
}
