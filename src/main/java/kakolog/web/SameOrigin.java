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
        checkPlace(request);
        if (visit.isSignedIn() && !visit.isByToken() && !isOf(visit, token(request, form))) {
            throw new Forbidden(KEY);
        }
    }

    /**
     * The same of a request whose body has not been read: whether its headers tell all. Where they do not, it must be a
     * page's form, the browser must have said which site it sends from, and the token must come before the first file.
     *
     * @throws Forbidden where it comes from elsewhere
     */
    boolean isTold(HttpServletRequest request, Visit visit, boolean isApi) {
        checkPlace(request);
        if (!visit.isSignedIn() || visit.isByToken()) {
            return true;
        }
        var header = request.getHeader(HEADER);
        boolean placed = request.getHeader("Sec-Fetch-Site") != null || request.getHeader("Origin") != null;
        if (header == null ? isApi || !placed : !isOf(visit, header)) {
            throw new Forbidden(KEY);
        }
        return header != null;
    }

    private void checkPlace(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        var origin = request.getHeader("Origin");
        if (site != null && !site.equals("same-origin")) {
            throw new Forbidden(KEY);
        }
        if (origin != null && !hosts.isOwnOrigin(origin)) {
            throw new Forbidden(KEY);
        }
    }

    private static String token(HttpServletRequest request, Map<String, String> form) {
        var header = request.getHeader(HEADER);
        return header == null ? form.getOrDefault(FIELD, "") : header;
    }

    /** Whether this is the token of the visit's session. */
    boolean isOf(Visit visit, String token) {
        return MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), visit.csrf().getBytes(StandardCharsets.UTF_8));
    }
}
