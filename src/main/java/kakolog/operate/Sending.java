package kakolog.operate;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import kakolog.id.EventSlug;
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
     * Sends one file as a material of an event. Where the portal is busy it is tried again after the time that it names.
     *
     * @param fields beside the file, names and values in turn
     * @param progress told how many bytes of the file have gone
     * @throws IOException where the file cannot be read or the portal not reached
     */
    public Answer send(EventSlug event, Path file, List<String> fields, LongConsumer progress)
            throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            var answer = ask(request(event, file, fields, progress));
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

    private HttpRequest request(EventSlug event, Path file, List<String> fields, LongConsumer progress)
            throws IOException {
        var boundary = "kakolog-" + UUID.randomUUID();
        var head = head(boundary, file, fields).getBytes(StandardCharsets.UTF_8);
        var tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        var body = BodyPublishers.ofInputStream(() -> body(head, file, tail, progress));
        return HttpRequest.newBuilder(portal.resolve("/api/events/" + event + "/materials"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.fromPublisher(body, head.length + Files.size(file) + tail.length))
                .build();
    }

    private static String head(String boundary, Path file, List<String> fields) {
        var head = new StringBuilder();
        for (int i = 0; i < fields.size(); i += 2) {
            head.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"");
            head.append(fields.get(i))
                    .append("\"\r\n\r\n")
                    .append(fields.get(i + 1))
                    .append("\r\n");
        }
        head.append("--").append(boundary);
        head.append("\r\nContent-Disposition: form-data; name=\"file\"; filename=\"");
        return head.append(escaped(String.valueOf(file.getFileName())))
                .append("\"\r\n\r\n")
                .toString();
    }

    /** As browsers write it in a form. */
    private static String escaped(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static InputStream body(byte[] head, Path file, byte[] tail, LongConsumer progress) {
        try {
            var counted = new Counted(Files.newInputStream(file), progress);
            return new SequenceInputStream(Collections.enumeration(
                    List.of(new ByteArrayInputStream(head), counted, new ByteArrayInputStream(tail))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Tells how much of it has been read. */
    private static final class Counted extends FilterInputStream {
        private final LongConsumer progress;
        private long read;

        Counted(InputStream in, LongConsumer progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int more = super.read(into, offset, length);
            read += Math.max(more, 0);
            progress.accept(read);
            return more;
        }
    }
}
