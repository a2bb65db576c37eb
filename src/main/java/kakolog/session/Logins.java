package kakolog.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kakolog.discord.Authorization;

/** Logins that have begun and not come back yet: each is bound to the browser that began it, and good once, for ten minutes. */
final class Logins {
    static final Duration GOOD_FOR = Duration.ofMinutes(10);
    private static final int MOST = 20_000;

    private final Cache<String, Begun> begun =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    /**
     * One of them.
     *
     * @param browser the hash of the browser's own secret, which is in its cookie
     * @param verifier what proves to Discord that it was us who began
     * @param next where to go afterwards
     */
    record Begun(String browser, String verifier, String next, Instant at) {}

    /** Remembers one under its state. */
    void begin(String state, String browser, Authorization authorization, String next, Instant now) {
        begun.put(state, new Begun(Token.hash(browser), authorization.verifier(), next, now));
    }

    /** The login of this state, if this browser began it; it cannot be had twice. */
    Optional<Begun> take(String state, String browser, Instant now) {
        if (!Token.isWellFormed(state) || !Token.isWellFormed(browser)) {
            return Optional.empty();
        }
        var login = begun.getIfPresent(state);
        if (login == null
                || !login.browser().equals(Token.hash(browser))
                || !begun.asMap().remove(state, login)) {
            return Optional.empty();
        }
        var age = Duration.between(login.at(), now);
        return age.isNegative() || age.compareTo(GOOD_FOR) > 0 ? Optional.empty() : Optional.of(login);
    }
}
