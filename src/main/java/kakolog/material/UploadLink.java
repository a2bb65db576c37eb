package kakolog.material;

import java.time.Instant;
import kakolog.id.EventSlug;
import org.jspecify.annotations.Nullable;

/**
 * An address by which someone without a role may send files once.
 *
 * @param hash the SHA-256 of its secret: names it, and does not open it
 * @param label for whom it is meant
 * @param madeBy the organizer's name
 * @param closedAt when it was used or taken back; null for one that was not
 */
public record UploadLink(
        String hash,
        EventSlug event,
        String label,
        Instant madeAt,
        String madeBy,
        Instant expiresAt,
        @Nullable Instant closedAt) {

    /** Whether it can still be used. */
    public boolean isOpen(Instant now) {
        return closedAt == null && now.isBefore(expiresAt);
    }
}
