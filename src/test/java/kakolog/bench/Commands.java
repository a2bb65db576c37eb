package kakolog.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.concurrent.TimeUnit;

/** Short commands that only tell whether something is there. */
final class Commands {
    private Commands() {}

    /** Whether this command can be run and ends well. */
    static boolean works(String... words) throws InterruptedException {
        try {
            var process = new ProcessBuilder(words)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    /** Whether there is such a command, whatever it answers. */
    static boolean exists(String... words) throws InterruptedException {
        try {
            new ProcessBuilder(words)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start()
                    .waitFor(5, TimeUnit.SECONDS);
            return true;
        } catch (IOException notThere) {
            return false;
        }
    }
}
