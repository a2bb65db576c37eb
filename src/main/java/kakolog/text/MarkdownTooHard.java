package kakolog.text;

/** Markdown that no person wrote: so large or so nested that reading it would stop the site. */
public final class MarkdownTooHard extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int line;
    private final String expected;

    MarkdownTooHard(int line, String what, String expected) {
        super(what);
        this.line = line;
        this.expected = expected;
    }

    /** The line where the limit was passed, from 1. */
    public int line() {
        return line;
    }

    /** What was expected instead, in words. */
    public String expected() {
        return expected;
    }
}
