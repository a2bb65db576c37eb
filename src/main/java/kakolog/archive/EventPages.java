package kakolog.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import kakolog.access.Policy;
import kakolog.chatlog.LogPanel;
import kakolog.content.AgendaItem;
import kakolog.content.Event;
import kakolog.content.Events;
import kakolog.content.Snapshot;
import kakolog.evening.WatchPanel;
import kakolog.evening.WatchPanel.Steering;
import kakolog.id.EventSlug;
import kakolog.material.MaterialFacts;
import kakolog.material.MaterialPanel;
import kakolog.material.MaterialPanel.Shelf;
import kakolog.template.StaticTemplates;
import kakolog.web.Answer;
import kakolog.web.Asking;
import kakolog.web.Frames;
import kakolog.web.Html;
import kakolog.web.NotFound;
import org.jspecify.annotations.Nullable;

/** {@code /events} by year, {@code /events/{slug}}: everything of one event on one page. */
public final class EventPages {
    /** More events than this are shown a year at a time. */
    private static final int ALL_AT_ONCE = 60;

    private final StaticTemplates templates = new StaticTemplates();
    private final Events events;
    private final Frames frames;
    private final Policy policy;
    private final OldAnchors anchors;
    private final WatchPanel panel;
    private final MaterialFacts facts;
    private final MaterialPanel materials;
    private final LogPanel logs;

    public EventPages(
            Events events,
            Frames frames,
            Policy policy,
            OldAnchors anchors,
            WatchPanel panel,
            MaterialFacts facts,
            MaterialPanel materials,
            LogPanel logs) {
        this.logs = logs;
        this.facts = facts;
        this.materials = materials;
        this.anchors = anchors;
        this.panel = panel;
        this.events = events;
        this.frames = frames;
        this.policy = policy;
    }

    /** The list, newest year first; {@code chosen} is the only year shown, empty where all are. */
    public record EventsPage(List<Year> years, List<Year> shown, String chosen, int count) {}

    /** The events of one year. */
    public record Year(String name, int count, List<EventCard> events) {}

    /**
     * One event.
     *
     * @param next how it stands and how to join, while it is ahead or its day is not over; else null
     * @param steering what organizers steer the evening with; null for everybody else
     * @param materials what the reader is shown of them, or told; null where there is nothing to say
     * @param log what the reader is shown of the past log, or told; null where there is nothing to say
     * @param formerIds of items that took another's place, so that links to that one still lead here
     * @param links each address once, in the order of the agenda
     */
    public record EventPage(
            EventCard card,
            @Nullable NextEvent next,
            @Nullable Steering steering,
            @Nullable Shelf materials,
            LogPanel.@Nullable Panel log,
            String lead,
            String closing,
            List<Section> agenda,
            Map<String, List<String>> formerIds,
            List<LinkRow> links,
            @Nullable Place previous,
            @Nullable Place following) {}

    /** A top-level item; the topic is null for one that only names speakers or holds only code. */
    public record Section(AgendaItem item, @Nullable Place topic, int evenings) {}

    public Answer list(Asking asking) {
        var snapshot = events.current();
        var byYear = new TreeMap<String, List<Event>>(Comparator.reverseOrder());
        for (var event : snapshot.published()) {
            byYear.computeIfAbsent(String.valueOf(event.date().getYear()), year -> new ArrayList<>())
                    .add(event);
        }
        var chosen = chosenYear(asking, byYear, snapshot.published().size());
        var years = byYear.entrySet().stream()
                .map(year -> new Year(year.getKey(), year.getValue().size(), List.of()))
                .toList();
        var shown = byYear.entrySet().stream()
                .filter(year -> chosen.isEmpty() || chosen.equals(year.getKey()))
                .map(year -> new Year(year.getKey(), year.getValue().size(), cards(year.getValue(), snapshot, asking)))
                .toList();
        var page = new EventsPage(years, shown, chosen, snapshot.published().size());
        return Html.of(templates.archiveEvents(frames.of(asking), page))
                .until(Stream.concat(
                                snapshot.nextChange(asking.now()).stream(),
                                facts.nextChange(snapshot, asking.now()).stream())
                        .min(Instant::compareTo)
                        .orElse(null));
    }

    /** The year asked for; none where all fit on one page, else the newest. */
    private static String chosenYear(Asking asking, NavigableMap<String, List<Event>> byYear, int count) {
        var all = count <= ALL_AT_ONCE || byYear.isEmpty() ? "" : byYear.firstKey();
        return asking.parameter("year").filter(byYear::containsKey).orElse(all);
    }

    private List<EventCard> cards(List<Event> events, Snapshot snapshot, Asking asking) {
        return events.stream()
                .map(event -> EventCard.of(event, snapshot, asking).withMaterials(facts.has(event, asking.now())))
                .toList();
    }

    public Answer event(Asking asking) {
        var snapshot = events.current();
        var event = find(snapshot, asking);
        boolean current = asking.now().isBefore(event.times().dayAfter().toInstant());
        var page = new EventPage(
                EventCard.of(event, snapshot, asking),
                current ? NextEvent.of(event, snapshot, panel, asking) : null,
                current ? panel.steering(event, asking).orElse(null) : null,
                materials.shelf(event, asking).orElse(null),
                logs.of(event, asking).orElse(null),
                event.lead(),
                event.closing(),
                event.agenda().stream().map(item -> section(item, snapshot)).toList(),
                anchors.of(event),
                LinkPages.rowsOf(event, snapshot, asking.language()),
                snapshot.before(event).map(Place::of).orElse(null),
                snapshot.after(event).map(Place::of).orElse(null));
        var answer = Html.of(templates.archiveEvent(frames.of(asking), page))
                .until(Stream.concat(
                                NextEvent.validUntil(event, panel, asking.now()).stream(),
                                facts.nextChange(event, asking.now()).stream())
                        .min(Instant::compareTo)
                        .orElse(null));
        var shelf = page.materials();
        var log = page.log();
        boolean secret = event.isHidden()
                || page.steering() != null
                || (shelf != null && shelf.isSecret())
                || (log != null && log.isSecret());
        return secret ? answer.unkept() : NextEvent.guarded(answer, page.next());
    }

    /** The event of the address, if this viewer may know of it. */
    Event find(Snapshot snapshot, Asking asking) {
        return EventSlug.of(asking.name("slug"))
                .flatMap(snapshot::find)
                // Only a draft asks who it is: that may have to wait for Discord.
                .filter(event -> !event.isHidden() || policy.admits(asking.viewer(), event.audience()))
                .orElseThrow(NotFound::new);
    }

    private static Section section(AgendaItem item, Snapshot snapshot) {
        return snapshot.topics()
                .of(item)
                .map(topic -> new Section(item, Place.of(topic), topic.evenings()))
                .orElseGet(() -> new Section(item, null, 0));
    }
}
