package kakolog.web;

import java.time.Clock;
import java.util.Optional;
import kakolog.text.Language;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Answers from the shelf what lies there, before the servlet container and the routes are asked; anything else goes on to
 * them, and what they make of a kept page lies on the shelf for the next visitor.
 *
 * <p>On a busy machine a kept page costs 28 µs of processor time this way and a 304 as much; through the container it was 60
 * to 70 µs. nginx needs 24 µs and 18 µs for the same bytes in a file.
 *
 * <p>Only for visitors who send no cookie but the language's: whoever is signed in may see more, and the routes know.
 */
final class ShelfFirst extends Handler.Wrapper {
    private final Shelf shelf;
    private final EveryAnswer everyAnswer;
    private final Clock clock;

    ShelfFirst(Shelf shelf, EveryAnswer everyAnswer, Clock clock) {
        this.shelf = shelf;
        this.everyAnswer = everyAnswer;
        this.clock = clock;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var stored = find(request);
        if (stored == null) {
            return super.handle(request, response, callback);
        }
        var headers = response.getHeaders();
        everyAnswer.headers().forEach(headers::add);
        Sender.send(stored, request, response, callback);
        return true;
    }

    private @Nullable Stored find(Request request) {
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        var language = reads ? language(request) : Optional.<Language>empty();
        return language.isEmpty()
                ? null
                : shelf.find(request.getHttpURI().getPathQuery(), language.get(), clock.instant());
    }

    /** The language of one who sends no other cookie; empty for anybody else, and for cookies in several headers. */
    private static Optional<Language> language(Request request) {
        HttpField cookie = null;
        for (HttpField field : request.getHeaders()) {
            if (field.getHeader() == HttpHeader.COOKIE) {
                if (cookie != null) {
                    return Optional.empty();
                }
                cookie = field;
            }
        }
        return cookie == null ? Optional.of(Language.JA) : Languages.ofOnlyCookie(cookie.getValue());
    }
}
