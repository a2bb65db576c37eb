package kakolog.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kakolog.App;
import kakolog.Config;
import kakolog.demo.DemoPages;
import kakolog.demo.Samples;
import kakolog.demo.TurnableClock;
import kakolog.web.Route;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo}: the whole portal on loopback, with a data folder of its own and a clock that can be turned. */
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
    public Integer call() throws IOException, InterruptedException {
        try (var samples = Samples.unpack()) {
            // Content of the folder one stands in comes first, so that one can edit it and watch.
            var here = Path.of("content");
            var content = Files.exists(here.resolve("site.yaml")) ? here : samples.content();
            var clock = new TurnableClock(START);
            var config = new Config("127.0.0.1", port, content, samples.data(), Optional.empty(), clock);
            var app = new App(config, clock, true, (events, frames) -> {
                var pages = new DemoPages(clock, events, frames);
                return List.of(
                        Route.fresh("/demo", Route.Floor.EVERYONE, pages::show),
                        Route.post("/demo/clock", Route.Floor.EVERYONE, pages::turn));
            });
            Serving.untilStopped(
                    app, "\nThe clock stands at 2021-07-06 18:50 and can be turned at /demo. Ctrl-C ends it.");
        }
        return 0;
    }
}
