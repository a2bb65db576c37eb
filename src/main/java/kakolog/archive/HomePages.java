package kakolog.archive;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import kakolog.content.Events;
import kakolog.content.Page;
import kakolog.evening.WatchPanel;
import kakolog.material.MaterialFacts;
import kakolog.template.StaticTemplates;
import kakolog.web.Answer;
import kakolog.web.Asking;
import kakolog.web.Frames;
import kakolog.web.Html;
import kakolog.web.NotFound;
import org.jspecify.annotations.Nullable;

/** {@code /}: the next event and the newest past ones; {@code /pages/…}: prose. */
public final class HomePages {
    private static final int PAST_EVENTS = 5;

    private final StaticTemplates templates = new StaticTemplates();
    private final Events events;
    private final WatchPanel panel;
    private final MaterialFacts materials;
    private final Frames frames;

    public HomePages(Events events, WatchPanel panel, MaterialFacts materials, Frames frames) {
        this.events = events;
        this.materials = materials;
        this.panel = panel;
        this.frames = frames;
    }

    /**
     * The home page.
     *
     * @param next null while the next event is not known
     * @param sections the pages that the home page shows whole, as the rules
     */
    public record HomePage(
            @Nullable NextEvent next, List<EventCard> past, String usual, List<Page> sections, List<Page> more) {}

    /** A page of prose, with the others beside it. */
    public record ProsePage(Page page, List<Page> all) {}

    public Answer home(Asking asking) {
        var snapshot = events.current();
        var next = snapshot.next(asking.now());
        var past = snapshot.published().stream()
                .filter(event -> !next.map(event::equals).orElse(false))
                .filter(event -> event.times().start().toInstant().isBefore(asking.now()))
                .limit(PAST_EVENTS)
                .map(event -> EventCard.of(event, snapshot, asking).withMaterials(materials.has(event, asking.now())))
                .toList();
        var pages = snapshot.pages();
        var page = new HomePage(
                next.map(event -> NextEvent.of(event, snapshot, panel, asking)).orElse(null),
                past,
                snapshot.site().usual(),
                pages.stream()
                        .filter(shown -> List.of("boost", "rules").contains(shown.name()))
                        .toList(),
                pages.stream()
                        .filter(shown -> !List.of("boost", "rules").contains(shown.name()))
                        .toList());
        var answer = Html.of(templates.archiveHome(frames.of(asking), page))
                .until(Stream.concat(
                                next.flatMap(event -> NextEvent.validUntil(event, panel, asking.now())).stream(),
                                materials.nextChange(snapshot, asking.now()).stream())
                        .min(Instant::compareTo)
                        .orElse(null));
        return NextEvent.guarded(answer, page.next());
    }

    public Answer page(Asking asking) {
        var snapshot = events.current();
        var page = snapshot.page(asking.name("name")).orElseThrow(NotFound::new);
        return Html.of(templates.archiveProse(frames.of(asking), new ProsePage(page, snapshot.pages())));
    }
}
