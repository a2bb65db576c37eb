package kakolog.web;

import io.javalin.http.HttpResponseException;
import io.javalin.http.NotFoundResponse;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import kakolog.access.Refused;
import kakolog.template.StaticTemplates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What went wrong, once for all: a page for people, problem+json (RFC 9457) below {@code /api/}. */
public final class ErrorPages {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final StaticTemplates templates = new StaticTemplates();
    private final SecureRandom random = new SecureRandom();
    private final Frames frames;
    private final Refusals refusals;

    public ErrorPages(Frames frames, Refusals refusals) {
        this.frames = frames;
        this.refusals = refusals;
    }

    /**
     * What the page says.
     *
     * @param incident an id that stands in the log as well; empty where there is nothing to look up
     */
    public record ErrorPage(int status, String title, String text, String incident) {}

    Answer answer(Exception fault, Asking asking) {
        var frame = frames.of(asking);
        if (fault instanceof NotFound || fault instanceof NotFoundResponse) {
            var unslashed = withoutSlash(asking.path());
            if (!unslashed.isEmpty()) {
                return Answer.redirect(unslashed);
            }
            return page(asking, frame, new ErrorPage(404, frame.t("error.404.title"), frame.t("error.404.text"), ""));
        }
        if (fault instanceof Refused refused) {
            return refused(refused, asking, frame);
        }
        if (fault instanceof BadInput bad) {
            var text = frame.t(bad.key(), bad.arguments());
            return page(asking, frame, new ErrorPage(400, frame.t("error.400.title"), text, ""));
        }
        if (fault instanceof Forbidden forbidden) {
            return page(asking, frame, new ErrorPage(403, frame.t("error.403.title"), frame.t(forbidden.key()), ""));
        }
        if (fault instanceof Conflict conflict) {
            return page(asking, frame, new ErrorPage(409, frame.t("error.409.title"), frame.t(conflict.key()), ""));
        }
        if (fault instanceof TooLarge large) {
            var text = frame.t("error.413.text", large.limit());
            return page(asking, frame, new ErrorPage(413, frame.t("error.413.title"), text, ""));
        }
        if (fault instanceof WrongType wrong) {
            var text = frame.t(wrong.key(), wrong.argument());
            return page(asking, frame, new ErrorPage(415, frame.t("error.400.title"), text, ""));
        }
        if (DiskIsFull.isCauseOf(fault)) {
            return page(asking, frame, new ErrorPage(507, frame.t("error.507.title"), frame.t("error.507.text"), ""));
        }
        if (fault instanceof BadToken) {
            return page(asking, frame, new ErrorPage(401, frame.t("refused.title"), frame.t("error.token.text"), ""))
                    .withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        }
        if (fault instanceof TooOften often) {
            var text = frame.t("error.429.text", String.valueOf(often.seconds()));
            return page(asking, frame, new ErrorPage(429, frame.t("error.429.title"), text, ""))
                    .withHeader("Retry-After", String.valueOf(often.seconds()));
        }
        if (fault instanceof Unavailable unavailable) {
            return page(asking, frame, new ErrorPage(503, frame.t("error.503.title"), frame.t(unavailable.key()), ""))
                    .withHeader("Retry-After", String.valueOf(unavailable.seconds()));
        }
        if (fault instanceof HttpResponseException refused && refused.getStatus() < 500) {
            return refused(refused, asking, frame);
        }
        var incident = incident();
        LOG.error("incident {}", incident, fault);
        return page(asking, frame, new ErrorPage(500, frame.t("error.500.title"), frame.t("error.500.text"), incident));
    }

    private Answer refused(Refused refused, Asking asking, Frame frame) {
        return switch (refused.why()) {
            case HIDDEN ->
                page(asking, frame, new ErrorPage(404, frame.t("error.404.title"), frame.t("error.404.text"), ""));
            case CANNOT_TELL ->
                page(
                                asking,
                                frame,
                                new ErrorPage(503, frame.t("refused.unclear.title"), frame.t("refused.unclear"), ""))
                        .withHeader("Retry-After", "10");
            case SIGN_IN_FIRST ->
                asking.isApi() || asking.forBytes() || !asking.isSafe()
                        ? page(
                                asking,
                                frame,
                                new ErrorPage(401, frame.t("refused.title"), frame.t("refused.sign-in"), ""))
                        : Answer.elsewhere("/login?next=" + OwnPath.encode(asking.address()));
            case NOT_ALLOWED -> notAllowed(refused, asking, frame);
        };
    }

    private Answer notAllowed(Refused refused, Asking asking, Frame frame) {
        var refusal = refusals.of(refused, asking);
        if (!asking.isApi()) {
            return Html.of(templates.webRefused(frame, refusal)).withStatus(403).unkept();
        }
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "about:blank");
        problem.put("title", frame.t("refused.title"));
        problem.put("status", 403);
        problem.put("detail", refusal.need());
        problem.put("rolesHeld", refusal.held());
        problem.put("checkedAt", refusal.checkedAt());
        problem.put("ways", refusal.ways().stream().map(Refusals.Way::words).toList());
        return problem(403, problem);
    }

    private Answer refused(HttpResponseException refused, Asking asking, Frame frame) {
        var text = frame.t("error.400.text");
        var answer = page(asking, frame, new ErrorPage(refused.getStatus(), frame.t("error.400.title"), text, ""));
        var allowed = refused.getDetails().get("availableMethods");
        return allowed == null ? answer : answer.withHeader("Allow", allowed);
    }

    /** The path without the slash at its end, which people type and links get; empty where there is none to take away. */
    private static String withoutSlash(String path) {
        var unslashed = path.replaceAll("/+$", "");
        return unslashed.equals(path) || unslashed.isEmpty() ? "" : OwnPath.of(unslashed);
    }

    private Answer page(Asking asking, Frame frame, ErrorPage page) {
        return asking.isApi()
                ? problem(page)
                : Html.of(templates.webError(frame, page))
                        .withStatus(page.status())
                        .unkept();
    }

    private static Answer problem(ErrorPage page) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "about:blank");
        problem.put("title", page.title());
        problem.put("status", page.status());
        problem.put("detail", page.text());
        if (!page.incident().isEmpty()) {
            problem.put("incident", page.incident());
        }
        return problem(page.status(), problem);
    }

    private static Answer problem(int status, Map<String, Object> problem) {
        return Answer.of("application/problem+json;charset=utf-8", Json.bytes(problem))
                .withStatus(status)
                .unkept();
    }

    private String incident() {
        var bytes = new byte[4];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
