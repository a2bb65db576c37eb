package kakolog.discord;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import kakolog.outbound.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Lets calls go as Discord's rate limits allow. Which routes are counted together is learnt from the answers; who came
 * first to a bucket goes first. Thread safe.
 */
final class RateLimits {
    /** What is told to who waited in vain for others to finish. */
    private static final Duration QUEUED = Duration.ofSeconds(1);

    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, Bucket> byRoute = new HashMap<>();
    private final Map<String, Bucket> byId = new HashMap<>();
    private final Set<Turn> waiting = new LinkedHashSet<>();
    private Hold all = Hold.none();

    RateLimits(Clock clock) {
        this.clock = clock;
    }

    /** One call's place in the queue of its bucket. */
    final class Turn {
        private final String key;
        private final String major;
        private @Nullable Bucket taken;

        private Turn(String key, String major) {
            this.key = key;
            this.major = major;
        }

        /** Waits for this call's turn. Empty when it may go; else the wait, in whole seconds, that patience does not outlast. */
        Optional<Duration> await(Patience patience) throws InterruptedException {
            lock.lockInterruptibly();
            waiting.add(this);
            try {
                while (!mayGo()) {
                    var hold = holdLeft();
                    if (!patience.outlasts(hold)) {
                        return Optional.of(
                                Duration.ofSeconds(hold.plusNanos(999_999_999).toSeconds()));
                    }
                    if (patience.left().isZero()) {
                        return Optional.of(QUEUED);
                    }
                    changed.await(nap(hold, patience).toNanos(), TimeUnit.NANOSECONDS);
                }
                taken = bucket();
                taken.begin();
                return Optional.empty();
            } finally {
                waiting.remove(this);
                changed.signalAll();
                lock.unlock();
            }
        }

        /**
         * The call is over.
         *
         * @param answer null where it got none
         * @param hold for so long no call of this bucket; zero for what the answer's headers say
         */
        void end(@Nullable Answer answer, Duration hold) {
            lock.lock();
            try {
                if (taken != null) {
                    taken.end();
                }
                if (answer != null) {
                    answer.header("X-RateLimit-Bucket").ifPresent(this::belongTo);
                    bucket().learn(answer);
                }
                if (!hold.isZero()) {
                    bucket().holdFor(hold);
                }
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }

        private static Duration nap(Duration hold, Patience patience) {
            return hold.isZero() ? patience.left() : hold;
        }

        private boolean mayGo() {
            return holdLeft().isZero() && !bucket().isFull() && isFirst();
        }

        private Duration holdLeft() {
            var own = bucket().holdLeft();
            var everybody = all.left(clock);
            return own.compareTo(everybody) > 0 ? own : everybody;
        }

        private boolean isFirst() {
            for (var other : waiting) {
                if (other == this) {
                    return true;
                }
                if (other.bucket() == bucket()) {
                    return false;
                }
            }
            return true;
        }

        private Bucket bucket() {
            return byRoute.computeIfAbsent(key, route -> new Bucket(clock));
        }

        /** The id leaves the major id out, so it tells buckets apart only together with it. */
        private void belongTo(String id) {
            byRoute.put(key, byId.computeIfAbsent(id + " " + major, first -> bucket()));
        }
    }

    Turn turn(String route, String major) {
        return new Turn(route + " " + major, major);
    }

    /** No call at all for so long. */
    void holdAll(Duration wait) {
        lock.lock();
        try {
            all = Hold.of(clock, wait);
        } finally {
            lock.unlock();
        }
    }

    /** Forgets a bucket that nobody will ask for again, as that of one user's token. */
    void forget(Turn turn) {
        lock.lock();
        try {
            var gone = byRoute.remove(turn.key);
            byId.values().removeIf(bucket -> bucket == gone);
        } finally {
            lock.unlock();
        }
    }
}
