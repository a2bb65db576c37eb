package kakolog.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Counts calls in windows, a bucket for each route and guild, and says so in Discord's headers. Thread safe. */
final class Quota {
    private final Map<String, Window> windows = new HashMap<>();
    private int limit = 50;
    private Duration length = Duration.ofSeconds(1);

    private record Window(long ends, int used) {}

    /** What is told of one call. */
    record Counted(boolean over, double resetAfter, Map<String, String> headers) {}

    synchronized void set(int calls, Duration window) {
        limit = calls;
        length = window;
        windows.clear();
    }

    synchronized Counted count(String bucket) {
        long now = System.nanoTime();
        var window = windows.get(bucket);
        if (window == null || window.ends() - now <= 0) {
            window = new Window(now + length.toNanos(), 0);
        }
        window = new Window(window.ends(), window.used() + 1);
        windows.put(bucket, window);
        double resetAfter = (window.ends() - now) / 1e9;
        return new Counted(window.used() > limit, resetAfter, headers(bucket, window, resetAfter));
    }

    private Map<String, String> headers(String bucket, Window window, double resetAfter) {
        // The beginning of running time is arbitrary, so the instant of the end is, too; it tells windows apart.
        var reset = Instant.ofEpochSecond(1_600_000_000).plusNanos(window.ends());
        var headers = new LinkedHashMap<String, String>();
        headers.put("X-RateLimit-Limit", String.valueOf(limit));
        headers.put("X-RateLimit-Remaining", String.valueOf(Math.max(0, limit - window.used())));
        headers.put("X-RateLimit-Reset", decimal(reset.toEpochMilli() / 1e3));
        headers.put("X-RateLimit-Reset-After", decimal(resetAfter));
        // The same for all channels and servers: who counts by it alone counts wrongly.
        var id = bucket.replaceAll("/\\d+", "/{id}").hashCode();
        headers.put("X-RateLimit-Bucket", Integer.toHexString(id));
        return headers;
    }

    private static String decimal(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }
}
