package kakolog.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import kakolog.Config;
import kakolog.content.ContentFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code check}: reads the whole content folder and names every fault. */
@Command(
        name = "check",
        description = "Reads the whole content folder; exit code 1 if anything is wrong in it.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Config.Unusable, IOException {
        var config = Config.from(System.getenv());
        var snapshot = new ContentFolder(config.content()).read();
        PrintWriter out = spec.commandLine().getOut();
        snapshot.faults().forEach(fault -> out.println(config.content() + "/" + fault));
        if (snapshot.faults().isEmpty()) {
            out.println(snapshot.published().size() + " events and "
                    + snapshot.pages().size() + " pages, no faults");
        }
        out.flush();
        return snapshot.faults().isEmpty() ? 0 : 1;
    }
}
