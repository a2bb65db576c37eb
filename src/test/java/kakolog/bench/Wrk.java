package kakolog.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Makes load with wrk: one thread, 32 connections. */
final class Wrk {
    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in ");
    private static final Pattern PER_SECOND = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern P99 = Pattern.compile("99%\\s+([\\d.]+)(us|ms|s)");
    private static final Pattern REFUSED = Pattern.compile("Non-2xx or 3xx responses: \\d+");

    private static final int CONNECTIONS = 32;

    private final Cores cores;
    private final Processes processes;

    Wrk(Cores cores, Processes processes) {
        this.cores = cores;
        this.processes = processes;
    }

    /** What the load came to. */
    record Load(long requests, double perSecond, double p99Millis) {}

    static boolean isInstalled() throws InterruptedException {
        return Commands.exists("wrk", "-v");
    }

    /** Asks for this address for some seconds, with these headers, each as {@code Name: value}. */
    Load ask(URI address, int seconds, List<String> headers) throws IOException {
        return ask(address, CONNECTIONS, seconds, headers);
    }

    /** The same over so many connections. */
    Load ask(URI address, int connections, int seconds, List<String> headers) throws IOException {
        var words = new ArrayList<>(List.of("wrk", "-t1", "-c" + connections, "-d" + seconds + "s", "--latency"));
        headers.forEach(header -> words.addAll(List.of("-H", header)));
        words.add(address.toString());
        var process = processes.start(new ProcessBuilder(cores.pinned(Cores.OF_LOAD, words)).redirectErrorStream(true));
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var refused = REFUSED.matcher(said);
        if (refused.find()) {
            throw new IOException(address + ": " + refused.group());
        }
        if (find(REQUESTS, said).equals("0")) {
            throw new IOException(address + ": no request was answered");
        }
        return new Load(Long.parseLong(find(REQUESTS, said)), Double.parseDouble(find(PER_SECOND, said)), p99(said));
    }

    private static double p99(String said) throws IOException {
        find(P99, said);
        var found = P99.matcher(said);
        found.find();
        double value = Double.parseDouble(found.group(1));
        return switch (found.group(2)) {
            case "us" -> value / 1000;
            case "ms" -> value;
            default -> value * 1000;
        };
    }

    private static String find(Pattern pattern, String said) throws IOException {
        var found = pattern.matcher(said);
        if (!found.find()) {
            throw new IOException("wrk said:\n" + said);
        }
        return found.group(1);
    }
}
