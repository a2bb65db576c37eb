package kakolog.evening;

import java.time.Duration;
import java.time.Instant;
import kakolog.access.Audience;
import kakolog.access.Guarded;
import kakolog.content.Event;
import org.jspecify.annotations.Nullable;

/**
 * One evening at one moment: what guards its viewing URL. Participants and boosters may have it from a quarter of an hour
 * before the start until an organizer ends the evening, at the latest an hour after its end; organizers always.
 *
 * @param endedAt when an organizer ended it; null while nobody has
 */
record Evening(Event event, @Nullable Instant endedAt, Instant now) implements Guarded {
    private static final Duration LATEST = Duration.ofHours(1);

    Instant opens() {
        return event.times().urlShared().toInstant();
    }

    Instant closes() {
        return endedAt == null ? event.times().end().toInstant().plus(LATEST) : endedAt;
    }

    boolean isOpen() {
        boolean takesPlace = event.status() == Event.Status.ANNOUNCED;
        return takesPlace && !now.isBefore(opens()) && now.isBefore(closes());
    }

    boolean isOver() {
        return !now.isBefore(closes());
    }

    /** Those whom the evening is for, whatever the hour. */
    Audience guests() {
        return new Audience.ParticipantsOf(event.slug());
    }

    @Override
    public Audience audience() {
        return isOpen() ? guests() : Audience.organizers();
    }

    @Override
    public boolean isHidden() {
        return event.isHidden();
    }
}
