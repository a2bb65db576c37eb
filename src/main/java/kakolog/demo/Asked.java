package kakolog.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request to the stand-in, read whole. */
record Asked(String method, String path, String rawQuery, Map<String, String> headers, String body) {

    static Asked of(HttpExchange exchange) throws IOException {
        var headers = new HashMap<String, String>();
        for (var name : new String[] {"Authorization", "User-Agent", "Content-Type"}) {
            var value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        var uri = exchange.getRequestURI();
        var query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        var body = new String(exchange.getRequestBody().readNBytes(100_000), UTF_8);
        return new Asked(exchange.getRequestMethod(), uri.getPath(), query, headers, body);
    }

    boolean is(String otherMethod, String otherPath) {
        return method.equals(otherMethod) && path.equals(otherPath);
    }

    /** Empty where there is none. */
    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    Map<String, String> query() {
        return fields(rawQuery);
    }

    Map<String, String> form() {
        return fields(body);
    }

    private static Map<String, String> fields(@Nullable String encoded) {
        var fields = new HashMap<String, String>();
        if (encoded == null || encoded.isEmpty()) {
            return fields;
        }
        for (var field : encoded.split("&", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.put(
                        URLDecoder.decode(field.substring(0, equals), UTF_8),
                        URLDecoder.decode(field.substring(equals + 1), UTF_8));
            }
        }
        return fields;
    }
}
