package kakolog.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Keeps the server on one core and its load on another, so that neither takes the other's time. */
final class Cores {
    static final int OF_SERVERS = 0;
    static final int OF_LOAD = 1;

    private final boolean canPin;

    Cores() throws IOException, InterruptedException {
        canPin = Commands.works("taskset", "-c", OF_SERVERS + "," + OF_LOAD, "true");
    }

    boolean canPin() {
        return canPin;
    }

    /** The command on this core; unchanged where processes cannot be pinned. taskset replaces itself: the pid is the command's. */
    List<String> pinned(int core, List<String> command) {
        var all = new ArrayList<String>();
        if (canPin) {
            all.addAll(List.of("taskset", "-c", String.valueOf(core)));
        }
        all.addAll(command);
        return all;
    }
}
