package kakolog.access;

import java.util.Set;

/** The one decision: who may see what. */
public final class Policy {
    /** Whether this viewer may see what is meant for this audience. */
    public boolean admits(Viewer viewer, Audience audience) {
        return keysOf(viewer).contains(audience.key());
    }

    /** The keys of all audiences that this viewer belongs to, for the WHERE of a query. */
    public Set<String> keysOf(Viewer viewer) {
        return Set.of(Audience.everyone().key());
    }
}
