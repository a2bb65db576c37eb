package kakolog.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The codes and tokens that the stand-in has given out. Thread safe. */
final class Grants {
    private static final Duration CODE_LASTS = Duration.ofSeconds(100);

    private final Clock clock;
    private final Map<String, Code> codes = new ConcurrentHashMap<>();
    private final Map<String, Person> tokens = new ConcurrentHashMap<>();

    Grants(Clock clock) {
        this.clock = clock;
    }

    /** @param challenge of PKCE; null where the browser came with none */
    record Code(
            Person person,
            String scope,
            String redirect,
            @Nullable String challenge,
            Instant until) {}

    String codeFor(Person person, String scope, String redirect, @Nullable String challenge) {
        var code = secret();
        codes.put(
                code,
                new Code(person, scope, redirect, challenge, clock.instant().plus(CODE_LASTS)));
        return code;
    }

    /** Takes the code away: it is worth something once, and for 100 seconds. */
    Optional<Code> use(String code) {
        return Optional.ofNullable(codes.remove(code))
                .filter(found -> clock.instant().isBefore(found.until()));
    }

    String tokenFor(Person person) {
        var token = secret();
        tokens.put(token, person);
        return token;
    }

    Optional<Person> personOf(String token) {
        return Optional.ofNullable(tokens.get(token));
    }

    static String secret() {
        return UUID.randomUUID().toString().replace("-", "").substring(2);
    }
}
