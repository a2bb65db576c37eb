package kakolog.chat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads ISO 8601 with any offset and a fraction of any length up to nanoseconds; without an offset it is UTC. Before Discord's
 * first and after its last id there is no time.
 */
final class Times {
    private static final DateTimeFormatter SHAPE = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /** Ids count milliseconds from here, in 42 bits. */
    private static final Instant FIRST = Instant.parse("2015-01-01T00:00:00Z");

    private static final Instant LAST = FIRST.plusMillis((1L << 42) - 1);

    private Times() {}

    static Optional<Instant> of(String text) {
        if (text.length() < 16 || text.length() > 40) {
            return Optional.empty();
        }
        try {
            var shaped = text.charAt(10) == ' ' ? text.substring(0, 10) + 'T' + text.substring(11) : text;
            var time = SHAPE.parseBest(shaped, OffsetDateTime::from, LocalDateTime::from);
            var at = time instanceof OffsetDateTime withOffset
                    ? withOffset.toInstant()
                    : ((LocalDateTime) time).toInstant(ZoneOffset.UTC);
            return at.isBefore(FIRST) || at.isAfter(LAST) ? Optional.empty() : Optional.of(at);
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
