package kakolog.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kakolog.discord.Credentials;
import kakolog.id.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for Discord on loopback: speaks the part of its wire format that we use, over a {@link Community}, and fails
 * on call. Thread safe.
 */
public final class StandIn implements AutoCloseable {
    private static final String API = "/api/v10";
    private static final Credentials CREDENTIALS =
            new Credentials(Community.BOT.toString(), "stand-in-secret", "stand-in-token");

    static {
        // The JDK's server writes headers and body apart; without this the body waits 40 ms for the first to be
        // confirmed.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final Community community;
    private final Clock clock;
    private final AuthorizePage authorizePage;
    private final TokenRoute tokenRoute;
    private final ApiRoutes apiRoutes;
    private final Cdn cdn;
    private final Quota quota = new Quota();
    private final Faults faults = new Faults();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final int port;
    private @Nullable HttpServer server;
    private @Nullable ExecutorService threads;

    /** A call that came in. */
    public record Call(String method, String path, Instant at) {}

    /** Starts on a free port. */
    public StandIn(Community community, Clock clock) {
        this(community, clock, 0);
    }

    /** @param port 0 for a free one */
    public StandIn(Community community, Clock clock, int port) {
        this.community = community;
        this.clock = clock;
        var grants = new Grants(clock);
        this.authorizePage = new AuthorizePage(community, grants, CREDENTIALS.clientId());
        this.tokenRoute = new TokenRoute(grants, CREDENTIALS);
        this.cdn = new Cdn(community, clock);
        this.apiRoutes = new ApiRoutes(community, cdn, grants, CREDENTIALS);
        this.port = open(port);
        cdn.standAt(url());
    }

    /** The base address to give to the client. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The only ones that it knows. */
    public Credentials credentials() {
        return CREDENTIALS;
    }

    public Snowflake guild() {
        return community.guild();
    }

    public Community community() {
        return community;
    }

    /** Discord's files, at the same address. */
    public Cdn cdn() {
        return cdn;
    }

    /** The next call that it fits fails so; several wait for their turn. */
    public void failNext(Fault fault) {
        faults.next(fault);
    }

    /** All calls that it fits fail so until {@link #recover}. */
    public void failAlways(Fault fault) {
        faults.always(fault);
    }

    /** No more faults, neither lasting nor waiting ones. */
    public void recover() {
        faults.clear();
    }

    /** So many calls in such a time, for each route. */
    public void limit(int calls, Duration window) {
        quota.set(calls, window);
    }

    /** What came in so far, failed calls included. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** How many calls went to paths that begin so. */
    public int count(String path) {
        return (int) calls.stream().filter(call -> call.path().startsWith(path)).count();
    }

    /** As a Discord that is down: nobody listens at its port. */
    public synchronized void stop() {
        if (server != null && threads != null) {
            server.stop(0);
            threads.shutdownNow();
            server = null;
        }
    }

    /** Listens again, at the same port, with what it knew. */
    public synchronized void start() {
        if (server == null) {
            open(port);
        }
    }

    @Override
    public void close() {
        stop();
    }

    private synchronized int open(int wanted) {
        try {
            var opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
            threads = Executors.newFixedThreadPool(16, StandIn::daemon);
            opened.setExecutor(threads);
            opened.createContext("/", this::handle);
            opened.start();
            server = opened;
            return opened.getAddress().getPort();
        } catch (IOException cannotListen) {
            throw new UncheckedIOException(cannotListen);
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "stand-in");
        thread.setDaemon(true);
        return thread;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var asked = Asked.of(exchange);
            calls.add(new Call(asked.method(), asked.path(), clock.instant()));
            if (Cdn.has(asked.path())) {
                cdn.answer(exchange, asked);
                return;
            }
            var told = answer(asked);
            if (told != null) {
                send(exchange, told);
            }
        }
    }

    private static void send(HttpExchange exchange, Told told) throws IOException {
        var bytes = told.body().getBytes(UTF_8);
        told.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(told.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Null for none: the connection is dropped. */
    private @Nullable Told answer(Asked asked) {
        if (asked.is("GET", "/oauth2/authorize")) {
            return authorizePage.answer(asked);
        }
        if (!asked.path().startsWith(API + "/")) {
            return Told.html(404, "<!DOCTYPE html><title>404</title>");
        }
        if (!asked.header("User-Agent").startsWith("DiscordBot (")) {
            return Told.cloudflare();
        }
        return faults.answer(asked, this::api);
    }

    private Told api(Asked asked, Fault.@Nullable Kind fault) {
        var path = asked.path().substring(API.length());
        if (asked.is("POST", API + "/oauth2/token")) {
            return tokenRoute.answer(asked, fault == Fault.Kind.WRONG_SCOPE);
        }
        // One count for all members of a guild, for all messages of a channel, and for each user's token.
        boolean ofUser = asked.header("Authorization").startsWith("Bearer ");
        var route = path.replaceFirst("/members/\\d+", "/members/{user}")
                .replaceFirst("/messages/\\d+", "/messages/{message}");
        var counted = quota.count(ofUser ? route + asked.header("Authorization") : route);
        var told = counted.over()
                ? Faults.rateLimited(counted.resetAfter(), false)
                : apiRoutes.answer(asked, path, fault == Fault.Kind.WRONG_USER);
        return told.with(counted.headers());
    }
}
