package kakolog.material;

import java.util.Optional;
import kakolog.blob.FileName;
import kakolog.text.CleanText;

/** What a material is called on pages: one line of at most 200 characters. */
public record Title(String text) {
    private static final int LONGEST = 200;

    public Title {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a title without a character");
        }
    }

    /** The title in this text; empty where there is none. */
    public static Optional<Title> of(String raw) {
        var clean = CleanText.of(raw.replaceAll("\\R|\\t", " "));
        int length = Math.min(LONGEST, clean.codePointCount(0, clean.length()));
        var cut = clean.substring(0, clean.offsetByCodePoints(0, length)).strip();
        return cut.isEmpty() ? Optional.empty() : Optional.of(new Title(cut));
    }

    /** What a file is called where nobody has said it. */
    public static Title of(FileName name) {
        return of(name.stem()).orElseGet(() -> new Title(name.value()));
    }

    @Override
    public String toString() {
        return text;
    }
}
