package kakolog.outbound;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Collects a body up to a cap; at the first byte beyond it, reading stops. */
final class CappedBody implements BodySubscriber<byte[]> {
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final int cap;
    private @Nullable Subscription subscription;

    CappedBody(int cap) {
        this.cap = cap;
    }

    /** The body goes beyond the cap. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        given.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        var reading = subscription;
        if (reading == null || whole.isDone()) {
            return;
        }
        for (var part : parts) {
            if (read.size() + part.remaining() > cap) {
                reading.cancel();
                whole.completeExceptionally(new TooLarge());
                return;
            }
            var bytes = new byte[part.remaining()];
            part.get(bytes);
            read.writeBytes(bytes);
        }
        reading.request(1);
    }

    @Override
    public void onError(Throwable failure) {
        whole.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        whole.complete(read.toByteArray());
    }
}
