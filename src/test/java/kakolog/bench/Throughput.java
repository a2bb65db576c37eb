package kakolog.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What a page costs kakolog, beside what the same bytes cost nginx: in turns, so that a slow minute strikes both. */
final class Throughput {
    private static final int ROUNDS = 3;
    private static final int WARM_UP_SECONDS = 2;
    private static final int SECONDS = 3;

    private final Wrk wrk;
    private final Visitor visitor = new Visitor();

    Throughput(Wrk wrk) {
        this.wrk = wrk;
    }

    /**
     * What is asked for.
     *
     * @param name of the page at nginx; empty where a file server has none
     * @param unchanged whether the browser has the page already
     * @param goal how many times nginx's processor time it may cost; 0 for no goal
     */
    private record Target(String path, String name, boolean unchanged, double goal) {
        String shown() {
            return path + (unchanged ? " (304)" : "");
        }
    }

    private static final List<Target> TARGETS = List.of(
            new Target("/", "home.html", false, 1.6),
            new Target("/events/2020-11-10", "event.html", false, 1.6),
            new Target("/links", "links.html", false, 1.6),
            new Target("/events/2020-11-10", "event.html", true, 2),
            new Target("/search?q=QUIC", "", false, 0));

    /** One server's figures of one round. */
    private record Round(double micros, double perSecond, double p99Millis) {}

    /** Which server is asked for what. */
    private record Asked(Server server, Target target) {}

    /** Gives nginx the pages. */
    void copyTo(Nginx nginx, Server kakolog) throws IOException, InterruptedException {
        for (var target : TARGETS) {
            if (!target.name().isEmpty()) {
                nginx.keep(target.name(), visitor.page(kakolog.at(target.path())));
            }
        }
    }

    /** Loads the servers and tells what it came to; nginx's column holds the reason where there is no nginx. */
    Table measure(Server kakolog, List<Server> nginx) throws IOException, InterruptedException {
        var rounds = new HashMap<Asked, List<Round>>();
        for (int round = 0; round <= ROUNDS; round++) {
            for (var target : TARGETS) {
                var asked = new ArrayList<>(List.of(new Asked(kakolog, target)));
                if (!target.name().isEmpty()) {
                    nginx.forEach(server -> asked.add(new Asked(server, target)));
                }
                for (var one : asked) {
                    boolean warmingUp = round == 0;
                    var result = run(one, kakolog, warmingUp ? WARM_UP_SECONDS : SECONDS);
                    if (!warmingUp) {
                        rounds.computeIfAbsent(one, first -> new ArrayList<>()).add(result);
                    }
                }
            }
        }
        return table(rounds, kakolog, nginx);
    }

    private Round run(Asked asked, Server kakolog, int seconds) throws IOException, InterruptedException {
        var target = asked.target();
        var server = asked.server();
        var address = server.at(server.equals(kakolog) ? target.path() : "/" + target.name());
        var headers = new ArrayList<>(List.of("Accept-Encoding: gzip"));
        if (target.unchanged()) {
            headers.add("If-None-Match: " + visitor.tag(address));
        }
        long before = server.processorMicros();
        var load = wrk.ask(address, seconds, headers);
        double micros = (double) (server.processorMicros() - before) / load.requests();
        return new Round(micros, load.perSecond(), load.p99Millis());
    }

    private static Table table(Map<Asked, List<Round>> rounds, Server kakolog, List<Server> nginx) {
        var table = new Table(
                "target", "kakolog µs/req", "nginx µs/req", "ratio", "goal", "kakolog req/s", "nginx req/s", "p99 ms");
        for (var target : TARGETS) {
            var ours = rounds.getOrDefault(new Asked(kakolog, target), List.of());
            double micros = median(ours, Round::micros);
            var theirs = nginx.isEmpty() ? "nginx not installed" : "-";
            var theirsPerSecond = theirs;
            var ratio = "-";
            if (!nginx.isEmpty() && !target.name().isEmpty()) {
                var beside = rounds.getOrDefault(new Asked(nginx.get(0), target), List.of());
                double nginxMicros = median(beside, Round::micros);
                theirs = "%.1f".formatted(nginxMicros);
                theirsPerSecond = "%.0f".formatted(median(beside, Round::perSecond));
                ratio = Table.judged("%.2f", micros / nginxMicros, target.goal());
            }
            table.add(
                    target.shown(),
                    "%.1f".formatted(micros),
                    theirs,
                    ratio,
                    target.goal() == 0 ? "-" : "≤ " + target.goal(),
                    "%.0f".formatted(median(ours, Round::perSecond)),
                    theirsPerSecond,
                    "%.1f".formatted(median(ours, Round::p99Millis)));
        }
        return table;
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return new Samples(rounds.stream().mapToDouble(figure).boxed().toList()).median();
    }
}
