package kakolog.material;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import kakolog.web.TooOften;

/** So many uploads at a time; each holds a thread and a share of the disk. */
final class UploadSlots {
    private static final int SLOTS = 4;
    private static final Duration LATER = Duration.ofSeconds(5);

    private final Semaphore free = new Semaphore(SLOTS);

    /** Held while one upload is under way. */
    interface Slot extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Takes one.
     *
     * @throws TooOften where none is free
     */
    Slot take() {
        if (!free.tryAcquire()) {
            throw new TooOften(LATER);
        }
        return free::release;
    }
}
