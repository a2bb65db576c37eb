package kakolog.demo;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import kakolog.content.Events;
import kakolog.template.StaticTemplates;
import kakolog.text.Days;
import kakolog.web.Answer;
import kakolog.web.Asking;
import kakolog.web.BadInput;
import kakolog.web.Frames;
import kakolog.web.Html;

/** {@code /demo}: the page that turns the demonstration's clock. */
public final class DemoPages {
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private final StaticTemplates templates = new StaticTemplates();
    private final TurnableClock clock;
    private final Events events;
    private final Frames frames;

    public DemoPages(TurnableClock clock, Events events, Frames frames) {
        this.clock = clock;
        this.events = events;
        this.frames = frames;
    }

    /** The clock as it stands, and moments worth a look. */
    public record ClockPage(String now, String field, List<Moment> moments) {}

    /** A time to turn to; the key names what happens ten seconds later. */
    public record Moment(String key, String time, String field) {}

    public Answer show(Asking asking) {
        var site = events.current().site();
        var now = asking.now().atZone(site.zone());
        var moments = events.current()
                .next(asking.now())
                .or(() -> events.current().published().stream().findFirst())
                .map(event -> List.of(
                        moment("closed", event.times().closed()),
                        moment("url_shared", event.times().urlShared()),
                        moment("test_stream", event.times().testStream()),
                        moment("live", event.times().start()),
                        moment("ended", event.times().end()),
                        moment("after", event.times().dayAfter())))
                .orElse(List.of());
        var text = Days.date(now.toLocalDate(), asking.language()) + " "
                + now.format(DateTimeFormatter.ISO_LOCAL_TIME).substring(0, 8);
        var page = new ClockPage(text, now.format(FIELD), moments);
        return Html.of(templates.demoClock(frames.of(asking), page)).withHeader("Cache-Control", "private, no-store");
    }

    /** Turns the clock to the time of the form, in the site's zone. */
    public Answer turn(Asking asking) {
        var text = asking.field("time").orElse("");
        try {
            ZoneId zone = events.current().site().zone();
            clock.turnTo(LocalDateTime.parse(text).atZone(zone).toInstant());
        } catch (DateTimeException notATime) {
            throw new BadInput("demo.bad-time", text);
        }
        return Answer.redirect("/demo");
    }

    private static Moment moment(String key, ZonedDateTime change) {
        var before = change.minusSeconds(10);
        return new Moment(key, Days.time(change), before.format(FIELD));
    }
}
