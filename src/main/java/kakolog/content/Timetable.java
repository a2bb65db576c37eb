package kakolog.content;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The times of one event, in order. Each state begins with its time: sign-up closed from {@code closed} on, and so forth.
 *
 * @param closed the first instant at which sign-up is closed: a deadline of 23:59 counts to the end of that minute
 * @param statedEnd the end that somebody stated; null where nobody did
 * @param end when it ended by an organizer's word, else the stated end, else the default one, which is never shown
 */
public record Timetable(
        ZonedDateTime closed,
        ZonedDateTime urlShared,
        ZonedDateTime testStream,
        ZonedDateTime start,
        @Nullable ZonedDateTime statedEnd,
        ZonedDateTime end) {

    /** The state at this instant of an event that is neither a draft nor called off. */
    public EventState at(Instant now) {
        if (!now.isBefore(end.toInstant())) {
            return EventState.ENDED;
        }
        if (!now.isBefore(start.toInstant())) {
            return EventState.LIVE;
        }
        if (!now.isBefore(testStream.toInstant())) {
            return EventState.TEST_STREAM;
        }
        if (!now.isBefore(urlShared.toInstant())) {
            return EventState.URL_SHARED;
        }
        return now.isBefore(closed.toInstant()) ? EventState.OPEN : EventState.CLOSED;
    }

    /** The next instant after this one at which the state may change; empty after the last. */
    public Optional<Instant> nextChange(Instant now) {
        return List.of(closed, urlShared, testStream, start, end, dayAfter()).stream()
                .map(ZonedDateTime::toInstant)
                .filter(now::isBefore)
                .min(Instant::compareTo);
    }

    /** The midnight after the event; until then the event is the one the home page shows. */
    public ZonedDateTime dayAfter() {
        LocalDate day = end.toLocalDate();
        return day.plusDays(1).atStartOfDay(end.getZone());
    }

    /** The same, ended at this instant by somebody who was there; one that had ended before stays as it is. */
    Timetable endedAt(Instant instant) {
        var ended = instant.atZone(end.getZone());
        return ended.isBefore(end) ? new Timetable(closed, urlShared, testStream, start, statedEnd, ended) : this;
    }
}
