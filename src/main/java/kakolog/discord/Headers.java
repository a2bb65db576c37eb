package kakolog.discord;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import kakolog.outbound.Answer;

/** Numbers in headers. Discord's seconds have decimals. */
final class Headers {
    /** Nobody is kept waiting longer on the word of a header; after it one call finds out anew. */
    private static final double LONGEST_SECONDS = 3600;

    private Headers() {}

    /** The number of zero or more, or empty where there is no header or it holds none. */
    static OptionalDouble number(Answer answer, String name) {
        var text = answer.header(name).orElse("");
        if (!text.matches("\\d{1,15}(\\.\\d{1,15})?")) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Double.parseDouble(text));
    }

    static Optional<Duration> seconds(Answer answer, String name) {
        var number = number(answer, name);
        return number.isEmpty() ? Optional.empty() : Optional.of(duration(number.getAsDouble()));
    }

    /** Bounded to an hour; less than nothing is nothing. */
    static Duration duration(double seconds) {
        return Duration.ofMillis((long) Math.ceil(Math.max(0, Math.min(seconds, LONGEST_SECONDS)) * 1000));
    }
}
