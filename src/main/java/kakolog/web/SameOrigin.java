package kakolog.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;

/**
 * Whether a change was asked for by a page of this site: by what browsers say of where it comes from, and by the token that
 * only pages of the same session carry. Read from the request itself: no header can make a change pass for a question.
 */
final class SameOrigin {
    private static final String KEY = "error.forged.text";
    static final String FIELD = "csrf";
    static final String HEADER = "X-CSRF-Token";

    private final KnownHosts hosts;

    SameOrigin(KnownHosts hosts) {
        this.hosts = hosts;
    }

    /**
     * Refuses what comes from elsewhere.
     *
     * @throws Forbidden where it does
     */
    void check(HttpServletRequest request, Visit visit, Map<String, String> form) {
        var site = request.getHeader("Sec-Fetch-Site");
        var origin = request.getHeader("Origin");
        if (site != null && !site.equals("same-origin")) {
            throw new Forbidden(KEY);
        }
        if (origin != null && !hosts.isOwnOrigin(origin)) {
            throw new Forbidden(KEY);
        }
        if (visit.isSignedIn() && !isOf(visit, token(request, form))) {
            throw new Forbidden(KEY);
        }
    }

    private static String token(HttpServletRequest request, Map<String, String> form) {
        var header = request.getHeader(HEADER);
        return header == null ? form.getOrDefault(FIELD, "") : header;
    }

    private static boolean isOf(Visit visit, String token) {
        return MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), visit.csrf().getBytes(StandardCharsets.UTF_8));
    }
}
