package kakolog.session;

import java.time.Instant;
import kakolog.record.Change.Kind;
import kakolog.record.Changes;
import kakolog.web.Answer;
import kakolog.web.Asking;
import kakolog.web.BadInput;
import kakolog.web.OwnPath;
import org.jspecify.annotations.Nullable;

/** この人として見る: lets an organizer look at the site with somebody else's rights, and ends it. Changes nothing else. */
public final class ViewAsPages {
    private final Sessions sessions;
    private final Changes changes;

    public ViewAsPages(Sessions sessions, Changes changes) {
        this.sessions = sessions;
        this.changes = changes;
    }

    /** Begins to look as the person of the form. */
    public Answer start(Asking asking) {
        var word = asking.field("as").orElse("");
        var pretence = Pretence.of(word).orElseThrow(() -> new BadInput("view-as.unknown", word));
        note(asking, pretence, Kind.VIEW_AS_STARTED, pretence.word(), asking.now());
        return next(asking);
    }

    /** Looks as oneself again. */
    public Answer end(Asking asking) {
        var before = asking.visit().pretence();
        before.ifPresent(word -> note(asking, null, Kind.VIEW_AS_ENDED, word, asking.now()));
        return next(asking);
    }

    private void note(Asking asking, @Nullable Pretence pretence, Kind kind, String word, Instant now) {
        Viewers.sessionOf(asking.visit()).ifPresent(session -> {
            changes.add(Actor.of(asking).made(now, kind, "", word));
            sessions.pretend(session, pretence);
        });
    }

    private static Answer next(Asking asking) {
        return Answer.redirect(OwnPath.of(asking.field("next").orElse("/")));
    }
}
