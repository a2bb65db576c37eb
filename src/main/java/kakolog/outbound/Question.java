package kakolog.outbound;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of another server.
 *
 * @param body text sent as UTF-8; null for none
 */
public record Question(
        String method,
        URI address,
        Map<String, String> headers,
        @Nullable String body) {
    public Question {
        headers = Map.copyOf(headers);
    }

    public static Question get(URI address, Map<String, String> headers) {
        return new Question("GET", address, headers, null);
    }

    /** Only where it goes: headers, body and query may hold secrets. */
    @Override
    public String toString() {
        return method + " " + address.getHost() + address.getPath();
    }
}
