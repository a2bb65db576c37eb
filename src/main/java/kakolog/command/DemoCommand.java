package kakolog.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import kakolog.App;
import kakolog.Config;
import kakolog.chatlog.Servers;
import kakolog.demo.Channels;
import kakolog.demo.Community;
import kakolog.demo.CommunityPages;
import kakolog.demo.DemoPages;
import kakolog.demo.Person;
import kakolog.demo.SampleEvening;
import kakolog.demo.SampleLog;
import kakolog.demo.SampleMaterials;
import kakolog.demo.Samples;
import kakolog.demo.StandIn;
import kakolog.demo.TurnableClock;
import kakolog.web.Route;
import kakolog.web.Route.Floor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo}: the whole portal on loopback, with a stand-in of Discord, a data folder of its own and a clock that can be turned. */
@Command(
        name = "demo",
        description = "Shows the whole portal, its clock starting at 2021-07-06 18:50.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class DemoCommand implements Callable<Integer> {
    private static final Instant START = Instant.parse("2021-07-06T09:50:00Z");

    @Option(names = "--port", defaultValue = "8080", description = "0 takes a free one (default: ${DEFAULT-VALUE})")
    private int port;

    @Override
    public Integer call() throws IOException, InterruptedException, Config.Unusable {
        refuseRealSecrets();
        var clock = new TurnableClock(START);
        var community = new Community();
        SampleEvening.in(community);
        // By the machine's clock: what it promises of waiting must not hang on a clock that is turned.
        try (var samples = Samples.unpack();
                var standIn = new StandIn(community, Clock.systemUTC())) {
            // Content of the folder one stands in comes first, so that one can edit it and watch.
            var here = Path.of("content");
            var content = Files.exists(here.resolve("site.yaml")) ? here : samples.content();
            var app = new App(config(content, samples, standIn, clock), clock, true, (events, frames) -> {
                var pages = new DemoPages(clock, events, frames);
                var people = new CommunityPages(community, standIn, frames);
                return List.of(
                        Route.fresh("/demo", Floor.EVERYONE, pages::show),
                        Route.own("/demo/clock", Floor.EVERYONE, pages::turn),
                        Route.fresh("/demo/people", Floor.EVERYONE, people::show),
                        Route.own("/demo/people", Floor.EVERYONE, people::change));
            });
            SampleMaterials.addTo(app.materials());
            SampleLog.addTo(app.chatLogs(), samples);
            Serving.untilStopped(app, words());
        }
        return 0;
    }

    private Config config(Path content, Samples samples, StandIn standIn, Clock clock) {
        var discord = new Config.Discord(
                standIn.url(),
                standIn.credentials(),
                Optional.of(standIn.guild()),
                Optional.empty(),
                Optional.of(Channels.EVENT),
                Duration.ofSeconds(60),
                Duration.ofMinutes(10));
        return new Config(
                "127.0.0.1",
                port,
                content,
                samples.data(),
                Optional.empty(),
                List.of(),
                Config.usualUploadLimit(),
                Optional.of(discord),
                new Servers(standIn.url(), standIn.url()),
                clock);
    }

    private static String words() {
        return "\nThe clock stands at 2021-07-06 18:50 and can be turned at /demo; roles come and go at /demo/people."
                + "\nLog in as one of the cast: "
                + Person.CAST.stream().map(Person::username).collect(Collectors.joining(", "))
                + ". Ctrl-C ends it.";
    }

    /** Whoever has set up the real Discord did not mean to run a demonstration beside it. */
    private static void refuseRealSecrets() throws Config.Unusable {
        var secrets = System.getenv().keySet().stream()
                .filter(name -> name.startsWith("KAKOLOG_DISCORD_CLIENT_SECRET")
                        || name.startsWith("KAKOLOG_DISCORD_BOT_TOKEN"))
                .sorted()
                .toList();
        if (!secrets.isEmpty()) {
            throw new Config.Unusable(
                    List.of("the demonstration has a Discord of its own and takes no real secrets; unset "
                            + String.join(", ", secrets)));
        }
    }
}
