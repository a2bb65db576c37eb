package kakolog.material;

/**
 * What there is to see of a PDF.
 *
 * @param pages how many it has; 0 while that is not known, and where it cannot be read
 * @param shown how many of them are shown as pictures, from the first on; the rest is beyond what is read
 */
record Preview(Stage stage, int pages, int shown) {
    static final Preview WAITING = new Preview(Stage.WAITING, 0, 0);
    static final Preview NONE = new Preview(Stage.NONE, 0, 0);

    /** How far the reading of a PDF has come. */
    enum Stage {
        /** Its turn has not come. */
        WAITING,
        /** Its text is known, the pictures of its pages are being made one after another. */
        DRAWING,
        /** All is there that there will be. */
        READY,
        /** It could not be read; the file itself is none the worse. */
        NONE
    }

    boolean isUnderWay() {
        return stage == Stage.WAITING || stage == Stage.DRAWING;
    }
}
