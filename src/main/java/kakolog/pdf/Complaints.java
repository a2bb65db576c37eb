package kakolog.pdf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;

/** What a process says: the beginning is kept, the rest is read and dropped, so that a flood stops nobody. */
final class Complaints {
    private static final int KEPT = 2000;

    private final CompletableFuture<String> beginning = new CompletableFuture<>();

    private Complaints() {}

    static Complaints of(Process process) {
        var complaints = new Complaints();
        var thread = new Thread(() -> complaints.read(process.getInputStream()), "pdf-complaints");
        thread.setDaemon(true);
        thread.start();
        return complaints;
    }

    private void read(InputStream said) {
        try (said) {
            beginning.complete(new String(said.readNBytes(KEPT), UTF_8).strip());
            said.transferTo(OutputStream.nullOutputStream());
        } catch (IOException ended) {
            // the process was ended while it spoke
            beginning.completeExceptionally(new UncheckedIOException(ended));
        }
    }

    /** The beginning of what a process said that has ended. */
    @Override
    public String toString() {
        return beginning.exceptionally(ended -> "").join();
    }
}
