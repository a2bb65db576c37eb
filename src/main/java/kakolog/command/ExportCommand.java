package kakolog.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kakolog.App;
import kakolog.Config;
import kakolog.operate.Export;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code export DIR}: the public part as plain files. */
@Command(
        name = "export",
        description = "Writes the public part as plain HTML that opens from disk.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "a new or empty folder")
    private Path folder;

    @Override
    public Integer call() throws Config.Unusable, IOException, InterruptedException {
        var config = Config.from(System.getenv());
        var data = Files.createTempDirectory("kakolog-export");
        // Any free port of this machine: the export reads what a visitor would be served, with a data folder of its
        // own.
        var own = new Config(
                "127.0.0.1",
                0,
                config.content(),
                data,
                config.publicUrl(),
                List.of(),
                config.uploadLimit(),
                Optional.empty(),
                config.servers(),
                config.clock());
        try (var app = new App(own)) {
            app.start();
            int files = new Export("http://127.0.0.1:" + app.port(), folder).write();
            spec.commandLine().getOut().println(files + " files written to " + folder);
            spec.commandLine().getOut().flush();
        }
        return 0;
    }
}
