package kakolog.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.UnsupportedMediaTypeResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads fields: of a query, and of a small form that was sent, of one type, one charset, a few kilobytes; anything else is refused. */
final class Form {
    static final int BYTES = 16_384;
    /** So much of a form that is too large is taken and dropped: who still sends when the connection is closed never sees the answer. */
    private static final int DROPPED = 1_000_000;

    private static final String CHARSET = "\\s*(;\\s*charset=\"?utf-8\"?\\s*)?";
    private static final Pattern TYPE = Pattern.compile("(?i)application/x-www-form-urlencoded" + CHARSET);
    private static final Pattern JSON = Pattern.compile("(?i)application/json" + CHARSET);

    private Form() {}

    /** The first value of each field. What it throws is answered with 400, 413 or 415. */
    static Map<String, String> read(HttpServletRequest request) {
        if (isEmpty(request)) {
            return Map.of();
        }
        if (!TYPE.matcher(type(request)).matches()) {
            throw new UnsupportedMediaTypeResponse();
        }
        return fields(body(request));
    }

    /** The texts of a flat JSON object, as a program sends; where nothing is sent there are none. */
    static Map<String, String> readJson(HttpServletRequest request) {
        if (isEmpty(request)) {
            return Map.of();
        }
        if (!JSON.matcher(type(request)).matches()) {
            throw new UnsupportedMediaTypeResponse();
        }
        var body = body(request);
        return body.isBlank() ? Map.of() : Json.texts(body).orElseThrow(BadRequestResponse::new);
    }

    /** A change may need no more than its address and the token in a header. */
    private static boolean isEmpty(HttpServletRequest request) {
        return type(request).isEmpty() && request.getContentLengthLong() <= 0;
    }

    /** The header itself: getContentType() throws where the charset is unknown. */
    private static String type(HttpServletRequest request) {
        var type = request.getHeader("Content-Type");
        return type == null ? "" : type.strip();
    }

    /** The first value of each field of a form or query. */
    static Map<String, String> fields(String text) {
        var fields = new TreeMap<String, String>();
        for (var pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            int end = equals < 0 ? pair.length() : equals;
            if (end > 0) {
                fields.putIfAbsent(
                        decoded(pair.substring(0, end)), decoded(pair.substring(Math.min(end + 1, pair.length()))));
            }
        }
        return fields;
    }

    private static String body(HttpServletRequest request) {
        try {
            var sent = request.getInputStream();
            byte[] bytes = sent.readNBytes(BYTES + 1);
            if (bytes.length > BYTES) {
                drop(sent);
                throw new ContentTooLargeResponse();
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException cutOffOrMalformed) {
            throw new BadRequestResponse();
        }
    }

    private static void drop(InputStream rest) throws IOException {
        long skipped = 1;
        for (long left = DROPPED; left > 0 && skipped > 0; left -= skipped) {
            skipped = rest.skip(left);
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new BadRequestResponse();
        }
    }
}
