package kakolog.chatlog;

import java.time.Duration;
import kakolog.chatlog.Fetched.Cannot;
import kakolog.chatlog.Fetched.Why;
import org.jspecify.annotations.Nullable;

/** Reading cannot go on. */
final class Stop extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Cannot cannot;

    Stop(Why why, String said) {
        this(why, said, null);
    }

    Stop(Why why, String said, @Nullable Duration retryAfter) {
        super(said);
        this.cannot = new Cannot(why, said, retryAfter);
    }

    Cannot cannot() {
        return cannot;
    }
}
