package kakolog.archive;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kakolog.content.Event;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/** The time zone as a calendar carries it with it, made of the JDK's rules: no network, no second copy of the rules. */
final class CalendarZone {
    /** What holds in a zone whose offset never changed begins somewhere, and before all events. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1970, 1, 1, 0, 0);

    private CalendarZone() {}

    /** Every offset of the zone that the events lie in; empty where there are no events, which need no zone. */
    static Optional<VTimeZone> of(ZoneId zone, List<Event> events) {
        var first = events.stream().map(CalendarZone::start).min(Instant::compareTo);
        var last = events.stream().map(CalendarZone::start).max(Instant::compareTo);
        return first.map(begin -> of(zone, begin, last.orElse(begin).plus(1, ChronoUnit.DAYS)));
    }

    static VTimeZone of(ZoneId zone, Instant first, Instant last) {
        var rules = zone.getRules();
        var observances = new ArrayList<Observance>();
        var change = Optional.ofNullable(rules.previousTransition(first.plusNanos(1)));
        if (change.isEmpty()) {
            var offset = rules.getOffset(first);
            observances.add(observance(new Standard(), ALWAYS, offset, offset));
            change = Optional.ofNullable(rules.nextTransition(first));
        }
        while (change.isPresent() && change.get().getInstant().isBefore(last)) {
            observances.add(observance(zone, change.get()));
            change = Optional.ofNullable(rules.nextTransition(change.get().getInstant()));
        }
        var calendarZone = new VTimeZone();
        calendarZone.add(new TzId(zone.getId()));
        calendarZone.setComponentList(new ComponentList<>(observances));
        return calendarZone;
    }

    private static Observance observance(ZoneId zone, ZoneOffsetTransition change) {
        boolean summer = zone.getRules().isDaylightSavings(change.getInstant());
        return observance(
                summer ? new Daylight() : new Standard(),
                change.getDateTimeBefore(),
                change.getOffsetBefore(),
                change.getOffsetAfter());
    }

    private static Observance observance(Observance kind, LocalDateTime begins, ZoneOffset from, ZoneOffset to) {
        kind.add(new DtStart<>(begins));
        kind.add(new TzOffsetFrom(from));
        kind.add(new TzOffsetTo(to));
        return kind;
    }

    private static Instant start(Event event) {
        return event.times().start().toInstant();
    }
}
