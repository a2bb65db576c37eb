package kakolog.content;

import java.util.Locale;

/** Where an event stands now, by the clock and by what its organizers said. */
public enum EventState {
    DRAFT,
    OPEN,
    CLOSED,
    URL_SHARED,
    TEST_STREAM,
    LIVE,
    ENDED,
    CALLED_OFF;

    /** The word in the API and in message keys: {@code url_shared}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the evening is still to come or running. */
    public boolean isAhead() {
        return switch (this) {
            case OPEN, CLOSED, URL_SHARED, TEST_STREAM, LIVE -> true;
            case DRAFT, ENDED, CALLED_OFF -> false;
        };
    }
}
