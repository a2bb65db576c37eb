package kakolog.access;

import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import kakolog.access.Refused.Why;
import kakolog.access.Viewer.SignedIn;
import kakolog.access.Viewer.Standing;

/** The one decision: who may see what. */
public final class Policy {
    static final String BOOSTERS = "boosters";

    /** Whether this viewer may see what is meant for this audience. */
    public boolean admits(Viewer viewer, Audience audience) {
        return !Collections.disjoint(audience.openedBy(), keysOf(viewer));
    }

    /**
     * The key to a thing.
     *
     * @throws Refused where this viewer may not have it
     */
    public <T extends Guarded> Granted<T> grant(Viewer viewer, T thing) {
        if (!admits(viewer, thing.audience())) {
            throw new Refused(thing.isHidden() ? Why.HIDDEN : why(viewer), thing.audience(), viewer);
        }
        return new Granted<>(thing);
    }

    /** The key to a thing, for a page that shows something else where there is none. */
    public <T extends Guarded> Optional<Granted<T>> grantIfAdmitted(Viewer viewer, T thing) {
        return admits(viewer, thing.audience()) ? Optional.of(new Granted<>(thing)) : Optional.empty();
    }

    /**
     * Lets pass who belongs to an audience.
     *
     * @throws Refused otherwise
     */
    public void demand(Viewer viewer, Audience audience) {
        if (!admits(viewer, audience)) {
            throw new Refused(why(viewer), audience, viewer);
        }
    }

    /** The keys that this viewer holds, for the WHERE of a query. */
    public Set<String> keysOf(Viewer viewer) {
        if (!(viewer instanceof SignedIn signedIn)) {
            return Set.of(Audience.everyone().key());
        }
        var keys = new HashSet<>(
                Set.of(Audience.everyone().key(), Audience.signedIn().key()));
        if (signedIn.standing() instanceof Standing.Member member) {
            keys.add(Audience.members().key());
            if (member.booster()) {
                keys.add(BOOSTERS);
            }
            if (member.organizer()) {
                keys.add(Audience.organizers().key());
            }
            member.events().forEach(event -> keys.add(new Audience.ParticipantsOf(event).key()));
        }
        return keys;
    }

    private static Why why(Viewer viewer) {
        if (!(viewer instanceof SignedIn signedIn)) {
            return Why.SIGN_IN_FIRST;
        }
        return signedIn.standing() == Standing.Unclear.INSTANCE ? Why.CANNOT_TELL : Why.NOT_ALLOWED;
    }
}
