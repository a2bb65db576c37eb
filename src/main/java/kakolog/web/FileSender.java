package kakolog.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.ByteRange;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;
import org.jspecify.annotations.Nullable;

/**
 * Sends a file straight to the connection: 200, 206 for one range, 304, 416, as RFC 9110 has it. Several ranges that are
 * apart are answered with the whole file, which it allows: who asks for a thousand of them gets no more than the file. No
 * thread waits for a visitor who takes slowly. Thread safe.
 */
final class FileSender {
    /** One range or several; anything else in the header counts as no header. */
    private static final Pattern RANGES = Pattern.compile(
            "(?i)bytes=\\s*(?:\\d{1,18}-\\d{0,18}|-\\d{1,18})(?:\\s*,\\s*(?:\\d{1,18}-\\d{0,18}|-\\d{1,18}))*+\\s*");

    private static final ByteRange NOWHERE = new ByteRange(-1, -1);

    private final MappedFiles files = new MappedFiles();

    /**
     * Sends what is asked for; returns the status.
     *
     * @throws IOException where the file cannot be read; nothing has been sent then
     */
    int send(StoredFile stored, Request request, Response response, Callback callback) throws IOException {
        var asked = request.getHeaders();
        if (Sender.matches(asked.get(HttpHeader.IF_NONE_MATCH), stored.entityTag)) {
            return bare(304, stored, response, callback);
        }
        var range = range(stored, request);
        if (NOWHERE.equals(range)) {
            response.getHeaders().put(HttpHeader.CONTENT_RANGE, ByteRange.toNonSatisfiableHeaderValue(stored.size));
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, 0);
            return bare(416, stored, response, callback);
        }
        long first = range == null ? 0 : range.first();
        long last = range == null ? stored.size - 1 : range.last();
        boolean bodiless = request.getMethod().equals("HEAD") || stored.size == 0;
        var begin = bodiless ? null : files.bytes(stored, first, last);
        put(stored.headers, response.getHeaders());
        if (range != null) {
            response.getHeaders().put(HttpHeader.CONTENT_RANGE, range.toHeaderValue(stored.size));
        }
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, last - first + 1);
        int status = range == null ? 200 : 206;
        response.setStatus(status);
        if (begin == null) {
            response.write(true, null, callback);
        } else if (begin.bytes().remaining() == last - first + 1) {
            write(begin, first, true, request, response, callback);
        } else {
            new Parts(stored, begin, first, last, request, response, callback).iterate();
        }
        return status;
    }

    private static void write(
            MappedFiles.Piece piece, long first, boolean last, Request request, Response response, Callback callback) {
        var channel = piece.channel();
        if (channel != null
                && request.getConnectionMetaData().getConnection().getEndPoint() instanceof FileEndPoint connection) {
            connection.expect(piece.bytes(), channel, first);
        }
        response.write(last, piece.bytes(), callback);
    }

    private static int bare(int status, StoredFile stored, Response response, Callback callback) {
        put(stored.bare, response.getHeaders());
        response.setStatus(status);
        response.write(true, null, callback);
        return status;
    }

    /** In the place of what every answer has. */
    private static void put(List<HttpField> headers, HttpFields.Mutable into) {
        headers.forEach(into::put);
    }

    /** The one range to send; null for the whole file, {@link #NOWHERE} where nothing of what is asked for is there. */
    private static @Nullable ByteRange range(StoredFile stored, Request request) {
        var header = request.getHeaders().get(HttpHeader.RANGE);
        if (header == null || !request.getMethod().equals("GET")) {
            return null;
        }
        var unlessChanged = request.getHeaders().get(HttpHeader.IF_RANGE);
        // A date there never fits: what is sent has none.
        if ((unlessChanged != null && !unlessChanged.strip().equals(stored.entityTag))
                || !RANGES.matcher(header).matches()) {
            return null;
        }
        var ranges = ByteRange.parse(List.of(header), stored.size);
        if (ranges.isEmpty()) {
            return isBackwards(header) ? null : NOWHERE;
        }
        return ranges.size() == 1 ? ranges.get(0) : null;
    }

    /** A last byte before the first makes the header malformed, and it is as if there were none. */
    private static boolean isBackwards(String header) {
        for (var part : header.substring(header.indexOf('=') + 1).split(",", -1)) {
            var ends = part.strip().split("-", -1);
            if (!ends[0].isEmpty() && !ends[1].isEmpty() && Long.parseLong(ends[1]) < Long.parseLong(ends[0])) {
                return true;
            }
        }
        return false;
    }

    /** A file, or a range of it, that is too large to be had at once. */
    private final class Parts extends IteratingCallback {
        private final StoredFile stored;
        private final long last;
        private final Request request;
        private final Response response;
        private final Callback whole;
        private long next;
        private MappedFiles.@Nullable Piece begin;

        Parts(
                StoredFile stored,
                MappedFiles.Piece begin,
                long first,
                long last,
                Request request,
                Response response,
                Callback whole) {
            this.stored = stored;
            this.begin = begin;
            this.next = first;
            this.last = last;
            this.request = request;
            this.response = response;
            this.whole = whole;
        }

        @Override
        protected Action process() {
            if (next > last) {
                return Action.SUCCEEDED;
            }
            var piece = take();
            long first = next;
            next += piece.bytes().remaining();
            write(piece, first, next > last, request, response, this);
            return Action.SCHEDULED;
        }

        private MappedFiles.Piece take() {
            var ready = begin;
            begin = null;
            try {
                return ready == null ? files.bytes(stored, next, last) : ready;
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }

        @Override
        protected void onCompleteSuccess() {
            whole.succeeded();
        }

        @Override
        protected void onCompleteFailure(Throwable cause) {
            whole.failed(cause);
        }
    }
}
