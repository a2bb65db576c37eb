package kakolog.content;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kakolog.id.EventSlug;

/** The content folder as it was read at one moment, with all that follows from it. Immutable. */
public final class Snapshot {
    private final Site site;
    private final List<Event> published;
    private final Map<EventSlug, Event> bySlug = new LinkedHashMap<>();
    private final List<Page> pages;
    private final Topics topics;
    private final Ledger ledger;
    private final People people;
    private final List<Fault> faults;

    Snapshot(Site site, List<Event> events, List<Page> pages, List<Fault> faults) {
        this.site = site;
        this.faults = List.copyOf(faults);
        this.pages = pages.stream()
                .sorted(Comparator.comparingInt(Page::order).thenComparing(Page::name))
                .toList();
        events.forEach(event -> bySlug.put(event.slug(), event));
        published = events.stream()
                .filter(event -> event.status() != Event.Status.DRAFT)
                .sorted(Comparator.comparing(Event::slug).reversed())
                .toList();
        var oldestFirst = new ArrayList<>(published);
        Collections.reverse(oldestFirst);
        topics = new Topics(site, oldestFirst);
        ledger = new Ledger(oldestFirst, topics);
        people = new People(oldestFirst);
    }

    /**
     * The same, with evenings that organizers have ended and links that they took from the chat; the very same object where
     * there is nothing of either.
     */
    Snapshot with(Map<EventSlug, Instant> ends, Map<EventSlug, List<Link>> links) {
        if (ends.isEmpty() && links.isEmpty()) {
            return this;
        }
        var events = bySlug.values().stream()
                .map(event -> Optional.ofNullable(ends.get(event.slug()))
                        .map(event::endedAt)
                        .orElse(event))
                .map(event -> Optional.ofNullable(links.get(event.slug()))
                        .map(event::withChatLinks)
                        .orElse(event))
                .toList();
        return new Snapshot(site, events, pages, faults);
    }

    /** The name of the dated role of each event, drafts as well. */
    public Map<EventSlug, String> roles() {
        var roles = new LinkedHashMap<EventSlug, String>();
        bySlug.forEach((slug, event) -> roles.put(slug, event.role()));
        return roles;
    }

    public Site site() {
        return site;
    }

    /** All events that are no drafts, newest first. */
    public List<Event> published() {
        return published;
    }

    /** All events, drafts as well, newest first. */
    public List<Event> all() {
        return bySlug.values().stream()
                .sorted(Comparator.comparing(Event::slug).reversed())
                .toList();
    }

    /** The published event before this one; empty for the first. */
    public Optional<Event> before(Event event) {
        return published.stream()
                .filter(other -> other.slug().compareTo(event.slug()) < 0)
                .findFirst();
    }

    /** The published event after this one; empty for the newest. */
    public Optional<Event> after(Event event) {
        return published.stream()
                .filter(other -> other.slug().compareTo(event.slug()) > 0)
                .reduce((newer, nearer) -> nearer);
    }

    /** The event of this slug, a draft as well. */
    public Optional<Event> find(EventSlug slug) {
        return Optional.ofNullable(bySlug.get(slug));
    }

    /**
     * The event that the home page is about: the earliest whose day is not over. An evening that has ended stays until
     * midnight, so that those who were there find its page.
     */
    public Optional<Event> next(Instant now) {
        return published.stream()
                .filter(event -> now.isBefore(event.times().dayAfter().toInstant()))
                .reduce((later, earlier) -> earlier);
    }

    public List<Page> pages() {
        return pages;
    }

    public Optional<Page> page(String name) {
        return pages.stream().filter(page -> page.name().equals(name)).findFirst();
    }

    public Topics topics() {
        return topics;
    }

    public Ledger ledger() {
        return ledger;
    }

    public People people() {
        return people;
    }

    /** The instant at which the state of any event changes next; empty where nothing is ahead. */
    public Optional<Instant> nextChange(Instant now) {
        return published.stream()
                .flatMap(event -> event.times().nextChange(now).stream())
                .min(Instant::compareTo);
    }

    /** What is wrong in the files now; those files are shown as they last were. */
    public List<Fault> faults() {
        return faults;
    }
}
