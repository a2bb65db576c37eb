package kakolog;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One who is signed in, asking as their browser would. */
public final class As {
    private static final Pattern CSRF = Pattern.compile("\"csrf\":\"([^\"]+)\"");

    private final RunningKakolog kakolog;
    private final String cookie;

    As(RunningKakolog kakolog, String cookie) {
        this.kakolog = kakolog;
        this.cookie = cookie;
    }

    /** The header that carries the session. */
    public String cookie() {
        return cookie;
    }

    public HttpResponse<String> get(String path, String... headers) {
        return kakolog.send(request(path, headers).build());
    }

    public HttpResponse<String> head(String path) {
        return kakolog.send(
                request(path).method("HEAD", BodyPublishers.noBody()).build());
    }

    /**
     * Sends a form of this session.
     *
     * @param fields names and values in turn
     */
    public HttpResponse<String> post(String path, String... fields) {
        var form = IntStream.range(0, fields.length / 2)
                .mapToObj(i -> encode(fields[2 * i]) + "=" + encode(fields[2 * i + 1]))
                .collect(Collectors.joining("&", "csrf=" + csrf() + "&", ""));
        return postBare(path, form);
    }

    /** Sends a form as it is, without the token of the session. */
    public HttpResponse<String> postBare(String path, String form, String... headers) {
        return kakolog.send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    /** Sends JSON with the token of the session. */
    public HttpResponse<String> send(String method, String path, String json) {
        return kakolog.send(request(path)
                .header("Content-Type", "application/json")
                .header("X-CSRF-Token", csrf())
                .method(method, BodyPublishers.ofString(json))
                .build());
    }

    /** Sends a form with files to the API. */
    public HttpResponse<String> upload(String path, byte[] form) {
        return kakolog.send(request(path)
                .header("Content-Type", Multipart.TYPE)
                .header("X-CSRF-Token", csrf())
                .POST(BodyPublishers.ofByteArray(form))
                .build());
    }

    /** Sends a form with files as a page's own, the token within. */
    public HttpResponse<String> uploadForm(String path, Function<Multipart, Multipart> more) {
        var form = more.apply(new Multipart().field("csrf", csrf())).end();
        return kakolog.send(request(path)
                .header("Content-Type", Multipart.TYPE)
                .header("Origin", kakolog.url(""))
                .POST(BodyPublishers.ofByteArray(form))
                .build());
    }

    /** Adds a material to an event. */
    public void add(String event, String fileName, byte[] bytes, String publishAt) {
        var form = new Multipart()
                .field("publish_at", publishAt)
                .file(fileName, bytes)
                .end();
        var answer = upload("/api/events/" + event + "/materials", form);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    public HttpResponse<byte[]> bytes(String path, String... headers) {
        return kakolog.sendForBytes(request(path, headers).build());
    }

    /** The token that forms of this session carry. */
    public String csrf() {
        var found = CSRF.matcher(get("/api/me").body());
        return found.find() ? found.group(1) : "";
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(kakolog.url(path))).header("Cookie", cookie);
        return headers.length > 0 ? request.headers(headers) : request;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
