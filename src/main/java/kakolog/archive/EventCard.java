package kakolog.archive;

import java.time.Instant;
import java.util.List;
import kakolog.content.Event;
import kakolog.content.Snapshot;
import kakolog.content.Topic;
import kakolog.text.Days;
import kakolog.web.Asking;
import kakolog.web.Json;
import org.jspecify.annotations.Nullable;

/**
 * An event as every page that lists or heads with one shows it.
 *
 * @param slug also the machine's form of the date
 * @param state as in the API
 * @param topics each once, in the order of the agenda
 * @param materials whether everybody may know of materials
 * @param attendance how many came; empty where nobody counted
 */
public record EventCard(
        String slug,
        String href,
        String date,
        String monthDay,
        String weekday,
        String year,
        String time,
        String startIso,
        @Nullable String title,
        String state,
        List<Place> topics,
        List<Place> guests,
        List<Place> hosts,
        String attendance,
        int items,
        int links,
        boolean materials) {

    static EventCard of(Event event, Snapshot snapshot, Asking asking) {
        var language = asking.language();
        var date = event.date();
        return new EventCard(
                event.slug().value(),
                Place.of(event).href(),
                Days.date(date, language),
                date.getMonthValue() + "/" + date.getDayOfMonth(),
                Days.weekday(date, language),
                String.valueOf(date.getYear()),
                Days.span(event.times().start(), event.times().statedEnd()),
                Json.time(event.times().start()),
                event.title(),
                state(event, asking.now()),
                topics(event, snapshot),
                event.guests().stream().map(Place::ofPerson).toList(),
                event.hosts().stream().map(Place::ofPerson).toList(),
                event.attendance() == null ? "" : String.valueOf(event.attendance()),
                (int) event.items().count(),
                event.links().size(),
                false);
    }

    EventCard withMaterials(boolean has) {
        return new EventCard(
                slug,
                href,
                date,
                monthDay,
                weekday,
                year,
                time,
                startIso,
                title,
                state,
                topics,
                guests,
                hosts,
                attendance,
                items,
                links,
                has);
    }

    private static String state(Event event, Instant now) {
        return event.state(now).word();
    }

    private static List<Place> topics(Event event, Snapshot snapshot) {
        return event.agenda().stream()
                .flatMap(item -> snapshot.topics().of(item).stream())
                .distinct()
                .map((Topic topic) -> Place.of(topic))
                .toList();
    }
}
