package kakolog.web;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.stream.Stream;
import kakolog.text.Language;
import org.jspecify.annotations.Nullable;

/** The remembered switch of the interface's language: a cookie of its own that says nothing about anyone. */
final class Languages {
    static final String COOKIE = "lang";

    private Languages() {}

    static Language of(Context context) {
        return of(context.req().getHeader("Cookie"));
    }

    /** Read straight from the header: parsing all cookies costs more than the rest of answering from memory. */
    static Language of(@Nullable String cookies) {
        if (cookies == null) {
            return Language.JA;
        }
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
