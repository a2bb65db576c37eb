package kakolog.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.ee10.servlet.HttpOutput;
import org.jspecify.annotations.Nullable;

/** Sends a stored answer: in the encoding asked for, or 304 where the browser has it already. */
final class Sender {
    private Sender() {}

    static void send(Stored stored, HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean compressed = stored.gzipped != null && acceptsGzip(request.getHeader("Accept-Encoding"));
        if (stored.gzipped != null) {
            // Cookie: the language is remembered in one, and so is a session.
            response.setHeader(
                    "Vary",
                    stored.headers.containsKey("Cache-Control") ? "Accept-Encoding" : "Cookie, Accept-Encoding");
        } else if (!stored.headers.containsKey("Cache-Control")) {
            response.setHeader("Vary", "Cookie");
        }
        stored.headers.forEach(response::setHeader);
        if (stored.status == 200) {
            if (!stored.headers.containsKey("Cache-Control")) {
                response.setHeader("Cache-Control", "public, no-cache");
            }
            var tag = stored.entityTag(compressed);
            response.setHeader("ETag", tag);
            if (matches(request.getHeader("If-None-Match"), stored)) {
                response.setStatus(304);
                return;
            }
        }
        response.setStatus(stored.status);
        response.setContentType(stored.type);
        if (compressed) {
            response.setHeader("Content-Encoding", "gzip");
        }
        var body = compressed && stored.gzipped != null ? stored.gzipped : stored.plain;
        response.setContentLength(body.remaining());
        if (!"HEAD".equals(request.getMethod())) {
            write(response, body.duplicate());
        }
    }

    private static void write(HttpServletResponse response, ByteBuffer body) throws IOException {
        if (response.getOutputStream() instanceof HttpOutput out) {
            out.sendContent(body);
        } else {
            var bytes = new byte[body.remaining()];
            body.get(bytes);
            response.getOutputStream().write(bytes);
        }
    }

    /** Weak comparison over a list of tags, as RFC 9110 asks of If-None-Match; both encodings are the same page. */
    static boolean matches(@Nullable String ifNoneMatch, Stored stored) {
        if (ifNoneMatch == null) {
            return false;
        }
        if (ifNoneMatch.strip().equals("*")) {
            return true;
        }
        for (var tag : ifNoneMatch.split(",", -1)) {
            var strong = tag.strip().startsWith("W/") ? tag.strip().substring(2) : tag.strip();
            if (strong.equals(stored.entityTag(false)) || strong.equals(stored.entityTag(true))) {
                return true;
            }
        }
        return false;
    }

    /** Whether gzip is accepted: named (or a star) and not with a quality of nothing. */
    static boolean acceptsGzip(@Nullable String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        for (var coding : acceptEncoding.split(",", -1)) {
            var parts = coding.strip().split("\\s*;\\s*", 2);
            boolean named = parts[0].equalsIgnoreCase("gzip") || parts[0].equals("*");
            if (named && (parts.length == 1 || !parts[1].matches("(?i)q\\s*=\\s*0(\\.0*)?"))) {
                return true;
            }
        }
        return false;
    }
}
