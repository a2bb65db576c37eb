package kakolog.web;

import io.javalin.http.HttpResponseException;
import io.javalin.http.NotFoundResponse;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import kakolog.template.StaticTemplates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What went wrong, once for all: a page for people, problem+json (RFC 9457) below {@code /api/}. */
public final class ErrorPages {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final StaticTemplates templates = new StaticTemplates();
    private final SecureRandom random = new SecureRandom();
    private final Frames frames;

    public ErrorPages(Frames frames) {
        this.frames = frames;
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
        if (fault instanceof BadInput bad) {
            var text = frame.t(bad.key(), bad.argument());
            return page(asking, frame, new ErrorPage(400, frame.t("error.400.title"), text, ""));
        }
        if (fault instanceof NotReady) {
            return page(asking, frame, new ErrorPage(503, frame.t("error.503.title"), frame.t("error.503.text"), ""))
                    .withHeader("Retry-After", "5");
        }
        if (fault instanceof HttpResponseException refused && refused.getStatus() < 500) {
            return refused(refused, asking, frame);
        }
        var incident = incident();
        LOG.error("incident {}", incident, fault);
        return page(asking, frame, new ErrorPage(500, frame.t("error.500.title"), frame.t("error.500.text"), incident));
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
        var answer = asking.path().startsWith("/api/") ? problem(page) : Html.of(templates.webError(frame, page));
        return answer.withStatus(page.status()).withHeader("Cache-Control", "private, no-store");
    }

    private Answer problem(ErrorPage page) {
        var problem = new LinkedHashMap<String, Object>(Map.of("status", page.status()));
        problem.put("type", "about:blank");
        problem.put("title", page.title());
        problem.put("detail", page.text());
        if (!page.incident().isEmpty()) {
            problem.put("incident", page.incident());
        }
        return Answer.of("application/problem+json;charset=utf-8", Json.bytes(problem));
    }

    private String incident() {
        var bytes = new byte[4];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
