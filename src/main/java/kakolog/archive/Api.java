package kakolog.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import kakolog.chatlog.ChatLogs;
import kakolog.content.Events;
import kakolog.evening.WatchPanel;
import kakolog.evening.WatchPanel.Watching;
import kakolog.material.MaterialFacts;
import kakolog.material.MaterialPanel;
import kakolog.web.Answer;
import kakolog.web.Asking;
import kakolog.web.Json;
import kakolog.web.PublicUrl;

/** The archive as JSON, below {@code /api/}: the same bytes for every viewer, but for the viewing URL and the materials of one event. */
public final class Api {
    private static final String DESCRIPTION = "/openapi.json";

    private final Events events;
    private final PublicUrl publicUrl;
    private final WatchPanel panel;
    private final MaterialFacts facts;
    private final ChatLogs logs;
    private final MaterialPanel materials;
    private final Answer description = Answer.of(Answer.JSON, load(DESCRIPTION));

    public Api(
            Events events,
            PublicUrl publicUrl,
            WatchPanel panel,
            MaterialFacts facts,
            MaterialPanel materials,
            ChatLogs logs) {
        this.logs = logs;
        this.facts = facts;
        this.materials = materials;
        this.events = events;
        this.panel = panel;
        this.publicUrl = publicUrl;
    }

    /** All events, newest first, or those of {@code ?year=}. */
    public Answer events(Asking asking) {
        var snapshot = events.current();
        var summaries = PublicEvents.asked(snapshot, asking).stream()
                .map(event -> EventSummary.of(event, snapshot, publicUrl, asking.now()))
                .toList();
        return Json.of(summaries).until(snapshot.nextChange(asking.now()).orElse(null));
    }

    /** One event with its whole agenda. */
    public Answer event(Asking asking) {
        var snapshot = events.current();
        var event = PublicEvents.named(snapshot, asking);
        var watching = panel.watching(event, asking);
        var url = watching.map(Watching::url).orElse(null);
        var gated = new WholeEvent.Gated(
                facts.has(event, asking.now()), logs.has(event.slug()), materials.told(event, asking), url);
        var answer = Json.of(WholeEvent.of(event, snapshot, publicUrl, gated, asking.now()))
                .until(Stream.concat(
                                NextEvent.validUntil(event, panel, asking.now()).stream(),
                                facts.nextChange(event, asking.now()).stream())
                        .min(Instant::compareTo)
                        .orElse(null));
        return gated.isOpen() ? answer.unkept() : answer;
    }

    /** The link ledger, with the filters of {@code /links}. */
    public Answer links(Asking asking) {
        return Json.of(LinkFilter.of(asking).apply(events.current()).stream()
                .map(LinkRecord::of)
                .toList());
    }

    /** All topics, or those that came up in {@code ?year=}, with all their appearances. */
    public Answer topics(Asking asking) {
        var year = asking.parameter("year").orElse("");
        return Json.of(events.current().topics().all().stream()
                .filter(topic -> year.isEmpty()
                        || topic.appearances().stream()
                                .anyMatch(seen -> year.equals(
                                        String.valueOf(seen.event().date().getYear()))))
                .map(TopicRecord::of)
                .toList());
    }

    /** The time that the pages go by, for scripts that wait for a change: a visitor's own clock may be wrong. */
    public Answer now(Asking asking) {
        return Json.of(Map.of("now", asking.now().toString())).unkept();
    }

    /** What all of this looks like, for machines (OpenAPI). */
    public Answer description(Asking asking) {
        return description;
    }

    private static byte[] load(String name) {
        try (var in = Api.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
