package kakolog.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import kakolog.RunningKakolog;
import kakolog.demo.Community;
import kakolog.demo.StandIn;

/** What a page costs for who is signed in, beside the same page for anybody: in turns, in one run. */
final class KnownSession {
    private static final int ROUNDS = 3;
    private static final int SECONDS = 3;
    /** For pages that show what is gated; the list of links is for comparison. */
    private static final double GOAL = 1.3;
    /** The viewing URL is shown then. */
    private static final String CLOCK = "2021-07-06T19:20:00+09:00";

    private static final String EVENT = "/events/2021-07-06";
    private static final List<String> PATHS = List.of("/", EVENT, "/links");

    private final Wrk wrk;
    private final Cores cores;
    private final Visitor visitor = new Visitor();

    KnownSession(Wrk wrk, Cores cores) {
        this.wrk = wrk;
        this.cores = cores;
    }

    Table measure(Jar jar, Path content) throws IOException, InterruptedException {
        try (var discord = new StandIn(new Community(), Clock.systemUTC())) {
            var settings = new HashMap<>(RunningKakolog.settingsOf(discord));
            settings.put("KAKOLOG_CLOCK", CLOCK);
            var setup = new Jar.Setup(content, "signed-in", List.of("-Xmx128m"), settings);
            try (var kakolog = jar.serve(setup, cores.pinned(Cores.OF_SERVERS, jar.command(setup.options())))) {
                return measure(kakolog, discord);
            }
        }
    }

    private Table measure(Server kakolog, StandIn discord) throws IOException, InterruptedException {
        visitor.setStream(kakolog, visitor.signIn(kakolog, "hanako"), EVENT);
        var cookie = visitor.signIn(kakolog, "taro");
        visitor.get(kakolog.at(EVENT), "Cookie", cookie);
        int before = discord.count("/api/v10/guilds/");
        var table = new Table("page, -Xmx128m", "anonymous µs/req", "signed in µs/req", "ratio", "goal");
        long begun = System.nanoTime();
        for (var path : PATHS) {
            var anonymous = new ArrayList<Double>();
            var signedIn = new ArrayList<Double>();
            for (int round = 0; round <= ROUNDS; round++) {
                double one = micros(kakolog, path, List.of());
                double other = micros(kakolog, path, List.of("Cookie: " + cookie));
                if (round > 0) {
                    anonymous.add(one);
                    signedIn.add(other);
                }
            }
            double one = new Samples(anonymous).median();
            double other = new Samples(signedIn).median();
            table.add(
                    path + (path.equals(EVENT) ? ", showing the viewing URL" : ""),
                    "%.1f".formatted(one),
                    "%.1f".formatted(other),
                    path.equals("/links") ? "%.2f".formatted(other / one) : Table.judged("%.2f", other / one, GOAL),
                    path.equals("/links") ? "-" : "≤ " + GOAL);
        }
        double minutes = (System.nanoTime() - begun) / 6e10;
        table.add(
                "calls to Discord a minute meanwhile",
                "-",
                "%.1f".formatted((discord.count("/api/v10/guilds/") - before) / minutes),
                "-",
                "-");
        return table;
    }

    private double micros(Server kakolog, String path, List<String> more) throws IOException {
        var headers = new ArrayList<>(List.of("Accept-Encoding: gzip"));
        headers.addAll(more);
        long before = kakolog.processorMicros();
        var load = wrk.ask(kakolog.at(path), SECONDS, headers);
        return (double) (kakolog.processorMicros() - before) / load.requests();
    }
}
