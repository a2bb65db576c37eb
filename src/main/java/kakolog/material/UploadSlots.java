package kakolog.material;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import kakolog.web.TooOften;

/** So many uploads at a time; each holds a thread and a share of the disk. */
final class UploadSlots {
    private static final int SLOTS = 4;
    private static final Duration LATER = Duration.ofSeconds(5);

    private final Semaphore free = new Semaphore(SLOTS);

    /**
     * Takes one, to be given back.
     *
     * @throws TooOften where none is free
     */
    void take() {
        if (!free.tryAcquire()) {
            throw new TooOften(LATER);
        }
    }

    void giveBack() {
        free.release();
    }
}
