package kakolog.material;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kakolog.content.Event;
import kakolog.content.Events;
import kakolog.template.StaticTemplates;
import kakolog.text.Days;
import kakolog.web.Answer;
import kakolog.web.Asking;
import kakolog.web.Conflict;
import kakolog.web.Frames;
import kakolog.web.Html;
import kakolog.web.NotFound;
import kakolog.web.TooOften;

/** {@code /send/{secret}}: where a speaker who has no role sends files for one event, once. */
public final class SendPages {
    private static final int FILES = 10;
    private static final Duration LATER = Duration.ofSeconds(5);

    private final StaticTemplates templates = new StaticTemplates();
    private final Events events;
    private final Materials materials;
    private final UploadLinks links;
    private final Uploading uploading;
    private final Previews previews;
    private final Frames frames;
    /** A link serves once, and takes no more than one of the few places of uploads meanwhile. */
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    SendPages(
            Events events,
            Materials materials,
            UploadLinks links,
            Uploading uploading,
            Previews previews,
            Frames frames) {
        this.events = events;
        this.materials = materials;
        this.links = links;
        this.uploading = uploading;
        this.previews = previews;
        this.frames = frames;
    }

    /**
     * The form, or what became of what was sent by it.
     *
     * @param address of the form
     * @param label for whom the link is meant
     * @param expires until when it can be used, in words
     * @param lines what was sent; empty before
     * @param sent whether it has been taken
     */
    public record SendPage(
            String address,
            String date,
            String label,
            String expires,
            String accept,
            String types,
            String limit,
            List<UploadPages.Line> lines,
            boolean sent) {}

    public Answer show(Asking asking) {
        var link = link(asking);
        return page(link, event(link), List.of(), false, asking);
    }

    /** Takes the files: all of them, or none while one is not what it should be, since the link serves only once. */
    public Answer send(Asking asking) {
        var link = link(asking);
        if (!underWay.add(link.hash())) {
            throw new TooOften(LATER);
        }
        try {
            return send(link, asking);
        } finally {
            underWay.remove(link.hash());
        }
    }

    private Answer send(UploadLink link, Asking asking) {
        var event = event(link);
        return uploading.receive(asking, FILES, intake -> {
            var refusal = UploadPages.refusal(intake);
            if (refusal.isPresent()) {
                return page(link, event, UploadPages.lines(intake), false, asking)
                        .withStatus(NotTakenWords.status(refusal.get()));
            }
            var additions = intake.take().stream()
                    .map(file -> Addition.of(link.event(), file, title(intake, file), new Publication.At(asking.now())))
                    .toList();
            if (materials.send(additions, link, asking.now()).isEmpty()) {
                throw new Conflict("send.closed");
            }
            intake.take().stream()
                    .filter(file -> file.file().type() == FileType.PDF)
                    .forEach(file -> previews.read(file.blob()));
            return page(link, event, UploadPages.lines(intake), true, asking);
        });
    }

    private static Title title(Intake intake, CheckedUpload file) {
        return Optional.of(intake)
                .filter(form -> form.soundFiles() == 1)
                .flatMap(form -> form.text("title"))
                .flatMap(Title::of)
                .orElseGet(() -> Title.of(file.name()));
    }

    private Answer page(UploadLink link, Event event, List<UploadPages.Line> lines, boolean sent, Asking asking) {
        var expires = link.expiresAt().atZone(event.times().start().getZone());
        var page = new SendPage(
                asking.path(),
                Days.date(event.date(), asking.language()),
                link.label(),
                Days.date(expires.toLocalDate(), asking.language()) + " " + Days.time(expires),
                "." + String.join(",.", FileType.allExtensions()),
                NotTakenWords.types(),
                uploading.limit().words(),
                lines,
                sent);
        return Html.of(templates.materialSend(frames.of(asking), page)).unkept();
    }

    private UploadLink link(Asking asking) {
        return links.find(asking.name("secret"), asking.now()).orElseThrow(NotFound::new);
    }

    private Event event(UploadLink link) {
        return events.current().find(link.event()).orElseThrow(NotFound::new);
    }
}
