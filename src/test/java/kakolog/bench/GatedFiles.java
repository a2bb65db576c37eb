package kakolog.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import kakolog.RunningKakolog;
import kakolog.demo.Community;
import kakolog.demo.StandIn;

/** What a gated file costs, beside nginx: a large one beside its sendfile, what is small beside asking a backend first. */
final class GatedFiles {
    private static final int ROUNDS = 3;
    private static final int SECONDS = 4;
    /** Java compiles on the same core meanwhile. */
    private static final int WARM_UP_SECONDS = 12;

    private static final int LARGE = 20_000_000;
    private static final String EVENT = "/events/2021-05-18";
    private static final String FILE = EVENT + "/materials/slides.pdf";
    private static final String RANGE = "Range: bytes=1000000-1065535";

    private final Wrk wrk;
    private final Cores cores;
    private final Processes processes;
    private final Path folder;
    private final Visitor visitor = new Visitor();

    GatedFiles(Wrk wrk, Cores cores, Processes processes, Path folder) {
        this.wrk = wrk;
        this.cores = cores;
        this.processes = processes;
        this.folder = folder;
    }

    /** What is asked of both: of nginx at its own address, with the same headers but the cookie. */
    private record Target(String name, String ours, String theirs, int connections, List<String> headers) {}

    /** One load: processor time of a request in µs, and requests a second. */
    private record Round(double micros, double perSecond) {}

    /** Writes its tables into the report. */
    void measure(Jar jar, Path content, Report report) throws IOException, InterruptedException {
        try (var discord = new StandIn(new Community(), Clock.systemUTC())) {
            var settings = new HashMap<>(RunningKakolog.settingsOf(discord));
            var setup = new Jar.Setup(content, "gated", List.of("-Xmx128m"), settings);
            try (var kakolog = jar.serve(setup, cores.pinned(Cores.OF_SERVERS, jar.command(setup.options())))) {
                var organizer = visitor.signIn(kakolog, "hanako");
                var participant = visitor.signIn(kakolog, "ken");
                var file = Files.write(Files.createDirectories(folder).resolve("slides.pdf"), slides());
                visitor.upload(kakolog, organizer, EVENT, file);
                visitor.awaitPage(kakolog.at(FILE + "/view"), "data-stage=\"none\"", participant);
                report.add(beside(kakolog, file, participant));
                report.add(new ManyDownloads().measure(kakolog, FILE, participant, hash(file)));
                report.add(new Uploads(folder).measure(kakolog, organizer, EVENT));
            }
        }
    }

    private Table beside(Server kakolog, Path file, String cookie) throws IOException, InterruptedException {
        var command = Nginx.command();
        var table = new Table(
                "a participant's", "kakolog", "nginx", "processor time, ratio", "goal", "throughput, ratio", "goal");
        if (command.isEmpty() || !Nginx.canAsk(command)) {
            table.add("-", "-", "nginx not installed, or without auth_request", "-", "-", "-", "-");
            return table;
        }
        var nginx = new Nginx(Files.createDirectories(folder.resolve("nginx")), cores, processes);
        nginx.keep("home.html", new byte[1]);
        nginx.keep("slides.pdf", Files.readAllBytes(file));
        nginx.keep(
                "event.html", visitor.get(kakolog.at(EVENT), "Cookie", cookie).body());
        try (var beside = nginx.serveGated(command)) {
            var gzip = "Accept-Encoding: gzip";
            compare(
                    new Target("20 MB PDF, beside sendfile", FILE, "/slides.pdf", 4, List.of()),
                    1.0,
                    0.9,
                    kakolog,
                    beside,
                    cookie,
                    table);
            compare(
                    new Target("64 KB of it, beside auth_request", FILE, "/gated/slides.pdf", 32, List.of(RANGE)),
                    1.0,
                    0,
                    kakolog,
                    beside,
                    cookie,
                    table);
            compare(
                    new Target("gated page, beside auth_request", EVENT, "/gated/event.html", 32, List.of(gzip)),
                    1.0,
                    0,
                    kakolog,
                    beside,
                    cookie,
                    table);
        }
        return table;
    }

    private static String hash(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private void compare(
            Target target,
            double mostTime,
            double leastThroughput,
            Server kakolog,
            Server nginx,
            String cookie,
            Table table)
            throws IOException {
        var ours = new ArrayList<Round>();
        var theirs = new ArrayList<Round>();
        var headers = new ArrayList<>(target.headers());
        headers.add("Cookie: " + cookie);
        for (int round = 0; round <= ROUNDS; round++) {
            int seconds = round == 0 ? WARM_UP_SECONDS : SECONDS;
            var one = run(kakolog, target.ours(), target.connections(), headers, seconds);
            var other = run(nginx, target.theirs(), target.connections(), target.headers(), seconds);
            if (round > 0) {
                ours.add(one);
                theirs.add(other);
            }
        }
        double time = micros(ours);
        double other = micros(theirs);
        double throughput = perSecond(ours) / perSecond(theirs);
        table.add(
                target.name(),
                "%.0f µs, %.0f/s".formatted(time, perSecond(ours)),
                "%.0f µs, %.0f/s".formatted(other, perSecond(theirs)),
                Table.judged("%.2f", time / other, mostTime),
                "≤ " + mostTime,
                leastThroughput > 0 && throughput < leastThroughput
                        ? "**%.2f**".formatted(throughput)
                        : "%.2f".formatted(throughput),
                leastThroughput > 0 ? "≥ " + leastThroughput : "-");
    }

    private Round run(Server server, String path, int connections, List<String> headers, int seconds)
            throws IOException {
        long before = server.processorMicros();
        var load = wrk.ask(server.at(path), connections, seconds, headers);
        return new Round((double) (server.processorMicros() - before) / load.requests(), load.perSecond());
    }

    private static double micros(List<Round> rounds) {
        return new Samples(rounds.stream().map(Round::micros).toList()).median();
    }

    private static double perSecond(List<Round> rounds) {
        return new Samples(rounds.stream().map(Round::perSecond).toList()).median();
    }

    /** What passes for a PDF, and cannot be compressed. */
    static byte[] slides() {
        var bytes = new byte[LARGE];
        new Random(20).nextBytes(bytes);
        System.arraycopy("%PDF-1.7\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, bytes, 0, 9);
        return bytes;
    }
}
