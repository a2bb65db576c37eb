package kakolog.operate;

import kakolog.web.Answer;
import kakolog.web.Asking;

/** {@code /healthz} and {@code /readyz}: whether the program runs, for whoever watches over it. */
public final class HealthPages {
    /** It answers, so it runs. */
    public Answer alive(Asking asking) {
        return ok();
    }

    /** The port opens only once the content has been read: who is answered at all may come in. */
    public Answer ready(Asking asking) {
        return ok();
    }

    private static Answer ok() {
        return Answer.of(Answer.TEXT, "ok\n").withHeader("Cache-Control", "no-store");
    }
}
