package kakolog.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Work in the foreground that SIGTERM or Ctrl-C interrupts and then waits for, so that it clears away what it has begun. */
final class Stoppable {
    private static final int PATIENCE_SECONDS = 10;

    private final Thread worker = Thread.currentThread();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopping;

    private Stoppable() {}

    /** What can be interrupted. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /** Does the work in this thread; what fails because it was stopped counts as done. */
    static void run(Work work) throws Exception {
        new Stoppable().runToItsEnd(work);
    }

    private void runToItsEnd(Work work) throws Exception {
        var stop = new Thread(this::stop, "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            work.run();
        } catch (Exception failed) {
            if (!stopping) {
                throw failed;
            }
        } finally {
            ended.countDown();
        }
        if (!stopping) {
            Runtime.getRuntime().removeShutdownHook(stop);
        }
    }

    private void stop() {
        stopping = true;
        worker.interrupt();
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("kakolog: stopped in the middle");
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
