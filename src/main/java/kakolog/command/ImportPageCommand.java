package kakolog.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import kakolog.announcement.PageImport;
import kakolog.announcement.UnreadablePage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Splits a running announcement page into the content folder, and lists every line it could not place. */
@Command(
        name = "import-page",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Splits a running announcement page into content/events/*.md.")
final class ImportPageCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "Markdown, or .rst through an installed pandoc")
    private Path file = Path.of("");

    @Option(names = "--content", paramLabel = "DIR", description = "content folder (default: ${DEFAULT-VALUE})")
    private Path content = Path.of("content");

    @Option(names = "--overwrite", description = "replaces event files that differ")
    private boolean overwrite;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var console = spec.commandLine();
        try {
            new PageImport(content, overwrite).run(file).forEach(console.getOut()::println);
            return 0;
        } catch (IOException failed) {
            console.getErr()
                    .println("import-page: " + (failed instanceof UnreadablePage ? failed.getMessage() : failed));
            return 1;
        }
    }
}
