package kakolog.bench;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The processes this run has started; closing ends them and no others, also when the run is broken off. */
final class Processes implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 15;

    private final Deque<Process> started = new ArrayDeque<>();

    Processes() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "end-processes"));
    }

    synchronized Process start(ProcessBuilder builder) throws IOException {
        var process = builder.start();
        started.push(process);
        return process;
    }

    @Override
    public synchronized void close() {
        started.forEach(Processes::end);
        started.clear();
    }

    /** Asks it to stop; one that does not is killed with all that it started. */
    static void end(Process process) {
        List<ProcessHandle> below = process.descendants().toList();
        process.destroy();
        try {
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        below.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
