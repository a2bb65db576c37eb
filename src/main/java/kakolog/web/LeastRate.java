package kakolog.web;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Lets visitors go who send or take less than so many bytes a second, each by their own bytes.
 *
 * <p>Jetty's MinimumDataRateHandler (12.1.12) counts the bytes of the whole server instead: one fast visitor excuses all
 * slow ones, and after 9.2 GB the sum overflows and nobody gets an answer any more.
 */
final class LeastRate extends Handler.Wrapper {
    /** A new connection is slow at first, and so is a telephone that just woke up. */
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(5);
    /** Shorter writes are watched by the idle timeout alone. */
    private static final int LONG_WRITE = 65_536;

    private final long reading;
    private final long writing;

    /**
     * @param reading the fewest bytes a second that a visitor may send while a body is waited for
     * @param writing the fewest that they may take
     */
    LeastRate(long reading, long writing) {
        this.reading = reading;
        this.writing = writing;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var sender = new Sending(request, reading);
        return super.handle(sender, new Taking(sender, response, writing), callback);
    }

    /** A response that whoever takes it too slowly is let go from. */
    Response watched(Request request, Response response) {
        return new Taking(request, response, writing);
    }

    /** Bytes over time, from the first on. */
    private static final class Meter {
        private final long least;
        private long begun;
        private boolean running;
        private long bytes;

        Meter(long least) {
            this.least = least;
        }

        void start() {
            if (!running) {
                running = true;
                begun = System.nanoTime();
            }
        }

        void count(int more) {
            bytes += more;
        }

        boolean isTooSlow() {
            long took = System.nanoTime() - begun;
            return took > GRACE_NANOS && bytes / (took / 1e9) < least;
        }
    }

    private static final class Sending extends Request.Wrapper {
        private final Meter meter;
        private Content.@Nullable Chunk refusal;

        Sending(Request request, long least) {
            super(request);
            meter = new Meter(least);
        }

        @Override
        public void demand(Runnable callback) {
            meter.start();
            if (meter.isTooSlow()) {
                refusal = Content.Chunk.from(new TimeoutException("sends too slowly"));
                callback.run();
            } else {
                super.demand(callback);
            }
        }

        @Override
        public Content.@Nullable Chunk read() {
            if (refusal != null) {
                return refusal;
            }
            var chunk = super.read();
            if (chunk != null && chunk.hasRemaining()) {
                meter.count(chunk.remaining());
            }
            return chunk;
        }
    }

    private static final class Taking extends Response.Wrapper {
        private final Meter meter;
        private final long least;

        Taking(Request request, Response response, long least) {
            super(request, response);
            this.least = least;
            meter = new Meter(least);
        }

        @Override
        public void write(boolean last, @Nullable ByteBuffer bytes, Callback callback) {
            int length = bytes == null ? 0 : bytes.remaining();
            meter.start();
            if (meter.isTooSlow()) {
                callback.failed(new TimeoutException("takes too slowly"));
                return;
            }
            meter.count(length);
            super.write(last, bytes, length > LONG_WRITE ? timed(length, callback) : callback);
        }

        /** A write that trickles never idles, so it gets a time of its own; closing the connection makes it fail. */
        private Callback timed(long length, Callback callback) {
            var endPoint = getRequest().getConnectionMetaData().getConnection().getEndPoint();
            long nanos = GRACE_NANOS + TimeUnit.SECONDS.toNanos(length) / least;
            var late =
                    getRequest().getComponents().getScheduler().schedule(endPoint::close, nanos, TimeUnit.NANOSECONDS);
            return Callback.from(late::cancel, callback);
        }
    }
}
