package kakolog.operate;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import kakolog.web.Json;

/** Sends files to a running portal, as whoever made the token. */
public final class Sending {
    private static final int MOST_TRIES = 5;
    private static final int TOO_OFTEN = 429;

    private final URI portal;
    private final String token;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();

    /**
     * @param portal its address, as {@code https://kakolog.example}
     * @param token as {@code /organize/tokens} has shown it
     */
    public Sending(URI portal, String token) {
        this.portal = portal;
        this.token = token;
    }

    /** What the portal answered: the whole text of it, and whether it has taken the file. */
    public record Answer(boolean taken, int status, String body) {}

    /**
     * Sends files as one form. Where the portal is busy it is tried again after the time that it names.
     *
     * @param path of the portal, as {@code /api/events/2021-05-18/materials}
     * @param files one at least; each is a field of the same name
     * @param fields beside the files, names and values in turn
     * @param progress told how many bytes of the files have gone
     * @throws IOException where a file cannot be read or the portal not reached
     */
    public Answer send(String path, List<Path> files, List<String> fields, LongConsumer progress)
            throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            var form = new SentForm(files, fields);
            var answer = ask(HttpRequest.newBuilder(portal.resolve(path))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", form.type())
                    .POST(BodyPublishers.fromPublisher(
                            BodyPublishers.ofInputStream(() -> form.open(progress)), form.length()))
                    .build());
            if (answer.statusCode() != TOO_OFTEN || attempt == MOST_TRIES) {
                return new Answer(answer.statusCode() == 200, answer.statusCode(), answer.body());
            }
            TimeUnit.SECONDS.sleep(secondsToWait(answer));
        }
    }

    private HttpResponse<String> ask(HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException unreachable) {
            var why = unreachable.getMessage() == null
                    ? unreachable.getClass().getSimpleName()
                    : unreachable.getMessage();
            throw new IOException(portal + " could not be reached, or broke off (" + why + ")", unreachable);
        }
    }

    /** A text of an answer in JSON by its name; empty where it has none. */
    public static Optional<String> text(String json, String name) {
        return Json.texts(json).map(texts -> texts.get(name));
    }

    private static long secondsToWait(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,3}"))
                .map(Long::parseLong)
                .orElse(5L);
    }
}
