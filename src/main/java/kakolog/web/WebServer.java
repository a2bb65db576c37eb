package kakolog.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server: every route with its floor, HEAD beside each GET, the headers of every answer. */
public final class WebServer implements AutoCloseable {
    /** Enough for 300 slow clients and everyone else; a thread that waits costs little. */
    private static final int MOST_THREADS = 1000;
    /** Bytes a second, on average. */
    private static final long SLOWEST_REQUEST = 2_000;

    private static final long SLOWEST_RESPONSE = 20_000;
    /** While a request or its answer is under way; between them Jetty waits for 30 seconds. */
    private static final long IDLE_MILLIS = 10_000;

    private static final long STOPPING_IDLE_MILLIS = 500;
    private static final String ROUTE = "kakolog.route";
    private static final String BEGUN = "kakolog.begun";

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

    private final Javalin javalin;
    private final Shelf shelf;
    private final Traffic traffic;
    private final Clock clock;
    private final EveryAnswer everyAnswer;
    private final ErrorPages errors;
    private final Entrance entrance;
    private final KnownHosts hosts;
    private final FileSender files = new FileSender();
    private final Delivery delivery = new Delivery(files);
    /** Known at the start, when the connector is made. */
    private InetSocketAddress listening = new InetSocketAddress(0);

    /** Prepares the routes; {@link #start} opens the port. */
    public WebServer(
            List<Route> routes,
            Shelf shelf,
            Traffic traffic,
            ErrorPages errors,
            PublicUrl publicUrl,
            Entrance entrance,
            Clock clock) {
        this.shelf = shelf;
        this.traffic = traffic;
        this.clock = clock;
        this.everyAnswer = new EveryAnswer(publicUrl);
        this.errors = errors;
        this.entrance = entrance;
        this.hosts = entrance.hosts();
        this.javalin = Javalin.create(config -> configure(config, routes));
    }

    /**
     * Opens the port.
     *
     * @param port 0 takes a free one
     * @return the port taken
     * @throws UncheckedIOException where another program has the port
     */
    public int start(String host, int port) {
        refuseTaken(host, port);
        listening = new InetSocketAddress(host, port);
        javalin.start(host, port);
        return port();
    }

    /** Asked beforehand, since Javalin logs a taken port with its whole stack before it tells. */
    private static void refuseTaken(String host, int port) {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(host, port));
        } catch (IOException taken) {
            var mend = "cannot listen on " + host + ":" + port + " (" + taken.getMessage()
                    + "); KAKOLOG_PORT sets another port";
            throw new UncheckedIOException(new IOException(mend, taken));
        }
    }

    /** The port that is open, after {@link #start}. */
    public int port() {
        return javalin.port();
    }

    /** Lets those have their answers who are being answered, for ten seconds; then cuts off who is left. */
    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // it ends with its executor
    public void close() {
        var hurrying = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "stop-connections");
            thread.setDaemon(true);
            return thread;
        });
        try {
            hurrying.scheduleWithFixedDelay(this::hurry, 0, 200, TimeUnit.MILLISECONDS);
            javalin.stop();
        } catch (JavalinException unfinished) {
            LOG.warn("some visitors were cut off while they were being answered", unfinished);
        } finally {
            hurrying.shutdownNow();
        }
    }

    /**
     * Ends connections that nothing is said on. Jetty does so once when it begins to stop, yet each answer that ends after
     * that sets its connection's patience back, and stopping then waits for visitors who have long had their answer.
     */
    private void hurry() {
        connectors()
                .flatMap(connector -> connector.getConnectedEndPoints().stream())
                .forEach(connection -> connection.setIdleTimeout(STOPPING_IDLE_MILLIS));
    }

    private Stream<AbstractConnector> connectors() {
        return javalin.jettyServer().server().getBeans(AbstractConnector.class).stream();
    }

    private void configure(JavalinConfig config, List<Route> routes) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.router.ignoreTrailingSlashes = false;
        config.http.prefer405over404 = true;
        config.jetty.threadPool = new QueuedThreadPool(MOST_THREADS, 8, 60_000);
        config.jetty.modifyHttpConfiguration(http -> http.setIdleTimeout(IDLE_MILLIS));
        config.jetty.addConnector((server, http) -> new FileConnector(server, http, listening));
        config.jetty.modifyServer(this::modify);
        config.routes.before(this::begin);
        config.routes.after(this::count);
        for (var route : routes) {
            var handler = guarded(handler(route));
            switch (route.method()) {
                case GET -> {
                    config.routes.get(route.path(), handler);
                    config.routes.head(route.path(), handler);
                }
                case POST -> config.routes.post(route.path(), handler);
                case PUT -> config.routes.put(route.path(), handler);
                case DELETE -> config.routes.delete(route.path(), handler);
            }
        }
        config.routes.exception(Exception.class, this::answerFault);
        // Javalin's own refusals (no such route, another method) come as these, and would be answered in its words.
        config.routes.exception(HttpResponseException.class, this::answerFault);
    }

    /** Javalin announces itself and Jetty its version; neither is anyone's business. */
    private void modify(Server server) {
        // Who dawdles, or means to, holds a thread or a file: such visitors are let go.
        var leastRate = new LeastRate(SLOWEST_REQUEST, SLOWEST_RESPONSE);
        var shelfFirst = new ShelfFirst(
                shelf, traffic, entrance.recognition(), entrance.cookies(), everyAnswer, files, leastRate, clock);
        var firstLook = new FirstLook(hosts);
        firstLook.setHandler(shelfFirst);
        server.setHandler(firstLook);
        server.setErrorHandler(new PlainErrors(everyAnswer));
        server.setStopTimeout(10_000);
    }

    private Handler handler(Route route) {
        return context -> {
            context.attribute(ROUTE, route);
            var now = clock.instant();
            var asking = entrance.admit(route, context, now);
            boolean keepable = route.parameters().containsAll(asking.query().keySet());
            var stored = switch (route.keeping()) {
                case FOR_ALL -> keepable ? kept(route, asking.byNobody()) : made(route, asking.byNobody());
                case FOR_EACH -> keepable ? kept(route, asking) : made(route, asking);
                case FRESH -> made(route, asking);
            };
            delivery.send(context, stored, asking.visit().isSignedIn());
        };
    }

    private Stored kept(Route route, Asking asking) {
        // As sent, so that the shelf is asked before anybody decodes it.
        return shelf.get(
                asking.address(), asking.language(), asking.visit(), asking.now(), () -> answer(route, asking));
    }

    private static Stored made(Route route, Asking asking) {
        return Stored.once(answer(route, asking));
    }

    /** No proxy may keep what a page tells somebody who is signed in. */
    private static Answer answer(Route route, Asking asking) {
        var answer = route.page().answer(asking);
        return !asking.visit().isSignedIn() || answer.headers().containsKey("Cache-Control")
                ? answer
                : answer.withHeader("Cache-Control", Stored.FOR_ONE);
    }

    /** An error of the machine (no memory, no stack) is answered as any other fault, and told with an incident id. */
    private static Handler guarded(Handler handler) {
        return context -> {
            try {
                handler.handle(context);
            } catch (Error fault) {
                throw new IllegalStateException(fault);
            }
        };
    }

    private void begin(Context context) {
        context.attribute(BEGUN, System.nanoTime());
        everyAnswer.headers().forEach(header -> context.res().setHeader(header.getName(), header.getValue()));
    }

    /** Comes after refusals and faults as well. */
    private void count(Context context) {
        Route route = context.attribute(ROUTE);
        Long begun = context.attribute(BEGUN);
        if (begun != null) {
            traffic.routed(
                    route == null ? "none" : route.path(),
                    context.req().getMethod(),
                    context.res().getStatus(),
                    System.nanoTime() - begun);
        }
    }

    private void answerFault(Exception fault, Context context) {
        settle(context);
        delivery.send(context, Stored.once(errors.answer(fault, asking(context))), false);
    }

    /**
     * A refused form may still be on its way. A short one is taken and dropped; with a longer one the connection ends, and
     * says so: it would end unsaid otherwise, under the next request of whoever keeps it.
     */
    private static void settle(Context context) {
        var request = context.req();
        long length = request.getContentLengthLong();
        if (length > Form.BYTES || request.getHeader("Transfer-Encoding") != null) {
            context.res().setHeader("Connection", "close");
        } else if (length > 0) {
            try {
                request.getInputStream().readNBytes((int) length);
            } catch (IOException gone) {
                // Then nobody is there to be answered.
            }
        }
    }

    /** Who asks, even where that very question is what failed. */
    private Asking asking(Context context) {
        Route route = context.attribute(ROUTE);
        boolean forBytes = route != null && route.kind() == Route.Kind.BYTES;
        try {
            return entrance.asking(context, forBytes, clock.instant());
        } catch (RuntimeException unrecognized) {
            return Asking.of(context, forBytes, Visit.ANONYMOUS, "", clock.instant());
        }
    }
}
