package kakolog.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program's command line; each subcommand is a class beside this one. */
@Command(name = "kakolog", mixinStandardHelpOptions = true, versionProvider = Version.class)
public final class Kakolog {
    private Kakolog() {}

    /** Runs the words as a command; returns the exit code (0 done, 1 failed, 2 wrong usage or settings). */
    public static int run(String... words) {
        return new CommandLine(new Kakolog()).execute(words);
    }
}
