package kakolog.material;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kakolog.content.Event;
import kakolog.content.LocalTimes;
import kakolog.template.StaticTemplates;
import kakolog.text.Days;
import kakolog.text.Messages;
import kakolog.web.Answer;
import kakolog.web.Asking;
import kakolog.web.Frames;
import kakolog.web.Html;
import org.jspecify.annotations.Nullable;

/** {@code /organize/events/{slug}/materials}: all materials of an event, those in the bin too, and by what they come. */
public final class MaterialDesk {
    private final StaticTemplates templates = new StaticTemplates();
    private final Door door;
    private final Materials materials;
    private final Previews previews;
    private final UploadLinks links;
    private final Marks marks;
    private final MaterialPanel panel;
    private final Frames frames;

    MaterialDesk(
            Door door,
            Materials materials,
            Previews previews,
            UploadLinks links,
            Marks marks,
            MaterialPanel panel,
            Frames frames) {
        this.door = door;
        this.materials = materials;
        this.previews = previews;
        this.links = links;
        this.marks = marks;
        this.panel = panel;
        this.frames = frames;
    }

    /**
     * The page.
     *
     * @param newLink the address of a link that has just been made, which is shown this once; null otherwise
     * @param fault what could not be done, in words; empty otherwise
     */
    public record MaterialsPage(
            String slug,
            String date,
            MaterialPanel.UploadForm upload,
            List<Row> rows,
            List<Binned> bin,
            List<LinkRow> links,
            boolean marked,
            @Nullable NewLink newLink,
            String fault) {}

    /**
     * A material as organizers handle it.
     *
     * @param publish now, at, ended or never
     * @param publishAt the time of {@code at} as a field of a form has it; empty otherwise
     * @param accept what may take its place; empty where it is an outside link
     */
    public record Row(
            long id,
            long version,
            String title,
            String name,
            String href,
            String thumbnail,
            String kind,
            List<String> facts,
            String state,
            boolean waiting,
            boolean underWay,
            String publish,
            String publishAt,
            String accept,
            boolean first,
            boolean last,
            List<Older> revisions) {}

    /** A revision that is not the latest. */
    public record Older(String href, String words) {}

    /** A material in the bin. */
    public record Binned(long id, long version, String title, String deleted) {}

    /** A speaker's link: for whom, by whom, how it stands, in words. */
    public record LinkRow(String hash, String label, String facts, boolean open) {}

    /** A link's address, and for whom it is. */
    public record NewLink(String url, String label, String expires) {}

    public Answer show(Asking asking) {
        return page(door.event(asking), asking, null, "");
    }

    /** The page with what has just been made or what could not be done. */
    Answer page(Event event, Asking asking, @Nullable NewLink newLink, String fault) {
        var messages = Messages.in(asking.language());
        var all = materials.of(event.slug());
        var page = new MaterialsPage(
                event.slug().value(),
                Days.date(event.date(), asking.language()),
                panel.form(event),
                all.stream()
                        .map(material -> row(material, all.size(), event, messages, asking.now()))
                        .toList(),
                materials.bin(event.slug()).stream()
                        .map(material -> binned(material, event, messages))
                        .toList(),
                links.of(event.slug()).stream()
                        .map(link -> linkRow(link, event, messages, asking.now()))
                        .toList(),
                marks.isOn(event.slug()),
                newLink,
                fault);
        return Html.of(templates.materialDesk(frames.of(asking), page)).unkept();
    }

    private Row row(Material material, int count, Event event, Messages messages, Instant now) {
        var content = material.latest().content();
        var preview = content.file()
                .filter(file -> file.type() == FileType.PDF)
                .map(file -> previews.of(file.blob()))
                .orElse(Preview.NONE);
        return new Row(
                material.id(),
                material.version(),
                material.title().text(),
                material.name().value(),
                content.file().isPresent() ? Address.viewer(material) : Address.of(material),
                preview.shown() > 0 ? Address.thumbnail(material, 1) : "",
                MaterialWords.kind(content),
                MaterialWords.facts(content, preview, messages),
                MaterialWords.state(material, event, messages, now),
                material.isWaiting(),
                preview.isUnderWay(),
                publish(material, now),
                publishAt(material, event),
                content.file()
                        .map(file -> "." + String.join(",.", file.type().extensions()))
                        .orElse(""),
                material.place() == 0,
                material.place() == count - 1,
                older(material, event, messages));
    }

    private static String publish(Material material, Instant now) {
        return material.publication() instanceof Publication.At at && !now.isBefore(at.instant())
                ? "now"
                : material.publication().word();
    }

    private static String publishAt(Material material, Event event) {
        return material.publication() instanceof Publication.At at ? LocalTimes.field(at.instant(), event) : "";
    }

    private List<Older> older(Material material, Event event, Messages messages) {
        if (material.latest().number() == 1) {
            return List.of();
        }
        return materials.revisions(material.id()).stream()
                .skip(1)
                .map(revision -> new Older(
                        Address.of(material) + "?rev=" + revision.number(),
                        messages.get(
                                "materials.revision",
                                revision.number(),
                                LocalTimes.words(revision.addedAt(), event, messages),
                                revision.actorName())))
                .toList();
    }

    private static Binned binned(Material material, Event event, Messages messages) {
        var deleted = Optional.ofNullable(material.deletedAt()).orElse(Instant.EPOCH);
        return new Binned(
                material.id(), material.version(), material.title().text(), LocalTimes.words(deleted, event, messages));
    }

    private static LinkRow linkRow(UploadLink link, Event event, Messages messages, Instant now) {
        boolean open = link.isOpen(now);
        var state =
                messages.get(open ? "send.open" : "send.not-open", LocalTimes.words(link.expiresAt(), event, messages));
        return new LinkRow(link.hash(), link.label(), state + " · " + link.madeBy(), open);
    }
}
