package kakolog.material;

import java.time.Instant;
import java.util.Optional;
import kakolog.blob.FileName;
import kakolog.content.Event;
import kakolog.id.EventSlug;
import org.jspecify.annotations.Nullable;

/**
 * One thing that participants of an event are given.
 *
 * @param place its place among those of the event, counted from 0 without gaps
 * @param waitingSince since when what a guest has sent waits for an organizer; null for what does not
 * @param deletedAt since when it is in the bin; null for what is not
 * @param version another one after each change, to notice who saved in between
 */
public record Material(
        long id,
        EventSlug event,
        FileName name,
        Title title,
        int place,
        Publication publication,
        @Nullable Instant waitingSince,
        @Nullable Instant deletedAt,
        long version,
        Revision latest) {

    public boolean isWaiting() {
        return waitingSince != null;
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    boolean isDeletedBefore(Instant instant) {
        return deletedAt != null && deletedAt.isBefore(instant);
    }

    /** Whether those whom it is for may have it. */
    public boolean isPublished(Event event, Instant now) {
        return from(event).filter(from -> !now.isBefore(from)).isPresent();
    }

    /** The instant, still to come, at which the clock alone publishes it; empty where it will not. */
    public Optional<Instant> nextPublication(Event event, Instant now) {
        return from(event).filter(now::isBefore);
    }

    private Optional<Instant> from(Event event) {
        return isWaiting() || isDeleted() || event.isHidden() ? Optional.empty() : publication.from(event);
    }

    Material titled(Title other) {
        return with(name, other, place, publication, waitingSince, deletedAt);
    }

    Material published(Publication other) {
        return with(name, title, place, other, waitingSince, deletedAt);
    }

    Material placed(int other) {
        return with(name, title, other, publication, waitingSince, deletedAt);
    }

    Material approved() {
        return with(name, title, place, publication, null, deletedAt);
    }

    Material deleted(Instant now) {
        return with(name, title, place, publication, waitingSince, now);
    }

    Material restored(FileName free, int last) {
        return with(free, title, last, publication, waitingSince, null);
    }

    private Material with(
            FileName name,
            Title title,
            int place,
            Publication publication,
            @Nullable Instant waitingSince,
            @Nullable Instant deletedAt) {
        return new Material(id, event, name, title, place, publication, waitingSince, deletedAt, version, latest);
    }
}
