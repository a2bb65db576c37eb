package kakolog.archive;

import java.util.Comparator;
import java.util.List;
import kakolog.content.AgendaItem;
import kakolog.content.Events;
import kakolog.content.People;
import kakolog.content.Topic;
import kakolog.template.StaticTemplates;
import kakolog.text.Days;
import kakolog.web.Answer;
import kakolog.web.Asking;
import kakolog.web.Frames;
import kakolog.web.Html;
import kakolog.web.NotFound;

/** {@code /topics}, {@code /topics/{slug}}, {@code /people/{handle}}: what was said of one thing, and where one person spoke. */
public final class TopicPages {
    /** An appearance is shown with all that its agenda says below: ten lines, often more. */
    private static final int APPEARANCES = 50;

    private final StaticTemplates templates = new StaticTemplates();
    private final Events events;
    private final Frames frames;

    public TopicPages(Events events, Frames frames) {
        this.events = events;
        this.frames = frames;
    }

    /** All topics: those that recur first, then those of one evening. */
    public record TopicsPage(List<TopicRow> recurring, List<TopicRow> single, int count, Pager pager) {}

    /** One topic of the list; {@code first} and {@code last} are dates in numbers. */
    public record TopicRow(Place place, int evenings, String first, String last) {}

    /** One topic, in order of time. */
    public record TopicPage(
            String name, List<String> otherWordings, int evenings, List<Appearance> appearances, Pager pager) {}

    /** What one evening's agenda said of the topic; the wording is empty where it is the topic's name. */
    public record Appearance(EventCard event, String wording, String itemHref, AgendaItem item, List<Place> speakers) {}

    /** One person, the newest evening first. */
    public record PersonPage(String handle, List<Evening> evenings, Pager pager) {}

    /** What the person did on one evening. */
    public record Evening(EventCard event, boolean host, boolean guest, boolean wholeEvening, List<Place> spokeOn) {}

    public Answer list(Asking asking) {
        var topics = events.current().topics().all();
        var rows = topics.stream()
                .sorted(Comparator.comparingInt(Topic::evenings)
                        .thenComparing(topic -> topic.last().slug())
                        .reversed())
                .map(topic -> new TopicRow(
                        Place.of(topic),
                        topic.evenings(),
                        Days.shortDate(topic.first().date(), asking.language()),
                        Days.shortDate(topic.last().date(), asking.language())))
                .toList();
        var pager = Pager.of(asking.page(), rows.size(), "/topics", page -> page > 1 ? "?page=" + page : "");
        var shown = pager.cut(rows);
        var page = new TopicsPage(
                shown.stream().filter(row -> row.evenings() > 1).toList(),
                shown.stream().filter(row -> row.evenings() == 1).toList(),
                rows.size(),
                pager);
        return Html.of(templates.archiveTopics(frames.of(asking), page));
    }

    public Answer topic(Asking asking) {
        var snapshot = events.current();
        var topic = snapshot.topics().find(asking.name("slug")).orElseThrow(NotFound::new);
        var place = Place.of(topic);
        var pager = Pager.of(
                asking.page(),
                topic.appearances().size(),
                APPEARANCES,
                place.href(),
                page -> page > 1 ? "?page=" + page : "");
        var appearances = pager.cut(topic.appearances()).stream()
                .map(seen -> new Appearance(
                        EventCard.of(seen.event(), snapshot, asking),
                        seen.item().text().equals(topic.name())
                                ? ""
                                : seen.item().text(),
                        Place.of(seen.event(), seen.item()).href(),
                        seen.item(),
                        seen.item().speakers().stream().map(Place::ofPerson).toList()))
                .toList();
        var others = topic.wordings().stream()
                .filter(wording -> !wording.equals(topic.name()))
                .toList();
        var page = new TopicPage(topic.name(), others, topic.evenings(), appearances, pager);
        return Html.of(templates.archiveTopic(frames.of(asking), page))
                .until(snapshot.nextChange(asking.now()).orElse(null));
    }

    public Answer person(Asking asking) {
        var snapshot = events.current();
        var person = snapshot.people().find(asking.name("handle")).orElseThrow(NotFound::new);
        var newestFirst = person.evenings().stream()
                .sorted(Comparator.comparing(
                                (People.Evening evening) -> evening.event().slug())
                        .reversed())
                .toList();
        var pager = Pager.of(
                asking.page(),
                newestFirst.size(),
                Place.ofPerson(person.handle()).href(),
                page -> page > 1 ? "?page=" + page : "");
        var evenings = pager.cut(newestFirst).stream()
                .map(evening -> new Evening(
                        EventCard.of(evening.event(), snapshot, asking),
                        evening.host(),
                        evening.guest(),
                        evening.wholeEvening(),
                        evening.items().stream()
                                .map(item -> Place.of(evening.event(), item))
                                .toList()))
                .toList();
        return Html.of(templates.archivePerson(frames.of(asking), new PersonPage(person.handle(), evenings, pager)))
                .until(snapshot.nextChange(asking.now()).orElse(null));
    }
}
