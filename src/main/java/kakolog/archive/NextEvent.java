package kakolog.archive;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import kakolog.content.Event;
import kakolog.content.EventState;
import kakolog.content.SignUpLine;
import kakolog.content.Snapshot;
import kakolog.evening.WatchPanel;
import kakolog.evening.WatchPanel.Watching;
import kakolog.text.Days;
import kakolog.text.Messages;
import kakolog.web.Answer;
import kakolog.web.Asking;
import org.jspecify.annotations.Nullable;

/**
 * The event that is ahead: how it stands and how to join.
 *
 * @param state as in the API
 * @param label the state in a word or two
 * @param note what follows from it now
 * @param deadline when sign-up closes, in words
 * @param invite null where the site has none
 * @param watching what the reader is told about the viewing URL; null where there is nothing to tell
 * @param changesAt the instant of the next change, for the script that shows it without reload
 */
public record NextEvent(
        EventCard card,
        String state,
        String label,
        String note,
        boolean canSignUp,
        boolean ahead,
        String deadline,
        String urlSharedAt,
        String testStreamAt,
        String startsAt,
        String signUpLine,
        String role,
        @Nullable String invite,
        String channel,
        String lead,
        String changesAt,
        @Nullable Watching watching) {

    static NextEvent of(Event event, Snapshot snapshot, WatchPanel panel, Asking asking) {
        var site = snapshot.site();
        var messages = Messages.in(asking.language());
        var state = event.state(asking.now());
        var times = event.times();
        var lastMinute = times.closed().minusMinutes(1);
        var deadline = Days.date(lastMinute.toLocalDate(), asking.language()) + " " + Days.time(lastMinute);
        return new NextEvent(
                EventCard.of(event, snapshot, asking),
                state.word(),
                messages.get("state." + state.word()),
                note(event, state, messages, asking.now()),
                state == EventState.OPEN,
                state.isAhead(),
                deadline,
                Days.time(times.urlShared()),
                Days.time(times.testStream()),
                Days.time(times.start()),
                SignUpLine.of(event),
                event.role(),
                site.invite(),
                site.eventChannel().name(),
                event.lead(),
                times.nextChange(asking.now()).map(Instant::toString).orElse(""),
                panel.watching(event, asking).orElse(null));
    }

    /** Nobody keeps a page that shows a viewing URL. */
    static Answer guarded(Answer answer, @Nullable NextEvent next) {
        var watching = next == null ? null : next.watching();
        return watching != null && watching.isSecret() ? answer.unkept() : answer;
    }

    /** When this may read differently: at the next change, and each minute while time runs out. */
    static Optional<Instant> validUntil(Event event, WatchPanel panel, Instant now) {
        var change = Stream.concat(event.times().nextChange(now).stream(), panel.nextChange(event, now).stream())
                .min(Instant::compareTo);
        var minute = now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        return event.state(now) == EventState.OPEN
                ? Optional.of(change.filter(minute::isAfter).orElse(minute))
                : change;
    }

    private static String note(Event event, EventState state, Messages messages, Instant now) {
        var times = event.times();
        return switch (state) {
            case OPEN ->
                messages.get(
                        "next.left",
                        Days.stretch(Duration.between(now, times.closed().toInstant()), messages));
            case CLOSED -> messages.get("next.url-at", Days.time(times.urlShared()));
            case URL_SHARED -> messages.get("next.test-at", Days.time(times.testStream()));
            case TEST_STREAM -> messages.get("next.starts-at", Days.time(times.start()));
            case LIVE -> messages.get("next.live");
            case ENDED -> messages.get("next.ended");
            case CALLED_OFF -> messages.get("next.called-off");
            case DRAFT -> "";
        };
    }
}
