package kakolog.material;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kakolog.access.Audience;
import kakolog.access.Policy;
import kakolog.access.Viewer;
import kakolog.access.Viewer.SignedIn;
import kakolog.access.Viewer.Standing;
import kakolog.content.Event;
import kakolog.content.Snapshot;
import kakolog.id.EventSlug;
import kakolog.text.Messages;
import kakolog.web.Asking;
import kakolog.web.PublicUrl;
import org.jspecify.annotations.Nullable;

/** What the page of an event shows of its materials: to holders what there is, to anybody else that there is something. */
public final class MaterialPanel {
    private final Materials materials;
    private final Previews previews;
    private final Policy policy;
    private final SizeLimit limit;
    private final PublicUrl publicUrl;
    private final MaterialFacts facts;

    MaterialPanel(
            Materials materials,
            Previews previews,
            Policy policy,
            SizeLimit limit,
            PublicUrl publicUrl,
            MaterialFacts facts) {
        this.materials = materials;
        this.previews = previews;
        this.policy = policy;
        this.limit = limit;
        this.publicUrl = publicUrl;
        this.facts = facts;
    }

    /**
     * What is shown.
     *
     * @param refusal why nothing is, as a word of {@code materials.*}: sign-in, without, unclear; empty for holders
     * @param cards what a holder is shown
     * @param zip the address of all at once; empty where there is no file
     * @param upload what organizers send files by; null for everybody else
     */
    public record Shelf(
            String slug,
            String refusal,
            List<Card> cards,
            String zip,
            @Nullable UploadForm upload) {
        /** Whether there is anything to show. */
        public boolean isEmpty() {
            return refusal.isEmpty() && cards.isEmpty() && upload == null;
        }

        /** Whether the answer that shows it may be kept by nobody: it names materials, or offers what organizers may do. */
        public boolean isSecret() {
            return !cards.isEmpty() || upload != null;
        }
    }

    /**
     * One material.
     *
     * @param href where its title leads
     * @param download where the file is; empty for an outside link
     * @param thumbnail the picture of its first page; empty where there is none
     * @param kind in a word, as PDF
     * @param facts size and pages, in words
     * @param state what is special about it, in words: not published yet, waiting; empty for what is published
     */
    public record Card(
            String title,
            String href,
            String download,
            String thumbnail,
            String kind,
            List<String> facts,
            String state,
            boolean outside,
            boolean underWay) {}

    /**
     * The form by which files are sent.
     *
     * @param accept what the picker offers
     * @param limit in words
     * @param bytes the same as a number
     */
    public record UploadForm(String slug, String accept, String types, String limit, long bytes, String desk) {}

    /** What this viewer is shown; empty where there is nothing to say. */
    public Optional<Shelf> shelf(Event event, Asking asking) {
        boolean has = facts.has(event, asking.now());
        if (!has && !asking.visit().isSignedIn()) {
            return Optional.empty();
        }
        var viewer = asking.viewer();
        var slug = event.slug().value();
        var holders = new Audience.ParticipantsOf(event.slug());
        if (!policy.admits(viewer, holders)) {
            return has ? Optional.of(new Shelf(slug, refusal(viewer), List.of(), "", null)) : Optional.empty();
        }
        var shown = shown(event, viewer, asking.now());
        var messages = Messages.in(asking.language());
        var cards = shown.stream()
                .map(material -> card(material, event, messages, asking.now()))
                .toList();
        boolean hasFile = shown.stream()
                .anyMatch(material -> material.latest().content().file().isPresent());
        var form = policy.admits(viewer, Audience.organizers()) ? form(event) : null;
        var shelf = new Shelf(slug, "", cards, hasFile ? Address.zip(event.slug()) : "", form);
        return shelf.isEmpty() ? Optional.empty() : Optional.of(shelf);
    }

    /** Those that this viewer may have now. */
    private List<Material> shown(Event event, Viewer viewer, Instant now) {
        return materials.of(event.slug()).stream()
                .filter(material -> policy.admits(viewer, new Shown(material, event, now).audience()))
                .toList();
    }

    private static String refusal(Viewer viewer) {
        if (!(viewer instanceof SignedIn signedIn)) {
            return "sign-in";
        }
        return signedIn.standing() == Standing.Unclear.INSTANCE ? "unclear" : "without";
    }

    private Card card(Material material, Event event, Messages messages, Instant now) {
        var content = material.latest().content();
        var file = content.file();
        var preview = file.filter(one -> one.type() == FileType.PDF).map(one -> previews.of(one.blob()));
        boolean pictured = preview.filter(one -> one.shown() > 0).isPresent();
        boolean image = file.filter(one -> one.type().isInline() && one.type() != FileType.PDF)
                .isPresent();
        return new Card(
                material.title().text(),
                file.isPresent() ? Address.viewer(material) : Address.of(material),
                file.isPresent() ? Address.of(material) + "?download=1" : "",
                pictured ? Address.thumbnail(material, 1) : image ? Address.of(material) : "",
                MaterialWords.kind(content),
                MaterialWords.facts(content, preview.orElse(Preview.NONE), messages),
                MaterialWords.state(material, event, messages, now),
                file.isEmpty(),
                preview.filter(Preview::isUnderWay).isPresent());
    }

    UploadForm form(Event event) {
        return new UploadForm(
                event.slug().value(),
                "." + String.join(",.", FileType.allExtensions()),
                NotTakenWords.types(),
                limit.words(),
                limit.bytes(),
                Address.desk(event.slug()));
    }

    /** The events of which this viewer may read materials now, newest first. */
    public List<EventSlug> readable(Snapshot content, Viewer viewer, Instant now) {
        return content.published().stream()
                .filter(event -> policy.admits(viewer, new Audience.ParticipantsOf(event.slug())))
                .filter(event -> facts.has(event, now))
                .map(Event::slug)
                .toList();
    }

    /** What a viewer is shown of an event's, for programs; null for who may not have them. */
    public @Nullable List<Map<String, @Nullable Object>> told(Event event, Asking asking) {
        if (!facts.has(event, asking.now()) && !asking.visit().isSignedIn()) {
            return null;
        }
        var viewer = asking.viewer();
        if (!policy.admits(viewer, new Audience.ParticipantsOf(event.slug()))) {
            return null;
        }
        return shown(event, viewer, asking.now()).stream()
                .map(material -> MaterialRecord.of(material, event, previews, publicUrl, asking.now()))
                .toList();
    }
}
