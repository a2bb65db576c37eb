package kakolog.archive;

import java.time.Instant;
import java.util.List;
import kakolog.content.Event;
import kakolog.content.Snapshot;
import kakolog.web.Json;
import kakolog.web.PublicUrl;
import org.jspecify.annotations.Nullable;

/**
 * An event in the list of the API.
 *
 * @param url of its page
 * @param end null where nobody stated it
 * @param attendance null where nobody counted
 * @param topics names, each once, in the order of the agenda
 */
record EventSummary(
        String slug,
        String url,
        String date,
        String start,
        @Nullable String end,
        String zone,
        @Nullable String title,
        String state,
        List<String> hosts,
        List<String> guests,
        @Nullable Integer attendance,
        List<String> topics,
        int itemCount,
        int linkCount) {

    static EventSummary of(Event event, Snapshot snapshot, PublicUrl publicUrl, Instant now) {
        var times = event.times();
        var end = times.statedEnd();
        return new EventSummary(
                event.slug().value(),
                publicUrl.of(Place.of(event).href()),
                event.date().toString(),
                Json.time(times.start()),
                end == null ? null : Json.time(end),
                snapshot.site().zone().getId(),
                event.title(),
                event.state(now).word(),
                event.hosts(),
                event.guests(),
                event.attendance(),
                PublicEvents.topics(event, snapshot).stream()
                        .map(topic -> topic.name())
                        .toList(),
                (int) event.items().count(),
                event.links().size());
    }
}
