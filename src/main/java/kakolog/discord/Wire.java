package kakolog.discord;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RateLimiter;
import dev.failsafe.RetryPolicy;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import kakolog.outbound.Answer;
import kakolog.outbound.Limits;
import kakolog.outbound.NoAnswer;
import kakolog.outbound.Outbound;
import kakolog.outbound.Question;
import org.jspecify.annotations.Nullable;

/**
 * Carries calls to Discord: in turn, at its pace, again where that may help, and not at all after the bot token was
 * refused. What comes back as known is an answer that is no overload, no redirect and no breakdown. Thread safe.
 */
final class Wire implements AutoCloseable {
    /** Pages wait for this: a member check must not hold a visitor longer. */
    static final Limits LIMITS = new Limits(Duration.ofSeconds(3), Duration.ofSeconds(5), 1 << 20);

    /** A hundred messages with all that may hang on them; who reads a channel's past has time. */
    static final Limits HISTORY = new Limits(Duration.ofSeconds(3), Duration.ofSeconds(10), 8 << 20);

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration UNTOLD = Duration.ofMinutes(1);
    /** A tenth of what gets the address banned: others may ask from the same address. */
    private static final int INVALID_ANSWERS = 1_000;

    private final URI api;
    private final Clock clock;
    private final Outbound outbound;
    private final Outbound history;
    private final RateLimits limits;
    private final InvalidAnswers invalid;
    private final String userAgent;
    private final AtomicLong users = new AtomicLong();
    private final LongAdder rateLimited = new LongAdder();
    private @Nullable RateLimiter<Answer> memberChecks;
    private volatile Hold refused = Hold.none();
    private volatile @Nullable Dated dated;

    Wire(URI base, Clock clock, Limits limits, Limits history, int invalidAnswers) {
        this.api = base.resolve("/api/v10");
        this.clock = clock;
        this.outbound = new Outbound(Set.of(base), limits);
        this.history = new Outbound(Set.of(base), history);
        this.limits = new RateLimits(clock);
        this.invalid = new InvalidAnswers(clock, invalidAnswers);
        var version = Wire.class.getPackage().getImplementationVersion();
        this.userAgent = "DiscordBot (kakolog, " + (version == null ? "dev" : version) + ")";
    }

    Wire(URI base, Clock clock) {
        this(base, clock, LIMITS, HISTORY, INVALID_ANSWERS);
    }

    /** What an answer said of the time, and when that was here. */
    private record Dated(String header, Instant at) {}

    /** One try, and whether another may help. */
    private record Tried(Reply<Answer> reply, boolean again) {
        static Tried lastly(Reply<Answer> reply) {
            return new Tried(reply, false);
        }
    }

    private static final class Lazily {
        static final RetryPolicy<Tried> AGAIN = RetryPolicy.<Tried>builder()
                .handleIf((tried, failure) -> failure == null && tried.again())
                .withMaxAttempts(3)
                .withBackoff(Duration.ofMillis(200), Duration.ofSeconds(1))
                .withJitter(0.5)
                .build();
    }

    long rateLimited() {
        return rateLimited.sum();
    }

    Optional<Duration> ahead() {
        var last = dated;
        if (last == null) {
            return Optional.empty();
        }
        try {
            var theirs = DateTimeFormatter.RFC_1123_DATE_TIME.parse(last.header(), Instant::from);
            return Optional.of(Duration.between(last.at(), theirs));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    URI addressOf(String path) {
        return URI.create(api + path);
    }

    Reply<Answer> ask(Call call) {
        // A user's token has a count of its own, which is forgotten with the token.
        boolean ofUser = call.kind() == Call.Kind.USER;
        var turn = limits.turn(call.route(), ofUser ? "user " + users.incrementAndGet() : call.major());
        var patience = Patience.of(PATIENCE);
        try {
            return Failsafe.with(Lazily.AGAIN)
                    .get(() -> attempt(call, turn, patience))
                    .reply();
        } catch (FailsafeException interrupted) {
            Thread.currentThread().interrupt();
            return new Reply.Unclear<>("interrupted");
        } finally {
            if (ofUser) {
                limits.forget(turn);
            }
        }
    }

    private Tried attempt(Call call, RateLimits.Turn turn, Patience patience) {
        if (call.isBot() && !refused.left(clock).isZero()) {
            return Tried.lastly(new Reply.OurFault<>("Discord refused the bot token (401) less than a minute ago"));
        }
        try {
            if (call.kind() == Call.Kind.MEMBER_CHECK && !memberChecks().tryAcquirePermit(patience.left())) {
                return Tried.lastly(new Reply.Unclear<>("too many member checks at once", Duration.ofSeconds(1)));
            }
            var wait = turn.await(patience);
            if (wait.isPresent()) {
                return Tried.lastly(new Reply.Unclear<>("Discord's rate limit is reached", wait.get()));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Tried.lastly(new Reply.Unclear<>("interrupted"));
        }
        return send(call, turn, patience);
    }

    private Tried send(Call call, RateLimits.Turn turn, Patience patience) {
        Answer answer = null;
        var hold = Duration.ZERO;
        try {
            var method = call.form() == null ? "GET" : "POST";
            var way = call.kind() == Call.Kind.HISTORY ? history : outbound;
            answer = way.ask(new Question(method, addressOf(call.path()), call.headers(userAgent), call.form()));
            var here = clock.instant();
            answer.header("Date").ifPresent(header -> dated = new Dated(header, here));
            hold = heed(call, answer);
        } catch (NoAnswer none) {
            boolean again = none.why() == NoAnswer.Why.DROPPED || none.why() == NoAnswer.Why.NOT_REACHED;
            return new Tried(new Reply.Unclear<>(String.valueOf(none.getMessage())), again && call.mayBeRepeated());
        } finally {
            turn.end(answer, hold);
        }
        return judge(call, answer, hold, patience);
    }

    /** Takes notice of what says that we should call less. The time for which this bucket must be left alone. */
    private Duration heed(Call call, Answer answer) {
        if (call.isBot() && answer.status() == 401) {
            refused = Hold.of(clock, PAUSE);
        }
        if (invalid.tooManyWith(answer)) {
            limits.holdAll(PAUSE);
        }
        if (answer.status() != 429) {
            return Duration.ZERO;
        }
        rateLimited.increment();
        var wait = waitOf(answer);
        if (isForAll(answer)) {
            limits.holdAll(wait);
        }
        return wait;
    }

    private static Tried judge(Call call, Answer answer, Duration hold, Patience patience) {
        int status = answer.status();
        if (status == 429) {
            boolean again = call.mayBeRepeated() && patience.outlasts(hold);
            return new Tried(new Reply.Unclear<>("Discord answered 429", hold), again);
        }
        if (status >= 500) {
            return new Tried(new Reply.Unclear<>("Discord answered " + status), call.mayBeRepeated());
        }
        if (status >= 300 && status < 400) {
            return Tried.lastly(new Reply.Unclear<>("Discord redirects (" + status + ")"));
        }
        return Tried.lastly(new Reply.Known<>(answer));
    }

    /** The body tells it more exactly than the header. */
    private static Duration waitOf(Answer answer) {
        return Json.of(answer)
                .map(json -> json.get("retry_after"))
                .filter(seconds -> seconds.isNumber() && Double.isFinite(seconds.doubleValue()))
                .map(seconds -> Headers.duration(seconds.doubleValue()))
                .or(() -> Headers.seconds(answer, "Retry-After"))
                .orElse(UNTOLD);
    }

    /** One that is no JSON comes from the network before Discord, which bans the whole address. */
    private static boolean isForAll(Answer answer) {
        return answer.header("X-RateLimit-Global").orElse("").equals("true")
                || Json.of(answer)
                        .map(json -> json.path("global").asBoolean(false))
                        .orElse(true);
    }

    private synchronized RateLimiter<Answer> memberChecks() {
        if (memberChecks == null) {
            // 10 a second, evenly.
            memberChecks =
                    RateLimiter.<Answer>smoothBuilder(Duration.ofMillis(100)).build();
        }
        return memberChecks;
    }

    @Override
    public void close() {
        outbound.close();
        history.close();
    }
}
