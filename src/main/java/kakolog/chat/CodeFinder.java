package kakolog.chat;

/** Tells whether a message has code in it. */
final class CodeFinder implements Walk {
    private boolean found;

    static boolean finds(String text) {
        var walk = new CodeFinder();
        walk.all(MarkupReader.read(text));
        return walk.found;
    }

    @Override
    public void code(String code) {
        found = true;
    }
}
