package kakolog.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;

/** So many a while for each one who asks; thread safe. */
public final class RateLimit {
    private final int most;
    private final Duration window;
    private final Cache<String, Window> windows =
            Caffeine.newBuilder().maximumSize(20_000).executor(Runnable::run).build();

    private record Window(Instant since, int count) {}

    public RateLimit(int most, Duration window) {
        this.most = most;
        this.window = window;
    }

    /**
     * Counts one more.
     *
     * @throws TooOften where there were too many
     */
    public void count(String who, Instant now) {
        var counted = windows.asMap().compute(who, (key, before) -> {
            boolean over = before == null
                    || now.isBefore(before.since())
                    || !now.isBefore(before.since().plus(window));
            return over ? new Window(now, 1) : new Window(before.since(), before.count() + 1);
        });
        if (counted.count() > most) {
            throw new TooOften(Duration.between(now, counted.since().plus(window)));
        }
    }
}
