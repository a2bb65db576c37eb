package kakolog.archive;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kakolog.content.Event;
import kakolog.content.Events;
import kakolog.content.Snapshot;
import kakolog.web.Answer;
import kakolog.web.Asking;
import kakolog.web.PublicUrl;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** {@code /calendar.ics} and {@code /events/{slug}.ics}: the evenings for people's own calendars. */
public final class Calendars {
    /** Octets of a line, its end not counted (RFC 5545, 3.1). */
    private static final int LINE = 75;

    /** The format has no spelling for them. */
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\\n]]");

    private final Events events;
    private final PublicUrl publicUrl;

    public Calendars(Events events, PublicUrl publicUrl) {
        this.events = events;
        this.publicUrl = publicUrl;
    }

    /** All events. */
    public Answer all(Asking asking) {
        var snapshot = events.current();
        return calendar(snapshot.published(), snapshot);
    }

    /** One event. */
    public Answer event(Asking asking) {
        var snapshot = events.current();
        var event = PublicEvents.named(snapshot, asking);
        return calendar(List.of(event), snapshot)
                .withHeader("Content-Disposition", "attachment; filename=\"" + event.slug() + ".ics\"");
    }

    private Answer calendar(List<Event> shown, Snapshot snapshot) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//kakolog//kakolog//JA"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(new XProperty("X-WR-CALNAME", plain(snapshot.site().name())));
        CalendarZone.of(snapshot.site().zone(), shown).ifPresent(calendar::add);
        shown.forEach(event -> calendar.add(entry(event, snapshot)));
        return Answer.of("text/calendar;charset=utf-8", folded(calendar.toString()));
    }

    private VEvent entry(Event event, Snapshot snapshot) {
        var times = event.times();
        var address = publicUrl.of(Place.of(event).href());
        boolean calledOff = event.status() == Event.Status.CALLED_OFF;
        var entry = new VEvent(false);
        entry.add(new Uid(event.slug() + "@" + URI.create(address).getHost()));
        // The time of the answer would make each answer another one, and the files hold no time of their last change.
        entry.add(new DtStamp(times.start().toInstant()));
        // Calendars pass over a change that counts no higher than what they have.
        entry.add(new Sequence(calledOff ? 1 : 0));
        entry.add(new DtStart<>(times.start()));
        var end = times.statedEnd();
        if (end != null) {
            entry.add(new DtEnd<>(end));
        }
        var name = snapshot.site().name();
        entry.add(new Summary(plain(event.title() == null ? name : name + " " + event.title())));
        entry.add(new Description(plain(PublicEvents.topics(event, snapshot).stream()
                .map(topic -> topic.name())
                .collect(Collectors.joining("\n")))));
        entry.add(new Url(URI.create(address)));
        entry.add(calledOff ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        return entry;
    }

    private static String plain(String text) {
        return CONTROLS.matcher(text).replaceAll(" ");
    }

    /** Long lines folded between characters, counted in octets: ical4j counts UTF-16 units, and parts an emoji's two. */
    static String folded(String text) {
        var folded = new StringBuilder();
        int octets = 0;
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            var character = Character.toString(text.codePointAt(at));
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (character.equals("\r") || character.equals("\n")) {
                octets = -size;
            } else if (octets + size > LINE) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(character);
            octets += size;
        }
        return folded.toString();
    }
}
