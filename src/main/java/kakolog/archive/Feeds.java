package kakolog.archive;

import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kakolog.content.Event;
import kakolog.content.Events;
import kakolog.content.Snapshot;
import kakolog.text.Days;
import kakolog.text.Language;
import kakolog.text.Messages;
import kakolog.web.Answer;
import kakolog.web.Asking;
import kakolog.web.PublicUrl;

/** {@code /feed.atom}: the newest events, for those who follow the community in a feed reader. */
public final class Feeds {
    private static final int ENTRIES = 30;
    /** What XML 1.0 cannot hold in any spelling; a content file can. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final Events events;
    private final PublicUrl publicUrl;

    public Feeds(Events events, PublicUrl publicUrl) {
        this.events = events;
        this.publicUrl = publicUrl;
    }

    public Answer atom(Asking asking) {
        var snapshot = events.current();
        var site = snapshot.site();
        var feed = new Feed("atom_1.0");
        feed.setId(publicUrl.of("/feed.atom"));
        feed.setTitle(xml(site.name()));
        if (!site.tagline().isEmpty()) {
            feed.setSubtitle(text(site.tagline()));
        }
        feed.setAuthors(List.of(author(site.name())));
        feed.setAlternateLinks(List.of(link("alternate", "text/html", "/")));
        feed.setOtherLinks(List.of(link("self", "application/atom+xml", "/feed.atom")));
        feed.setEntries(snapshot.published().stream()
                .limit(ENTRIES)
                .map(event -> entry(event, snapshot))
                .toList());
        feed.setUpdated(snapshot.published().stream()
                .findFirst()
                .map(Feeds::updated)
                .orElseGet(() -> Date.from(Instant.EPOCH)));
        try {
            return Answer.of("application/atom+xml;charset=utf-8", new WireFeedOutput().outputString(feed));
        } catch (FeedException incomplete) {
            throw new IllegalStateException(incomplete);
        }
    }

    private Entry entry(Event event, Snapshot snapshot) {
        var address = Place.of(event).href();
        var entry = new Entry();
        entry.setId(publicUrl.of(address));
        entry.setTitle(xml(title(event)));
        entry.setUpdated(updated(event));
        entry.setAlternateLinks(List.of(link("alternate", "text/html", address)));
        entry.setSummary(text(PublicEvents.topics(event, snapshot).stream()
                .map(topic -> topic.name())
                .collect(Collectors.joining("\n"))));
        return entry;
    }

    /** In the community's language whoever asks: a feed reader chooses none. */
    private static String title(Event event) {
        var title = Days.date(event.date(), Language.JA) + (event.title() == null ? "" : " " + event.title());
        return event.status() == Event.Status.CALLED_OFF
                ? title + " (" + Messages.in(Language.JA).get("state.called_off") + ")"
                : title;
    }

    /** The start: the files hold no other time, and a file's own would differ from copy to copy. */
    private static Date updated(Event event) {
        return Date.from(event.times().start().toInstant());
    }

    private Link link(String relation, String type, String path) {
        var link = new Link();
        link.setRel(relation);
        link.setType(type);
        link.setHref(publicUrl.of(path));
        return link;
    }

    private static Person author(String name) {
        var author = new Person();
        author.setName(xml(name));
        return author;
    }

    private static Content text(String words) {
        var content = new Content();
        content.setType(Content.TEXT);
        content.setValue(xml(words));
        return content;
    }

    private static String xml(String text) {
        return NOT_XML.matcher(text).replaceAll("\uFFFD");
    }
}
