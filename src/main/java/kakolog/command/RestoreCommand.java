package kakolog.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import kakolog.Config;
import kakolog.operate.Restore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code restore FILE.zip}: makes a data folder of a backup. */
@Command(
        name = "restore",
        description = "Makes a new data folder (KAKOLOG_DATA) of a backup, every file compared with its hash.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class RestoreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE.zip", description = "what backup wrote")
    private Path file;

    @Option(names = "--content", paramLabel = "DIR", description = "makes this content folder of it, too")
    private @Nullable Path content;

    @Override
    public Integer call() throws Exception {
        var config = Config.from(System.getenv());
        Stoppable.run(() -> restore(config.data()));
        return 0;
    }

    private void restore(Path data) throws IOException {
        int files = new Restore(file, data, content).write();
        var where = content == null ? data : data + " and " + content;
        spec.commandLine().getOut().println(file + ": restored " + files + " files into " + where);
        spec.commandLine().getOut().flush();
    }
}
