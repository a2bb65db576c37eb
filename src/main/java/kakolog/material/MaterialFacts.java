package kakolog.material;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import kakolog.content.Event;
import kakolog.content.Snapshot;

/** What everybody may know of the materials: which events have some that are published. */
public final class MaterialFacts {
    private final Materials materials;

    public MaterialFacts(Materials materials) {
        this.materials = materials;
    }

    /** Whether an event has published materials; before they have been read for the first time it has none. */
    public boolean has(Event event, Instant now) {
        return of(event).anyMatch(material -> material.isPublished(event, now));
    }

    /** The next instant at which that may change by the clock alone. */
    public Optional<Instant> nextChange(Snapshot content, Instant now) {
        return content.published().stream()
                .flatMap(event -> nextChange(event, now).stream())
                .min(Instant::compareTo);
    }

    /** The same of one event. */
    public Optional<Instant> nextChange(Event event, Instant now) {
        return of(event)
                .flatMap(material -> material.nextPublication(event, now).stream())
                .min(Instant::compareTo);
    }

    private Stream<Material> of(Event event) {
        return materials.peek().stream().flatMap(shelf -> shelf.of(event.slug()).stream());
    }
}
