package kakolog.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import kakolog.Config;
import kakolog.operate.Backup;
import kakolog.operate.BackupSeries;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backup FILE.zip}: all that is kept in one zip; with {@code --every} again and again. */
@Command(
        name = "backup",
        description =
                "Writes all that is kept (database, files of materials, content) into one zip, also while serving.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class BackupCommand implements Callable<Integer> {
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE.zip", description = "a new file; with --every a folder of backups")
    private Path target;

    @ArgGroup(exclusive = false)
    private @Nullable Rhythm rhythm;

    /** Of a series. */
    static final class Rhythm {
        @Option(
                names = "--every",
                required = true,
                paramLabel = "DURATION",
                description = "one at once and then each DURATION, as PT6H or P1D, until stopped")
        private Duration every;

        @Option(names = "--keep", required = true, paramLabel = "N", description = "deletes all but the newest N")
        private int keep;
    }

    @Override
    public Integer call() throws Exception {
        var config = Config.from(System.getenv());
        var backup = new Backup(config.data(), config.content(), config.clock(), new Watching());
        var series = rhythm;
        if (series == null) {
            Stoppable.run(() -> print(backup.write(target)));
            return 0;
        }
        if (series.every.compareTo(SHORTEST) < 0 || series.keep < 1) {
            throw new ParameterException(spec.commandLine(), "--every is at least PT1S and --keep at least 1");
        }
        var backups = new BackupSeries(backup, target, series.keep, config.clock());
        Stoppable.run(() -> goOn(backups, series.every));
        return 0;
    }

    /** A first one that fails ends it: whoever set it up is still there to see. A later one may meet a full disk. */
    private void goOn(BackupSeries backups, Duration every) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        print(backups.next());
        while (true) {
            long rest = every.toNanos() - (System.nanoTime() - begun);
            TimeUnit.NANOSECONDS.sleep(Math.max(0, rest));
            begun = System.nanoTime();
            try {
                print(backups.next());
            } catch (IOException | RuntimeException failed) {
                if (Thread.currentThread().isInterrupted()) {
                    throw failed;
                }
                System.err.println(Kakolog.words(failed).orElseGet(() -> "kakolog: " + failed));
            }
        }
    }

    private void print(Backup.Taken taken) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(taken);
        out.flush();
    }

    /** Says on stderr what is left out, and to who sits before it how far it is. */
    private static final class Watching implements Backup.Onlooker {
        private static final long STEP = 10_000_000;

        private final boolean isTerminal = isTerminal();
        private long copied;

        /** From 22 to 24 Java has a console without a terminal, too; its log then shows how far it is. */
        @SuppressWarnings("SystemConsoleNull")
        private static boolean isTerminal() {
            return System.console() != null;
        }

        @Override
        public void leftOut(String line) {
            System.err.println("kakolog: " + line);
        }

        @Override
        public void copied(long bytes) {
            long before = copied;
            copied += bytes;
            if (isTerminal && before / STEP != copied / STEP) {
                System.err.print("\r" + copied / 1_000_000 + " MB\r");
            }
        }
    }
}
