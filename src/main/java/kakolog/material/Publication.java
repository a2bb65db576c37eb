package kakolog.material;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import kakolog.content.Event;
import kakolog.content.Event.Status;

/** From when on those whom a material is for may have it. */
public sealed interface Publication {
    /** The first instant at which it is published, as things stand; empty where none is in sight. */
    Optional<Instant> from(Event event);

    /** The word of forms, of the API and in the database: {@code at}, {@code ended} or {@code never}. */
    String word();

    /** What forms and the API say: {@code now}, {@code ended}, {@code never}, or a time in ISO 8601 with its offset. */
    static Optional<Publication> read(String text, Instant now) {
        return switch (text.strip()) {
            case "now" -> Optional.of(new At(now));
            case WhenEnded.WORD -> Optional.of(WhenEnded.INSTANCE);
            case Never.WORD -> Optional.of(Never.INSTANCE);
            default -> readTime(text.strip());
        };
    }

    private static Optional<Publication> readTime(String text) {
        try {
            var at = OffsetDateTime.parse(text).toInstant();
            // What the database and pages can hold: years of four digits.
            return at.toString().startsWith("+") || at.toString().startsWith("-")
                    ? Optional.empty()
                    : Optional.of(new At(at));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    /** From an instant on. */
    record At(Instant instant) implements Publication {
        static final String WORD = "at";

        @Override
        public Optional<Instant> from(Event event) {
            return Optional.of(instant);
        }

        @Override
        public String word() {
            return WORD;
        }
    }

    /** Once the event has ended, by its time or by an organizer's word. */
    enum WhenEnded implements Publication {
        INSTANCE;

        static final String WORD = "ended";

        @Override
        public Optional<Instant> from(Event event) {
            return event.status() == Status.ANNOUNCED
                    ? Optional.of(event.times().end().toInstant())
                    : Optional.empty();
        }

        @Override
        public String word() {
            return WORD;
        }
    }

    /** Not before an organizer says so. */
    enum Never implements Publication {
        INSTANCE;

        static final String WORD = "never";

        @Override
        public Optional<Instant> from(Event event) {
            return Optional.empty();
        }

        @Override
        public String word() {
            return WORD;
        }
    }
}
