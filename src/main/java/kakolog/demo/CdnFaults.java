package kakolog.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** Sends files, well and badly. */
final class CdnFaults {
    private static final byte[] PAGE = "<!DOCTYPE html><script>document.title = 'run'</script>".getBytes(UTF_8);
    private static final int MEGABYTES = 64;
    private static final int SLOW_BYTES = 300;

    private CdnFaults() {}

    static void send(HttpExchange exchange, int status, String type, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** @param right what would be sent if all were well */
    static void send(HttpExchange exchange, CdnFault fault, byte[] right) throws IOException {
        switch (fault) {
            case GONE -> send(exchange, 404, "text/plain", "This content is no longer available.".getBytes(UTF_8));
            case REDIRECT -> {
                int port = exchange.getLocalAddress().getPort();
                exchange.getResponseHeaders().set("Location", "http://localhost:" + port + "/elsewhere.png");
                exchange.sendResponseHeaders(302, -1);
            }
            case HTML -> send(exchange, 200, "text/html; charset=utf-8", PAGE);
            case HTML_AS_PICTURE -> send(exchange, 200, "image/png", PAGE);
            case TOO_LARGE -> large(exchange, right);
            case SLOW -> slow(exchange);
            case HALF -> {
                exchange.getResponseHeaders().set("Content-Type", "image/png");
                exchange.sendResponseHeaders(200, right.length + 1L);
                exchange.getResponseBody().write(right, 0, right.length / 2);
                exchange.getResponseBody().flush();
            }
            case SERVER_ERROR -> send(exchange, 500, "text/html", PAGE);
            case RATE_LIMITED -> {
                exchange.getResponseHeaders().set("Retry-After", "1");
                send(exchange, 429, "text/plain", "error code: 1015".getBytes(UTF_8));
            }
        }
    }

    /** Begins as the right picture does. */
    private static void large(HttpExchange exchange, byte[] right) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "image/png");
        exchange.sendResponseHeaders(200, 0);
        var body = exchange.getResponseBody();
        body.write(right);
        var more = new byte[1 << 20];
        for (int i = 0; i < MEGABYTES; i++) {
            body.write(more);
        }
    }

    private static void slow(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "image/png");
        exchange.sendResponseHeaders(200, 0);
        try {
            for (int i = 0; i < SLOW_BYTES; i++) {
                exchange.getResponseBody().write(0x89);
                exchange.getResponseBody().flush();
                Thread.sleep(100);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
