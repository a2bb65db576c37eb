package kakolog.demo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The faults that were called for, and what each looks like from outside. Thread safe. */
final class Faults {
    private final Deque<Fault> waiting = new ArrayDeque<>();
    private @Nullable Fault lasting;

    /** The right answer, perhaps with a lie in it. */
    interface Right {
        Told answer(Asked asked, Fault.@Nullable Kind lie);
    }

    synchronized void next(Fault fault) {
        waiting.add(fault);
    }

    synchronized void always(Fault fault) {
        lasting = fault;
    }

    synchronized void clear() {
        waiting.clear();
        lasting = null;
    }

    /** Null where the connection is to be dropped. */
    @Nullable
    Told answer(Asked asked, Right right) {
        var fault = of(asked.path());
        return fault.isPresent() ? failed(fault.get(), asked, right) : right.answer(asked, null);
    }

    private synchronized Optional<Fault> of(String path) {
        var next = waiting.peek();
        if (next != null && path.startsWith(next.where())) {
            return Optional.ofNullable(waiting.poll());
        }
        return Optional.ofNullable(lasting).filter(fault -> path.startsWith(fault.where()));
    }

    private static @Nullable Told failed(Fault fault, Asked asked, Right right) {
        return switch (fault.kind()) {
            case RATE_LIMITED -> rateLimited(fault.seconds(), false);
            case GLOBALLY_RATE_LIMITED -> rateLimited(fault.seconds(), true);
            case HTML_RATE_LIMITED -> Told.html(429, "error code: 1015");
            case SERVER_ERROR -> Told.html(500, "<!DOCTYPE html><title>500</title><h1>Internal Server Error</h1>");
            case HTML_200 -> Told.html(200, "<!DOCTYPE html><title>Discord</title>");
            case HALF_JSON -> half(right.answer(asked, null));
            case EMPTY -> right.answer(asked, null).withBody("");
            case SILENT -> silent();
            case DROPPED -> null;
            case TWO_MEGABYTES -> Told.json(200, Map.of("message", "x".repeat(2_000_000)));
            case REDIRECT -> Told.redirect("/elsewhere");
            case UNAUTHORIZED -> Told.unauthorized();
            case MISSING_ACCESS -> Told.missingAccess();
            case CLOUDFLARE -> Told.cloudflare();
            case WRONG_SCOPE, WRONG_USER -> right.answer(asked, fault.kind());
        };
    }

    /** The header rounds up to whole seconds, the body is exact. */
    static Told rateLimited(double seconds, boolean global) {
        var body = new LinkedHashMap<String, Object>();
        body.put("message", "You are being rate limited.");
        body.put("retry_after", seconds);
        body.put("global", global);
        var headers = new LinkedHashMap<String, String>();
        headers.put("Retry-After", String.valueOf((long) Math.ceil(seconds)));
        headers.put("X-RateLimit-Scope", global ? "global" : "user");
        if (global) {
            headers.put("X-RateLimit-Global", "true");
        }
        return Told.json(429, body).with(headers);
    }

    private static Told half(Told whole) {
        return whole.withBody(whole.body().substring(0, whole.body().length() / 2));
    }

    private static @Nullable Told silent() {
        try {
            Thread.sleep(10_000);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return null;
    }
}
