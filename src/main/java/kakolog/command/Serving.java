package kakolog.command;

import java.util.concurrent.CountDownLatch;
import kakolog.App;

/** Runs an app in the foreground. */
final class Serving {
    private Serving() {}

    /** Starts the app, prints its address and what else is to be said, and waits for SIGTERM or Ctrl-C. */
    static void untilStopped(App app, String more) throws InterruptedException {
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            app.close();
                            stopped.countDown();
                        },
                        "stop"));
        System.out.println(app.start() + more);
        stopped.await();
    }
}
