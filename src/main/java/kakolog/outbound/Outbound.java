package kakolog.outbound;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpTimeoutException;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Asks other servers over HTTP/1.1: only those it was made for, only at public addresses, without following redirects,
 * within its limits. A server that was itself given as loopback may be loopback. Thread safe; a waiting thread may be
 * interrupted.
 *
 * <p>The address is checked before the connection, by the same resolver and its cache (30 seconds) that the connection
 * uses: a name whose address changes in between is caught by its certificate, where it is asked over HTTPS.
 */
public final class Outbound implements AutoCloseable {
    private final Set<Origin> origins;
    private final Limits limits;
    private final Resolver resolver;
    private @Nullable Line line;

    /** How a host's name leads to addresses. */
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /** What costs time to make, so that it is made with the first question. */
    private record Line(HttpClient client, ExecutorService threads) {}

    /**
     * @param servers an address of each server that may be asked; its scheme, host and port count
     * @throws IllegalArgumentException where one of them names no server
     */
    public Outbound(Set<URI> servers, Limits limits) {
        this(servers, limits, InetAddress::getAllByName);
    }

    Outbound(Set<URI> servers, Limits limits, Resolver resolver) {
        this.origins = servers.stream().map(Origin::of).collect(Collectors.toUnmodifiableSet());
        this.limits = limits;
        this.resolver = resolver;
    }

    /** @throws IllegalArgumentException where the question cannot be sent: a header with a line break, say */
    public Answer ask(Question question) throws NoAnswer {
        var origin = Origin.of(question.address());
        if (!origins.contains(origin)) {
            throw new NoAnswer(NoAnswer.Why.NOT_ALLOWED, origin.host());
        }
        long end = System.nanoTime() + limits.whole().toNanos();
        var request = requestOf(question);
        try {
            var asked = line();
            if (!await(asked.threads().submit(() -> mayBeAsked(origin)), end)) {
                throw new NoAnswer(NoAnswer.Why.NOT_ALLOWED, origin.host());
            }
            var answer = await(asked.client().sendAsync(request, info -> new CappedBody(limits.bytes())), end);
            return new Answer(answer.statusCode(), answer.headers().map(), answer.body());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NoAnswer(NoAnswer.Why.INTERRUPTED, origin.host(), interrupted);
        } catch (TimeoutException late) {
            throw new NoAnswer(NoAnswer.Why.TOO_SLOW, origin.host(), late);
        } catch (RejectedExecutionException closed) {
            throw new NoAnswer(NoAnswer.Why.INTERRUPTED, origin.host(), closed);
        } catch (ExecutionException failed) {
            var cause = failed.getCause() == null ? failed : failed.getCause();
            throw new NoAnswer(whyOf(cause), origin.host(), cause);
        }
    }

    private boolean mayBeAsked(Origin origin) throws UnknownHostException {
        var bare = origin.host().startsWith("[")
                ? origin.host().substring(1, origin.host().length() - 1)
                : origin.host();
        for (var address : resolver.resolve(bare)) {
            if (!PublicAddress.is(address) && !(origin.isLoopback() && address.isLoopbackAddress())) {
                return false;
            }
        }
        return true;
    }

    /** Stops what it waits for when time is over or the thread is interrupted, so that no connection stays open for nobody. */
    private static <T> T await(Future<T> future, long end)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            return future.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } finally {
            future.cancel(true);
        }
    }

    private static HttpRequest requestOf(Question question) {
        try {
            var request = HttpRequest.newBuilder(question.address()).method(question.method(), bodyOf(question));
            question.headers().forEach(request::setHeader);
            return request.build();
        } catch (IllegalArgumentException unsendable) {
            // Without the cause: its text repeats the header, which may be a secret.
            throw new IllegalArgumentException("cannot be sent: " + question);
        }
    }

    private static BodyPublisher bodyOf(Question question) {
        return question.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(question.body());
    }

    private static NoAnswer.Why whyOf(Throwable cause) {
        if (cause instanceof CappedBody.TooLarge || cause.getCause() instanceof CappedBody.TooLarge) {
            return NoAnswer.Why.TOO_LARGE;
        }
        if (cause instanceof HttpTimeoutException) {
            return NoAnswer.Why.TOO_SLOW;
        }
        if (cause instanceof ConnectException
                || cause instanceof UnknownHostException
                || cause instanceof SSLException) {
            return NoAnswer.Why.NOT_REACHED;
        }
        if (cause instanceof IOException) {
            return NoAnswer.Why.DROPPED;
        }
        throw new IllegalStateException("asking failed in a way nobody foresaw", cause);
    }

    private synchronized Line line() {
        if (line == null) {
            var threads = Executors.newCachedThreadPool(Outbound::daemon);
            var client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    // A proxy would resolve names itself, behind the check.
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .connectTimeout(limits.connect())
                    .executor(threads)
                    .build();
            line = new Line(client, threads);
        }
        return line;
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "outbound");
        thread.setDaemon(true);
        return thread;
    }

    /** Who still waits gets no answer. */
    @Override
    public synchronized void close() {
        if (line != null) {
            line.threads().shutdownNow();
        }
    }
}
