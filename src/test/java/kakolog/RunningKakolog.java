package kakolog;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import kakolog.demo.Community;
import kakolog.demo.Person;
import kakolog.demo.StandIn;
import kakolog.web.Route;
import org.jspecify.annotations.Nullable;

/** A whole kakolog on a free port of loopback, with a data folder of its own and a clock that the test moves. */
public final class RunningKakolog implements AutoCloseable {
    /** Long after the last of the project's own events. */
    private static final String LATER = "2022-01-01T12:00:00+09:00";

    private final MovableClock clock = new MovableClock(LATER);
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final @Nullable StandIn discord;
    private final Map<Person, As> signedIn = new ConcurrentHashMap<>();
    private final Path data;
    private final Map<String, String> settings = new HashMap<>();
    private App app;

    private RunningKakolog(Path content, @Nullable StandIn discord, Map<String, String> more) {
        this.discord = discord;
        try {
            data = Files.createTempDirectory("kakolog");
            settings.putAll(Map.of(
                    "KAKOLOG_HOST",
                    "127.0.0.1",
                    "KAKOLOG_PORT",
                    "0",
                    "KAKOLOG_CONTENT",
                    content.toString(),
                    "KAKOLOG_DATA",
                    data.toString()));
            if (discord != null) {
                settings.putAll(settingsOf(discord));
            }
            settings.putAll(more);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        app = started();
    }

    private App started() {
        try {
            var begun = new App(Config.from(settings), clock, false, (events, frames) -> List.of());
            begun.start();
            return begun;
        } catch (Config.Unusable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Stops it and starts it anew on the same data folder; who was signed in still is. */
    public void restart() {
        app.close();
        app = started();
    }

    /** Every address that is served. */
    List<Route> routes() {
        return app.routes();
    }

    /** The settings by which kakolog asks this stand-in of Discord. */
    public static Map<String, String> settingsOf(StandIn discord) {
        var credentials = discord.credentials();
        return Map.of(
                "KAKOLOG_DISCORD_URL",
                discord.url().toString(),
                "KAKOLOG_DISCORD_CDN_URL",
                discord.url().toString(),
                "KAKOLOG_DISCORD_MEDIA_URL",
                discord.url().toString(),
                "KAKOLOG_DISCORD_CLIENT_ID",
                credentials.clientId(),
                "KAKOLOG_DISCORD_CLIENT_SECRET",
                credentials.clientSecret(),
                "KAKOLOG_DISCORD_BOT_TOKEN",
                credentials.botToken(),
                "KAKOLOG_DISCORD_GUILD_ID",
                discord.guild().toString());
    }

    /** With the project's own content, where nobody can sign in. */
    public static RunningKakolog start() {
        return start(Path.of("content"));
    }

    /** With the files of this folder. */
    public static RunningKakolog start(Path content) {
        return new RunningKakolog(content, null, Map.of());
    }

    /** With the project's own content and a Discord of its own, in which the cast is. */
    public static RunningKakolog withDiscord() {
        return withDiscord(Path.of("content"), Map.of());
    }

    /** The same with the files of this folder and more settings. */
    public static RunningKakolog withDiscord(Path content, Map<String, String> more) {
        // By the machine's clock: waits that it asks for are real ones.
        return new RunningKakolog(content, new StandIn(new Community(), Clock.systemUTC()), more);
    }

    /** The Discord that this one asks. */
    public StandIn discord() {
        return Objects.requireNonNull(discord);
    }

    /** Who is in that Discord, and what they hold. */
    public Community community() {
        return discord().community();
    }

    /** One of the cast, signed in; the same session each time. */
    public As as(Person person) {
        return signedIn.computeIfAbsent(person, this::signIn);
    }

    /** One of the cast in a browser of their own, signed in anew. */
    public As signIn(Person person) {
        return new As(this, Login.of(this, person));
    }

    /** Where this one keeps its data. */
    public Path data() {
        return data;
    }

    public MovableClock clock() {
        return clock;
    }

    /** A path as a whole address on loopback, whatever the public one is. */
    public String url(String path) {
        return "http://127.0.0.1:" + app.port() + path;
    }

    /** The port of loopback that is open. */
    public int port() {
        return app.port();
    }

    /**
     * What this address answers to somebody who is not signed in; redirects are not followed.
     *
     * @param headers names and values in turn
     */
    public HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url(path))).timeout(Duration.ofSeconds(30));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    /** Asks until an answer is as it should be, which some work beside the request makes it; half a minute at most. */
    public <T> HttpResponse<T> await(Supplier<HttpResponse<T>> asking, Predicate<HttpResponse<T>> good) {
        var answer = asking.get();
        for (int i = 0; i < 300 && !good.test(answer); i++) {
            LockSupport.parkNanos(100_000_000);
            answer = asking.get();
        }
        if (!good.test(answer)) {
            throw new IllegalStateException("still " + answer);
        }
        return answer;
    }

    /** Sends any request, as one to {@link #url}. */
    public HttpResponse<String> send(HttpRequest request) {
        return send(request, BodyHandlers.ofString());
    }

    /** The same, for what is no text. */
    public HttpResponse<byte[]> sendForBytes(HttpRequest request) {
        return send(request, BodyHandlers.ofByteArray());
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> reading) {
        try {
            return client.send(request, reading);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        app.close();
        if (discord != null) {
            discord.close();
        }
        try (var files = Files.walk(data)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
