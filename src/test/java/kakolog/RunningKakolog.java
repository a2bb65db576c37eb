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
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A whole kakolog on a free port of loopback, with a data folder of its own and a clock that the test moves. */
public final class RunningKakolog implements AutoCloseable {
    /** Long after the last of the project's own events. */
    private static final String LATER = "2022-01-01T12:00:00+09:00";

    private final MovableClock clock = new MovableClock(LATER);
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final Path data;
    private final App app;
    private final String url;

    private RunningKakolog(Path content) {
        try {
            data = Files.createTempDirectory("kakolog");
            var settings = Map.of(
                    "KAKOLOG_HOST",
                    "127.0.0.1",
                    "KAKOLOG_PORT",
                    "0",
                    "KAKOLOG_CONTENT",
                    content.toString(),
                    "KAKOLOG_DATA",
                    data.toString());
            app = new App(Config.from(settings), clock, false, (events, frames) -> List.of());
        } catch (IOException | Config.Unusable impossible) {
            throw new IllegalStateException(impossible);
        }
        url = app.start();
    }

    /** With the project's own content. */
    public static RunningKakolog start() {
        return start(Path.of("content"));
    }

    /** With the files of this folder. */
    public static RunningKakolog start(Path content) {
        return new RunningKakolog(content);
    }

    public MovableClock clock() {
        return clock;
    }

    /** A path as a whole address. */
    public String url(String path) {
        return url + path;
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
        try (var files = Files.walk(data)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
