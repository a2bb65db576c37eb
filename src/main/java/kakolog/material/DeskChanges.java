package kakolog.material;

import java.time.Duration;
import java.util.Optional;
import kakolog.content.Event;
import kakolog.content.LocalTimes;
import kakolog.record.Change;
import kakolog.session.Actor;
import kakolog.text.Messages;
import kakolog.web.Answer;
import kakolog.web.Asking;
import kakolog.web.BadInput;
import kakolog.web.NotFound;
import kakolog.web.PublicUrl;

/** What organizers change at the desk. Each form carries the version that it was made of: who comes second is told so. */
public final class DeskChanges {
    private static final Duration LONGEST_LINK = Duration.ofDays(60);

    private final Door door;
    private final Materials materials;
    private final UploadLinks links;
    private final Marks marks;
    private final Uploading uploading;
    private final Previews previews;
    private final MaterialDesk pages;
    private final PublicUrl publicUrl;
    private final Runnable changed;

    DeskChanges(
            Door door,
            Materials materials,
            UploadLinks links,
            Marks marks,
            Uploading uploading,
            Previews previews,
            MaterialDesk pages,
            PublicUrl publicUrl,
            Runnable changed) {
        this.door = door;
        this.materials = materials;
        this.links = links;
        this.marks = marks;
        this.uploading = uploading;
        this.previews = previews;
        this.pages = pages;
        this.publicUrl = publicUrl;
        this.changed = changed;
    }

    /** One change of one material, as the button says. */
    public Answer change(Asking asking) {
        var event = door.event(asking);
        var material = material(event, asking);
        long seen = version(asking.field("version"));
        var by = Actor.of(asking);
        var outcome = switch (asking.field("do").orElse("")) {
            case "title" -> retitle(material, seen, by, asking);
            case "publish" -> materials.publish(material.id(), publication(event, asking), seen, by, asking.now());
            case "approve" -> materials.approve(material.id(), seen, by, asking.now());
            case "up" -> materials.move(material.id(), material.place() - 1, seen, by, asking.now());
            case "down" -> materials.move(material.id(), material.place() + 1, seen, by, asking.now());
            case "move" -> materials.move(material.id(), place(asking), seen, by, asking.now());
            case "delete" -> materials.delete(material.id(), seen, by, asking.now());
            case "restore" -> materials.restore(material.id(), seen, by, asking.now());
            default -> throw new BadInput("error.400.text", "");
        };
        return answer(outcome, event, "material-" + material.id(), asking);
    }

    private Outcome retitle(Material material, long seen, Change.By by, Asking asking) {
        var title = asking.field("title").flatMap(Title::of).orElseThrow(() -> new BadInput("materials.no-title", ""));
        return materials.retitle(material.id(), title, seen, by, asking.now());
    }

    private static Publication publication(Event event, Asking asking) {
        var word = asking.field("publish").orElse("");
        if (word.equals("at")) {
            var typed = asking.field("publish_at").orElse("");
            return LocalTimes.read(typed, event)
                    .<Publication>map(Publication.At::new)
                    .orElseThrow(() -> new BadInput("upload.bad-time", typed));
        }
        return Publication.read(word, asking.now()).orElseThrow(() -> new BadInput("upload.bad-time", word));
    }

    private static int place(Asking asking) {
        return asking.field("place")
                .filter(text -> text.matches("\\d{1,4}"))
                .map(Integer::parseInt)
                .orElseThrow(() -> new BadInput("error.400.text", ""));
    }

    /** Puts another file at a material's address. */
    public Answer replace(Asking asking) {
        var event = door.event(asking);
        var material = material(event, asking);
        return uploading.receive(asking, 1, intake -> {
            UploadPages.demandOne(intake);
            UploadPages.refusal(intake).ifPresent(reason -> {
                throw NotTakenWords.fault(reason);
            });
            var file = intake.take().get(0).file();
            var outcome = materials.replace(
                    material.id(), file, version(intake.text("version")), Actor.of(asking), asking.now());
            if (outcome == Outcome.DONE && file.type() == FileType.PDF) {
                previews.read(file.blob());
            }
            return answer(outcome, event, "material-" + material.id(), asking);
        });
    }

    /** Adds an address of another site. */
    public Answer link(Asking asking) {
        var event = door.event(asking);
        var url = asking.field("url")
                .flatMap(Content.Outside::of)
                .orElseThrow(() -> new BadInput("materials.bad-url", ""));
        var title = asking.field("title").flatMap(Title::of).orElseThrow(() -> new BadInput("materials.no-title", ""));
        var addition = Addition.of(event.slug(), url, title, publication(event, asking));
        materials.add(addition, Actor.of(asking), asking.now());
        return back(event, "materials");
    }

    /** Switches the mark over the pages on or off. */
    public Answer mark(Asking asking) {
        var event = door.event(asking);
        marks.switchTo(event.slug(), asking.field("on").isPresent(), Actor.of(asking), asking.now());
        changed.run();
        return back(event, "mark");
    }

    /** Makes a speaker's link, and shows its address the only time that it can be. */
    public Answer makeLink(Asking asking) {
        var event = door.event(asking);
        var label = asking.field("label").flatMap(Title::of).orElseThrow(() -> new BadInput("send.no-label", ""));
        var days = asking.field("days")
                .filter(text -> text.matches("[1-9]\\d?"))
                .map(text -> Duration.ofDays(Long.parseLong(text)))
                .filter(lifetime -> lifetime.compareTo(LONGEST_LINK) <= 0)
                .orElseThrow(() -> new BadInput("send.bad-days", ""));
        var secret = links.make(event.slug(), label, days, Actor.of(asking), asking.now());
        var expires = LocalTimes.words(asking.now().plus(days), event, Messages.in(asking.language()));
        var made = new MaterialDesk.NewLink(publicUrl.of("/send/" + secret), label.text(), expires);
        return pages.page(event, asking, made, "");
    }

    /** Takes a speaker's link back. */
    public Answer closeLink(Asking asking) {
        var event = door.event(asking);
        links.takeBack(event.slug(), asking.field("link").orElse(""), Actor.of(asking), asking.now());
        return back(event, "links");
    }

    private Answer answer(Outcome outcome, Event event, String anchor, Asking asking) {
        var messages = Messages.in(asking.language());
        return switch (outcome) {
            case DONE -> back(event, anchor);
            case CHANGED_MEANWHILE ->
                pages.page(event, asking, null, messages.get("materials.conflict"))
                        .withStatus(409);
            case OTHER_TYPE ->
                pages.page(event, asking, null, messages.get("materials.other-type"))
                        .withStatus(415);
            case GONE -> throw new NotFound();
        };
    }

    private Material material(Event event, Asking asking) {
        return Optional.of(asking.name("id"))
                .filter(text -> text.matches("[1-9]\\d{0,17}"))
                .flatMap(text -> materials.byId(Long.parseLong(text)))
                .filter(material -> material.event().equals(event.slug()))
                .orElseThrow(NotFound::new);
    }

    private static long version(Optional<String> field) {
        return field.filter(text -> text.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElse(Materials.WHATEVER);
    }

    private static Answer back(Event event, String anchor) {
        return Answer.redirect(Address.desk(event.slug()) + "#" + anchor);
    }
}
