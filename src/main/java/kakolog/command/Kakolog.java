package kakolog.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.util.Optional;
import java.util.concurrent.Callable;
import kakolog.Config;
import kakolog.db.UnreadableDatabase;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program's command line; each subcommand is a class beside this one. */
@Command(
        name = "kakolog",
        description = "Talk evenings of a Discord community: announcement, archive, materials, past logs.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            ServeCommand.class,
            DemoCommand.class,
            CheckCommand.class,
            DoctorCommand.class,
            ImportPageCommand.class,
            ImportLogCommand.class,
            ExportCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            UploadCommand.class
        })
public final class Kakolog implements Callable<Integer> {
    private Kakolog() {}

    /** Runs the words as a command; returns the exit code (0 done, 1 failed, 2 wrong usage or settings). */
    public static int run(String... words) {
        return new CommandLine(new Kakolog())
                .setExecutionExceptionHandler((fault, line, parsed) -> explain(fault))
                .execute(words);
    }

    /** Without a command the site is served. */
    @Override
    public Integer call() throws Exception {
        return new ServeCommand().call();
    }

    /** One line on what failed, for the one who ran the command; a bug keeps its trace. */
    private static int explain(Exception fault) throws Exception {
        if (fault instanceof Config.Unusable unusable) {
            System.err.println(unusable.getMessage());
            return 2;
        }
        System.err.println(words(fault).orElseThrow(() -> fault));
        return 1;
    }

    /** The line on what failed; empty for a bug. */
    static Optional<String> words(Exception fault) {
        var io = fault instanceof UncheckedIOException wrapped ? wrapped.getCause() : fault;
        if (io instanceof AccessDeniedException denied) {
            return Optional.of("kakolog: " + denied.getMessage() + ": this user may not");
        }
        if (io instanceof IOException) {
            return Optional.of("kakolog: " + io.getMessage());
        }
        if (fault instanceof UnreadableDatabase unreadable) {
            return Optional.of("kakolog: " + unreadable.getMessage() + "; put a backup in its place");
        }
        return Optional.empty();
    }
}
