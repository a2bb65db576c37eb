package kakolog.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A server that runs: where it answers, and what it has cost so far, with all processes it started. */
final class Server implements AutoCloseable {
    /** The kernel counts processor time in hundredths of a second for everybody, whatever its own tick. */
    private static final long MICROS_A_TICK = 10_000;

    private final Process process;
    private final URI address;

    Server(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    URI at(String path) {
        return address.resolve(path);
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Processor time since its start, in user and kernel. */
    long processorMicros() throws IOException {
        long ticks = 0;
        for (var pid : pids()) {
            var stat = Files.readString(Path.of("/proc", pid, "stat"));
            // The name in brackets may hold blanks; after it the state is field 3, utime 14, stime 15.
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            ticks += Long.parseLong(fields[14 - 3]) + Long.parseLong(fields[15 - 3]);
        }
        return ticks * MICROS_A_TICK;
    }

    /** Memory of it that is in use now, in MB. */
    double residentMegabytes() throws IOException {
        long kibibytes = 0;
        for (var pid : pids()) {
            for (var line : Files.readAllLines(Path.of("/proc", pid, "status"))) {
                if (line.startsWith("VmRSS:")) {
                    kibibytes += Long.parseLong(line.replaceAll("\\D", ""));
                }
            }
        }
        return kibibytes * 1024 / 1e6;
    }

    private List<String> pids() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(one -> String.valueOf(one.pid()))
                .toList();
    }

    @Override
    public void close() {
        Processes.end(process);
    }
}
