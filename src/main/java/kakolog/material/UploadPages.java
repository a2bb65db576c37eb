package kakolog.material;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kakolog.content.Event;
import kakolog.record.Change;
import kakolog.session.Actor;
import kakolog.template.StaticTemplates;
import kakolog.web.Answer;
import kakolog.web.Asking;
import kakolog.web.BadInput;
import kakolog.web.Frames;
import kakolog.web.Html;
import kakolog.web.Json;
import kakolog.web.PublicUrl;
import org.jspecify.annotations.Nullable;

/** Where organizers send files: by the form of the event's page, file by file by its script, or by a program. */
public final class UploadPages {
    /** A form without a script sends all its files at once. */
    private static final int FILES_OF_A_FORM = 10;

    private final StaticTemplates templates = new StaticTemplates();
    private final Door door;
    private final Materials materials;
    private final Uploading uploading;
    private final Previews previews;
    private final PublicUrl publicUrl;
    private final Frames frames;

    UploadPages(
            Door door,
            Materials materials,
            Uploading uploading,
            Previews previews,
            PublicUrl publicUrl,
            Frames frames) {
        this.door = door;
        this.materials = materials;
        this.uploading = uploading;
        this.previews = previews;
        this.publicUrl = publicUrl;
        this.frames = frames;
    }

    /**
     * What became of the files of a form of which not all were taken.
     *
     * @param back where the form stands
     */
    public record UploadPage(String date, String back, String limit, List<Line> lines) {}

    /** One file: its name, and why it was not taken, as a word of {@code upload.not.*}; empty where it was. */
    public record Line(String name, String refusal) {}

    /** Takes the files of a form; leads back to the page, or says of each file what is wrong with it. */
    public Answer form(Asking asking) {
        var event = door.event(asking);
        return uploading.receive(asking, FILES_OF_A_FORM, intake -> {
            var publication = publication(intake, asking.now());
            add(intake, event, publication, Actor.of(asking), asking.now());
            return refusal(intake)
                    .map(reason -> page(intake, event, reason, asking))
                    .orElseGet(() -> Answer.redirect("/events/" + event.slug() + "#materials"));
        });
    }

    private Answer page(Intake intake, Event event, NotTaken.Reason reason, Asking asking) {
        var page = new UploadPage(
                event.slug().value(),
                "/events/" + event.slug() + "#materials",
                uploading.limit().words(),
                lines(intake));
        return Html.of(templates.materialUpload(frames.of(asking), page))
                .withStatus(NotTakenWords.status(reason))
                .unkept();
    }

    static List<Line> lines(Intake intake) {
        return intake.sent().stream()
                .map(file -> new Line(
                        file.name(),
                        Optional.ofNullable(file.refusal())
                                .map(NotTaken.Reason::word)
                                .orElse("")))
                .toList();
    }

    /** Takes one file, for programs and scripts. */
    public Answer api(Asking asking) {
        var event = door.event(asking);
        return uploading.receive(asking, 1, intake -> {
            var publication = publication(intake, asking.now());
            demandOne(intake);
            refusal(intake).ifPresent(reason -> {
                throw NotTakenWords.fault(reason);
            });
            var added = add(intake, event, publication, Actor.of(asking), asking.now());
            return Json.of(told(added.get(0), event, asking.now())).unkept();
        });
    }

    private List<Material> add(Intake intake, Event event, Publication publication, Change.By by, Instant now) {
        var files = intake.take();
        var title = files.size() == 1 ? intake.text("title").flatMap(Title::of) : Optional.<Title>empty();
        var added = files.stream()
                .map(file -> materials.add(
                        Addition.of(event.slug(), file, title.orElseGet(() -> Title.of(file.name())), publication),
                        by,
                        now))
                .toList();
        files.stream().filter(file -> file.file().type() == FileType.PDF).forEach(file -> previews.read(file.blob()));
        return added;
    }

    /** Where one file is meant, a second would be lost or unheard of. */
    static void demandOne(Intake intake) {
        if (intake.sent().size() > 1) {
            throw new BadInput("upload.one-file", "");
        }
    }

    /** Why the first of the files that were not taken was not; a form without any file is one that was not, too. */
    static Optional<NotTaken.Reason> refusal(Intake intake) {
        if (intake.sent().isEmpty()) {
            throw new BadInput("upload.no-file", "");
        }
        return intake.sent().stream()
                .flatMap(file -> Optional.ofNullable(file.refusal()).stream())
                .findFirst();
    }

    /** From when on it is to be published; at once where nobody says. */
    static Publication publication(Intake intake, Instant now) {
        var wanted = intake.text("publish_at").orElse("now");
        return Publication.read(wanted, now).orElseThrow(() -> new BadInput("upload.bad-time", wanted));
    }

    private Map<String, @Nullable Object> told(Material material, Event event, Instant now) {
        var told = new LinkedHashMap<String, @Nullable Object>();
        told.put("event", event.slug().value());
        told.putAll(MaterialRecord.of(material, event, previews, publicUrl, now));
        return told;
    }
}
