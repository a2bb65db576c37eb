package kakolog.session;

import kakolog.access.Viewer.SignedIn;
import kakolog.record.Change;
import kakolog.web.Asking;

/** Who makes a change, for the record: the person themselves, as whomever they look. */
public final class Actor {
    private Actor() {}

    public static Change.By of(Asking asking) {
        return asking.visit().self() instanceof SignedIn person
                ? new Change.By(person.id().toString(), asking.visit().name())
                : new Change.By("", "");
    }
}
