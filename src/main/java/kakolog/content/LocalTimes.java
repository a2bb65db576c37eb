package kakolog.content;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import kakolog.text.Days;
import kakolog.text.Messages;

/** Moments as the community's clocks show them. */
public final class LocalTimes {
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);

    private LocalTimes() {}

    /** The day and the minute, for people. */
    public static String words(Instant instant, Event event, Messages messages) {
        var time = instant.atZone(event.times().start().getZone());
        return Days.shortDate(time.toLocalDate(), messages.language()) + " " + Days.time(time);
    }

    /** As a field of a form has it. */
    public static String field(Instant instant, Event event) {
        return instant.atZone(event.times().start().getZone()).format(FIELD);
    }

    /** The moment that a field of a form says; empty where it says none. */
    public static Optional<Instant> read(String field, Event event) {
        try {
            var time = LocalDateTime.parse(field.strip());
            // What the database and pages can hold.
            return time.getYear() < 0 || time.getYear() > 9999
                    ? Optional.empty()
                    : Optional.of(time.atZone(event.times().start().getZone()).toInstant());
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
