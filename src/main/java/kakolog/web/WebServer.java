package kakolog.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import kakolog.web.Route.Keeping;
import org.eclipse.jetty.server.Server;

/** The HTTP server: every route with its floor, HEAD beside each GET, the headers of every answer. */
public final class WebServer implements AutoCloseable {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Javalin javalin;
    private final Shelf shelf;
    private final Clock clock;
    private final PublicUrl publicUrl;
    private final ErrorPages errors;

    /** Prepares the routes; {@link #start} opens the port. */
    public WebServer(List<Route> routes, Shelf shelf, ErrorPages errors, PublicUrl publicUrl, Clock clock) {
        this.shelf = shelf;
        this.clock = clock;
        this.publicUrl = publicUrl;
        this.errors = errors;
        this.javalin = Javalin.create(config -> configure(config, routes));
    }

    /**
     * Opens the port.
     *
     * @param port 0 takes a free one
     * @return the port taken
     */
    public int start(String host, int port) {
        javalin.start(host, port);
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }

    private void configure(JavalinConfig config, List<Route> routes) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.router.ignoreTrailingSlashes = false;
        config.jetty.modifyServer(WebServer::modify);
        config.routes.before(this::addHeaders);
        for (var route : routes) {
            switch (route.method()) {
                case GET -> {
                    config.routes.get(route.path(), handler(route));
                    config.routes.head(route.path(), handler(route));
                }
                case POST -> config.routes.post(route.path(), handler(route));
            }
        }
        config.routes.exception(Exception.class, this::answerFault);
        config.routes.error(404, context -> {
            if (context.res().getContentType() == null
                    || context.res().getContentType().startsWith("text/plain")) {
                // Javalin has put words of its own there, and would write them after ours.
                context.result("");
                answerNotFound(context);
            }
        });
    }

    /** Javalin announces itself and Jetty its version; neither is anyone's business. */
    private static void modify(Server server) {
        server.setErrorHandler(new PlainErrors());
        server.setStopTimeout(10_000);
    }

    private Handler handler(Route route) {
        return context -> {
            var now = clock.instant();
            if (route.keeping() == Keeping.KEPT) {
                var stored = shelf.get(
                        question(context),
                        Languages.of(context),
                        now,
                        () -> route.page().answer(Asking.of(context, now)));
                Sender.send(stored, context.req(), context.res());
            } else {
                Sender.send(new Stored(route.page().answer(Asking.of(context, now))), context.req(), context.res());
            }
        };
    }

    private static String question(Context context) {
        var query = context.req().getQueryString();
        return query == null ? context.path() : context.path() + "?" + query;
    }

    private void addHeaders(Context context) {
        var response = context.res();
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (publicUrl.isHttps()) {
            response.setHeader("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
        }
    }

    private void answerFault(Exception fault, Context context) {
        send(context, errors.answer(fault, Asking.of(context, clock.instant())));
    }

    private void answerNotFound(Context context) {
        send(context, errors.answer(new NotFound(), Asking.of(context, clock.instant())));
    }

    private static void send(Context context, Answer answer) {
        try {
            Sender.send(new Stored(answer), context.req(), context.res());
        } catch (IOException gone) {
            context.res().setStatus(499);
        }
    }
}
