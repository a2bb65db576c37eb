package kakolog.web;

import java.io.IOException;
import java.time.Clock;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Answers from the shelf what lies there, before the servlet container and the routes are asked; anything else goes on to
 * them, and what they make of a kept page lies on the shelf for the next time.
 *
 * <p>On a busy machine a kept page costs 28 µs of processor time this way and a 304 as much; through the container it was 60
 * to 70 µs. nginx needs 24 µs and 18 µs for the same bytes in a file.
 *
 * <p>Whoever is signed in finds only what was made for that very face: the same session, the same check of roles.
 */
final class ShelfFirst extends Handler.Wrapper {
    private final Shelf shelf;
    private final Traffic traffic;
    private final Recognition recognition;
    private final Cookies cookies;
    private final EveryAnswer everyAnswer;
    private final FileSender files;
    private final LeastRate leastRate;
    private final Clock clock;

    ShelfFirst(
            Shelf shelf,
            Traffic traffic,
            Recognition recognition,
            Cookies cookies,
            EveryAnswer everyAnswer,
            FileSender files,
            LeastRate leastRate,
            Clock clock) {
        this.shelf = shelf;
        this.traffic = traffic;
        this.recognition = recognition;
        this.cookies = cookies;
        this.everyAnswer = everyAnswer;
        this.files = files;
        this.leastRate = leastRate;
        setHandler(leastRate);
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
        int status;
        try {
            status = stored instanceof StoredBytes bytes
                    ? Sender.send(bytes, request, response, callback)
                    : files.send((StoredFile) stored, request, leastRate.watched(request, response), callback);
        } catch (IOException unreadable) {
            // The routes say what is wrong with it.
            return super.handle(request, response, callback);
        }
        traffic.kept(request.getMethod().equals("HEAD"), status, System.nanoTime() - request.getHeadersNanoTime());
        return true;
    }

    private @Nullable Stored find(Request request) {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            return null;
        }
        var header = cookies(request);
        if (header == null) {
            return null;
        }
        var now = clock.instant();
        var session = header.isEmpty() ? "" : cookies.session(header);
        var faces = session.isEmpty() ? Faces.NOBODY : recognition.faces(session, now);
        return faces == null ? null : shelf.find(request.getHttpURI().getPathQuery(), Languages.of(header), faces, now);
    }

    /** All cookies of the request; null where they come in several headers, which is rare, and where a program asks. */
    private static @Nullable String cookies(Request request) {
        HttpField cookie = null;
        for (HttpField field : request.getHeaders()) {
            if (field.getHeader() == HttpHeader.COOKIE) {
                if (cookie != null) {
                    return null;
                }
                cookie = field;
            } else if (field.getHeader() == HttpHeader.AUTHORIZATION) {
                return null;
            }
        }
        return cookie == null ? "" : cookie.getValue();
    }
}
