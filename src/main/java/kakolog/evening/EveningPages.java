package kakolog.evening;

import java.util.LinkedHashMap;
import kakolog.access.Policy;
import kakolog.content.Event;
import kakolog.content.Events;
import kakolog.evening.WatchPanel.Steering;
import kakolog.id.EventSlug;
import kakolog.session.Actor;
import kakolog.template.StaticTemplates;
import kakolog.web.Answer;
import kakolog.web.Asking;
import kakolog.web.BadInput;
import kakolog.web.Conflict;
import kakolog.web.Frames;
import kakolog.web.Html;
import kakolog.web.Json;
import kakolog.web.NotFound;
import org.jspecify.annotations.Nullable;

/** Where organizers set the viewing URL and end the evening, and where those who may are led to it. */
public final class EveningPages {
    private final StaticTemplates templates = new StaticTemplates();
    private final Events events;
    private final StreamUrls urls;
    private final WatchPanel panel;
    private final Policy policy;
    private final Frames frames;
    private final Runnable changed;

    /** @param changed run after each change, so that no page shows what was before */
    public EveningPages(
            Events events, StreamUrls urls, WatchPanel panel, Policy policy, Frames frames, Runnable changed) {
        this.events = events;
        this.urls = urls;
        this.panel = panel;
        this.policy = policy;
        this.frames = frames;
        this.changed = changed;
    }

    /**
     * The form by itself, for a URL that could not be taken.
     *
     * @param typed what was sent
     * @param fault what is wrong with it, as a word of {@code stream.*}
     */
    public record StreamPage(Steering steering, String date, String typed, String fault) {}

    /** Leads to the viewing URL whoever may have it now. */
    public Answer watch(Asking asking) {
        var event = find(asking);
        var evening = new Evening(event, urls.of(event.slug()).endedAt(), asking.now());
        policy.demand(asking.viewer(), evening.guests());
        // For guests there is nothing here before the hour and after it; organizers always have it.
        return policy.grantIfAdmitted(asking.viewer(), evening)
                .flatMap(urls::of)
                .map(Answer::elsewhere)
                .orElseThrow(NotFound::new);
    }

    /** Sets the URL of the form, or takes it away where the field is empty. */
    public Answer set(Asking asking) {
        var event = find(asking);
        var typed = asking.field("url")
                .orElseThrow(() -> new BadInput("stream.bad-url", ""))
                .strip();
        var url = StreamUrls.read(typed);
        if (url.isEmpty() && !typed.isEmpty()) {
            return form(event, asking, typed, "bad-url").withStatus(400);
        }
        if (!urls.set(event.slug(), url.orElse(null), version(asking), Actor.of(asking), asking.now())) {
            return form(event, asking, typed, "conflict").withStatus(409);
        }
        changed.run();
        return back(event);
    }

    /** Ends the evening, or opens it again. */
    public Answer end(Asking asking) {
        var event = find(asking);
        boolean again = asking.field("again").isPresent();
        var evening = new Evening(event, urls.of(event.slug()).endedAt(), asking.now());
        if (!again && !evening.isOpen()) {
            throw new Conflict("stream.not-running");
        }
        urls.end(event.slug(), !again, Actor.of(asking), asking.now());
        events.end(urls.ends());
        changed.run();
        return back(event);
    }

    /** Sets the URL for a program. */
    public Answer put(Asking asking) {
        var event = find(asking);
        var typed = asking.field("url").orElse("");
        var url = StreamUrls.read(typed).orElseThrow(() -> new BadInput("stream.bad-url", ""));
        urls.set(event.slug(), url, -1, Actor.of(asking), asking.now());
        changed.run();
        return told(event, url.toString());
    }

    /** Takes the URL away for a program. */
    public Answer delete(Asking asking) {
        var event = find(asking);
        urls.set(event.slug(), null, -1, Actor.of(asking), asking.now());
        changed.run();
        return told(event, null);
    }

    private static Answer told(Event event, @Nullable String url) {
        var told = new LinkedHashMap<String, @Nullable Object>();
        told.put("slug", event.slug().value());
        told.put("streamUrl", url);
        told.put("opensAt", Json.time(event.times().urlShared()));
        return Json.of(told).unkept();
    }

    private Answer form(Event event, Asking asking, String typed, String fault) {
        var steering = panel.steering(event, asking).orElseThrow();
        var page = new StreamPage(steering, event.slug().value(), typed, fault);
        return Html.of(templates.eveningStream(frames.of(asking), page)).unkept();
    }

    private static Answer back(Event event) {
        return Answer.redirect("/events/" + event.slug() + "#steering");
    }

    private static long version(Asking asking) {
        return asking.field("version")
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElse(-1L);
    }

    private Event find(Asking asking) {
        var event = EventSlug.of(asking.name("slug"))
                .flatMap(events.current()::find)
                .orElseThrow(NotFound::new);
        return policy.grant(asking.viewer(), event).thing();
    }
}
