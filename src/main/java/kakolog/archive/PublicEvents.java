package kakolog.archive;

import java.util.List;
import kakolog.access.Audience;
import kakolog.content.Event;
import kakolog.content.Snapshot;
import kakolog.content.Topic;
import kakolog.id.EventSlug;
import kakolog.web.Asking;
import kakolog.web.NotFound;

/** What feeds, calendars and the API tell of: the same for every viewer, so a draft is not there even for those who may see it. */
final class PublicEvents {
    private PublicEvents() {}

    /** The event that the address names. */
    static Event named(Snapshot snapshot, Asking asking) {
        return EventSlug.of(asking.name("slug"))
                .flatMap(snapshot::find)
                .filter(event -> event.audience().equals(Audience.everyone()))
                .orElseThrow(NotFound::new);
    }

    /** The events of the year asked for, or all where no year is; newest first. */
    static List<Event> asked(Snapshot snapshot, Asking asking) {
        var year = asking.parameter("year");
        return snapshot.published().stream()
                .filter(event -> year.isEmpty()
                        || year.get().equals(String.valueOf(event.date().getYear())))
                .toList();
    }

    /** The event's topics, each once, in the order of its agenda. */
    static List<Topic> topics(Event event, Snapshot snapshot) {
        return event.agenda().stream()
                .flatMap(item -> snapshot.topics().of(item).stream())
                .distinct()
                .toList();
    }
}
