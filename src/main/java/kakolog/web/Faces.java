package kakolog.web;

import org.jspecify.annotations.Nullable;

/**
 * Under what a page may lie on the shelf for one visitor: two visits of the same face see the same bytes.
 *
 * @param session of pages that hang on the session alone, as most do: its name stands on them
 * @param checked of pages that hang on the last check of roles as well; null while there is none that counts
 */
public record Faces(String session, @Nullable String checked) {
    static final Faces NOBODY = new Faces("", null);
}
