package kakolog.material;

import java.time.Instant;
import java.util.Optional;
import kakolog.access.Audience;
import kakolog.access.Guarded;
import kakolog.content.Event;

/** A material at one moment: for participants of its event once it is published, before that for organizers. */
public record Shown(Material material, Event event, Instant now) implements Guarded {
    public Shown {
        if (!material.event().equals(event.slug())) {
            throw new IllegalArgumentException("a material of another event");
        }
    }

    /** Those whom the materials of the event are for, published or not. */
    public Audience holders() {
        return new Audience.ParticipantsOf(event.slug());
    }

    public boolean isPublished() {
        return material.isPublished(event, now);
    }

    /** The bytes of one of its revisions; empty where that is an outside link. */
    public Optional<ShownFile> file(Revision revision) {
        return revision.content().file().map(file -> new ShownFile(this, revision, file));
    }

    @Override
    public Audience audience() {
        return isPublished() ? holders() : Audience.organizers();
    }

    @Override
    public boolean isHidden() {
        return event.isHidden();
    }
}
