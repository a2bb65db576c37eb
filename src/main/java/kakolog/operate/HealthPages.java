package kakolog.operate;

import java.util.function.BooleanSupplier;
import kakolog.web.Answer;
import kakolog.web.Asking;

/** {@code /healthz} and {@code /readyz}: whether the program runs, for whoever watches over it. */
public final class HealthPages {
    private final BooleanSupplier ready;

    /** @param ready whether all that is asked for is answered, search as well */
    public HealthPages(BooleanSupplier ready) {
        this.ready = ready;
    }

    /** It answers, so it runs. */
    public Answer alive(Asking asking) {
        return ok();
    }

    /** The port opens once the content has been read; search follows a moment later. */
    public Answer ready(Asking asking) {
        return ready.getAsBoolean()
                ? ok()
                : Answer.of(Answer.TEXT, "not ready\n").withStatus(503).withHeader("Cache-Control", "no-store");
    }

    private static Answer ok() {
        return Answer.of(Answer.TEXT, "ok\n").withHeader("Cache-Control", "no-store");
    }
}
