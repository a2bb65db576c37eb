package kakolog.command;

import java.util.concurrent.Callable;
import kakolog.App;
import kakolog.Config;
import picocli.CommandLine.Command;

/** {@code serve}: serves the site until it is told to stop. */
@Command(
        name = "serve",
        description = "Serves content/ and data/ (also without a command).",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ServeCommand implements Callable<Integer> {
    @Override
    public Integer call() throws Config.Unusable, InterruptedException {
        var config = Config.from(System.getenv());
        Serving.untilStopped(new App(config), "");
        return 0;
    }
}
