package kakolog.content;

/** Something wrong in a content file, told so that the one who wrote it can mend it: where, what, and what was expected. */
public record Fault(String file, int line, String what, String expected) {
    @Override
    public String toString() {
        return file + ":" + line + ": " + what + ", expected " + expected;
    }
}
