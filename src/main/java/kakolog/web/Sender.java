package kakolog.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.regex.Pattern;
import kakolog.web.StoredBytes.Form;
import org.eclipse.jetty.ee10.servlet.HttpOutput;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Sends bytes that are ready: in the encoding asked for, or 304 where the browser has them already. */
final class Sender {
    private static final Pattern REFUSING = Pattern.compile("(?i)\\s*q\\s*=\\s*0(\\.0*)?\\s*");

    private Sender() {}

    /**
     * Through the servlet container.
     *
     * @param signedIn whether the one who asked is: then no proxy may keep even what is the same for all
     */
    static void send(StoredBytes stored, HttpServletRequest request, HttpServletResponse response, boolean signedIn)
            throws IOException {
        var form = form(stored, request.getHeader("Accept-Encoding"));
        // Javalin presumes plain text, of a 304 as well.
        response.setContentType(null);
        if (isUnchanged(form, stored, request.getHeader("If-None-Match"))) {
            response.setStatus(304);
            form.unchanged().forEach(header -> set(response, header));
            makePrivate(response, signedIn);
            return;
        }
        response.setStatus(form.status());
        form.headers().forEach(header -> set(response, header));
        makePrivate(response, signedIn);
        if (!"HEAD".equals(request.getMethod())) {
            write(response, form.body().duplicate());
        }
    }

    /** Straight to the connection; returns the status sent. */
    static int send(StoredBytes stored, Request request, Response response, Callback callback) {
        var form = form(stored, request.getHeaders().get(HttpHeader.ACCEPT_ENCODING));
        boolean unchanged = isUnchanged(form, stored, request.getHeaders().get(HttpHeader.IF_NONE_MATCH));
        int status = unchanged ? 304 : form.status();
        response.setStatus(status);
        var headers = response.getHeaders();
        (unchanged ? form.unchanged() : form.headers()).forEach(header -> set(headers, header));
        boolean bare = unchanged || "HEAD".equals(request.getMethod());
        response.write(true, bare ? null : form.body().duplicate(), callback);
        return status;
    }

    /** In the place of what every answer has; only cookies may be several. */
    private static void set(HttpFields.Mutable headers, HttpField header) {
        if (header.getHeader() == HttpHeader.SET_COOKIE) {
            headers.add(header);
        } else {
            headers.put(header);
        }
    }

    private static void makePrivate(HttpServletResponse response, boolean signedIn) {
        if (signedIn && Stored.FOR_MANY.equals(response.getHeader("Cache-Control"))) {
            response.setHeader("Cache-Control", Stored.FOR_ONE);
        }
    }

    private static void set(HttpServletResponse response, HttpField header) {
        if (header.getHeader() == HttpHeader.SET_COOKIE) {
            response.addHeader(header.getName(), header.getValue());
        } else {
            response.setHeader(header.getName(), header.getValue());
        }
    }

    private static Form form(StoredBytes stored, @Nullable String acceptEncoding) {
        var gzipped = stored.gzipped;
        return gzipped != null && acceptsGzip(acceptEncoding) ? gzipped : stored.plain;
    }

    private static boolean isUnchanged(Form form, StoredBytes stored, @Nullable String ifNoneMatch) {
        return !form.unchanged().isEmpty() && matches(ifNoneMatch, stored.entityTag(false), stored.entityTag(true));
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
    static boolean matches(@Nullable String ifNoneMatch, String... ours) {
        if (ifNoneMatch == null) {
            return false;
        }
        if (ifNoneMatch.strip().equals("*")) {
            return true;
        }
        for (var tag : ifNoneMatch.split(",", -1)) {
            var strong = tag.strip().startsWith("W/") ? tag.strip().substring(2) : tag.strip();
            if (List.of(ours).contains(strong)) {
                return true;
            }
        }
        return false;
    }

    /** Whether gzip is accepted: by its name, which counts for more than a star, and not with a quality of nothing. */
    static boolean acceptsGzip(@Nullable String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        boolean star = false;
        for (var coding : acceptEncoding.split(",", -1)) {
            int end = coding.indexOf(';');
            var name = (end < 0 ? coding : coding.substring(0, end)).strip();
            boolean accepted =
                    end < 0 || !REFUSING.matcher(coding.substring(end + 1)).matches();
            if (name.equalsIgnoreCase("gzip")) {
                return accepted;
            }
            star |= name.equals("*") && accepted;
        }
        return star;
    }
}
