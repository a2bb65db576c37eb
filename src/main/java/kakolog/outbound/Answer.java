package kakolog.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the other server answered, whatever its status: a redirect comes back as it is. */
public final class Answer {
    private final int status;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final byte[] body;

    Answer(int status, Map<String, List<String>> headers, byte[] body) {
        this.status = status;
        headers.forEach((name, values) -> this.headers.put(name, values.get(0)));
        this.body = body;
    }

    public int status() {
        return status;
    }

    /** The first header of this name, in whatever case it was written. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Whether it calls itself JSON; errors on the way to a server often come as HTML instead. */
    public boolean isJson() {
        return header("Content-Type").orElse("").regionMatches(true, 0, "application/json", 0, 16);
    }

    /** The bytes themselves, not a copy. */
    public byte[] body() {
        return body;
    }

    /** The bytes read as UTF-8. */
    public String text() {
        return new String(body, UTF_8);
    }

    /** Only how much it is: the body may hold secrets. */
    @Override
    public String toString() {
        return "answer " + status + " of " + body.length + " bytes";
    }
}
