package kakolog.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import kakolog.access.Viewer.Standing;
import kakolog.id.Snowflake;
import kakolog.web.TooOften;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How each person stands, by the last check that counts. A check counts for {@code ROLE_TTL}; in its last quarter it is
 * renewed beside the request, after it a request waits for the new one. While Discord is silent the last check counts for
 * {@code OUTAGE_GRACE} longer. One check at a time for a person.
 */
final class RoleChecks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RoleChecks.class);

    /** How long a request waits for a check. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** How long nobody asks again after a check that told nothing. */
    private static final Duration PAUSE = Duration.ofSeconds(5);
    /** How often one may ask for a check by hand. */
    private static final Duration BY_HAND = Duration.ofSeconds(5);

    private static final int AT_ONCE = 8;
    private static final int WAITING = 2_000;

    private final Question question;
    private final Clock clock;
    private final Duration ttl;
    private final Duration grace;
    private final AtomicLong generations = new AtomicLong();
    private final Cache<Snowflake, Person> people =
            Caffeine.newBuilder().maximumSize(100_000).executor(Runnable::run).build();
    private final ThreadPoolExecutor asking = new ThreadPoolExecutor(
            AT_ONCE, AT_ONCE, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), RoleChecks::thread);

    /** Asks how somebody stands. Empty where it cannot be told now. */
    @FunctionalInterface
    interface Question {
        /** @param anew whether nothing that is known may be relied on: somebody asked by hand */
        Optional<Standing> standing(Snowflake person, Instant now, boolean anew);
    }

    /**
     * What a check told.
     *
     * @param at the moment before Discord was asked
     * @param generation another one for every check
     */
    record Check(Standing standing, Instant at, long generation) {
        /** Its age; negative where the clock was turned back behind it. */
        Duration age(Instant now) {
            return Duration.between(at, now);
        }
    }

    /** What is known of one person. Small, since there may be many. */
    private static final class Person {
        private volatile @Nullable Check last;
        private @Nullable CompletableFuture<Void> underWay;
        private Instant notBefore = Instant.MIN;
        private Instant byHand = Instant.MIN;
        /** Counts what makes a check under way worthless. */
        private long voided;
    }

    RoleChecks(Question question, Clock clock, Duration ttl, Duration grace) {
        this.question = question;
        this.clock = clock;
        this.ttl = ttl;
        this.grace = grace;
        asking.allowCoreThreadTimeOut(true);
    }

    /** The check that counts for this person, waited for if need be; empty where nothing can be said. */
    Optional<Check> current(Snowflake id, Instant now) {
        var person = person(id);
        var last = person.last;
        if (last != null && isFresh(last, now)) {
            if (isDue(last, now)) {
                renew(id, person, now, false);
            }
            return Optional.of(last);
        }
        renew(id, person, now, false).ifPresent(RoleChecks::await);
        // The clock is asked anew: a check that was made while this one waited is younger than the request.
        last = person.last;
        return Optional.ofNullable(last).filter(check -> counts(check, now));
    }

    /** The check that counts, where nobody needs to be waited for; else null. One that will soon be too old is renewed. */
    @Nullable
    Check peek(Snowflake id, Instant now) {
        var person = people.getIfPresent(id);
        var last = person == null ? null : person.last;
        if (person == null || last == null || !isFresh(last, now)) {
            return null;
        }
        if (isDue(last, now)) {
            renew(id, person, now, false);
        }
        return last;
    }

    /**
     * Checks at once, as somebody asked for by hand, and waits for it.
     *
     * @throws TooOften where they did so within the last five seconds
     */
    void recheck(Snowflake id, Instant now) {
        var person = person(id);
        CompletableFuture<Void> before;
        synchronized (person) {
            var wait = Duration.between(now, person.byHand.equals(Instant.MIN) ? now : person.byHand.plus(BY_HAND));
            if (!wait.isNegative() && !wait.isZero() && wait.compareTo(BY_HAND) <= 0) {
                throw new TooOften(wait);
            }
            person.byHand = now;
            person.notBefore = Instant.MIN;
            before = person.underWay;
        }
        if (before != null) {
            // One that began before the click may have been answered before the role came.
            await(before);
        }
        renew(id, person, now, true).ifPresent(RoleChecks::await);
    }

    /** Lets no earlier check count any more, nor one that is under way: a right was changed here. */
    void forget(Snowflake id) {
        var person = person(id);
        synchronized (person) {
            person.voided++;
            person.last = null;
            person.notBefore = Instant.MIN;
            person.underWay = null;
        }
    }

    private Person person(Snowflake id) {
        return people.get(id, unknown -> new Person());
    }

    private boolean isFresh(Check check, Instant now) {
        var age = check.age(now);
        return !age.isNegative() && age.compareTo(ttl) <= 0;
    }

    private boolean isDue(Check check, Instant now) {
        return check.age(now).compareTo(ttl.multipliedBy(3).dividedBy(4)) > 0;
    }

    private boolean counts(Check check, Instant now) {
        // A check made while the request waited is a little younger than the request's own moment.
        return check.age(now).compareTo(PATIENCE.negated()) >= 0
                && check.age(now).compareTo(ttl.plus(grace)) <= 0;
    }

    /** The check under way, begun now if there is none; empty while there is to be none. */
    private Optional<CompletableFuture<Void>> renew(Snowflake id, Person person, Instant now, boolean anew) {
        synchronized (person) {
            var underWay = person.underWay;
            if (underWay != null && !underWay.isDone()) {
                return Optional.of(underWay);
            }
            boolean pausing = now.isBefore(person.notBefore)
                    && Duration.between(now, person.notBefore).compareTo(Duration.ofMinutes(2)) < 0;
            if (pausing) {
                return Optional.empty();
            }
            try {
                long voided = person.voided;
                var begun = CompletableFuture.runAsync(() -> check(id, person, voided, anew), asking);
                person.underWay = begun;
                return Optional.of(begun);
            } catch (RejectedExecutionException tooMany) {
                return Optional.empty();
            }
        }
    }

    private void check(Snowflake id, Person person, long voided, boolean anew) {
        var begun = clock.instant();
        Optional<Standing> told;
        try {
            told = question.standing(id, begun, anew);
        } catch (RuntimeException | Error failed) {
            LOG.error("while checking the roles of {}", id, failed);
            told = Optional.empty();
        }
        synchronized (person) {
            if (person.voided != voided) {
                return;
            }
            if (told.isPresent()) {
                person.last = new Check(told.get(), begun, generations.incrementAndGet());
                person.notBefore = Instant.MIN;
            } else {
                person.notBefore = clock.instant().plus(PAUSE);
            }
        }
    }

    private static void await(CompletableFuture<Void> check) {
        try {
            check.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException notTold) {
            // What was known before counts, as long as it does.
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Seconds since the oldest check that is known; for those who watch over the program. */
    double oldestSeconds(Instant now) {
        return people.asMap().values().stream()
                        .flatMap(person -> Optional.ofNullable(person.last).stream())
                        .mapToLong(check -> check.age(now).toMillis())
                        .max()
                        .orElse(0)
                / 1000.0;
    }

    @Override
    public void close() {
        asking.shutdownNow();
    }

    private static Thread thread(Runnable task) {
        var thread = new Thread(task, "role-checks");
        thread.setDaemon(true);
        return thread;
    }
}
