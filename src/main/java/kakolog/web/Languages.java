package kakolog.web;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Stream;
import kakolog.text.Language;

/** The remembered switch of the interface's language: a cookie of its own that says nothing about anyone. */
final class Languages {
    static final String COOKIE = "lang";

    private Languages() {}

    static Language of(Context context) {
        // A client or proxy may send its cookies in several headers.
        return of(String.join(";", Collections.list(context.req().getHeaders("Cookie"))));
    }

    /** Read straight from the header: parsing all cookies costs more than the rest of answering from memory. */
    private static Language of(String cookies) {
        for (var cookie : cookies.split(";", -1)) {
            if (cookie.strip().equals(COOKIE + "=en")) {
                return Language.EN;
            }
        }
        return Language.JA;
    }

    /** The language, where the header holds its cookie and no other. */
    static Optional<Language> ofOnlyCookie(String cookies) {
        return Stream.of(Language.values())
                .filter(language -> cookies.equals(COOKIE + "=" + language.code()))
                .findFirst();
    }
}
