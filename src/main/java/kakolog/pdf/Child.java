package kakolog.pdf;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The process that reads one PDF: the same java and the same classes, with nothing of our environment. */
final class Child {
    private static final Path SHELL = Path.of("/bin/sh");

    /**
     * The shell sets what a process cannot set for itself, and becomes the process. Each limit alone, for not every system
     * has all; the reading gives way to visitors where the machine is busy. At the soft limit of processor time the system
     * sends XCPU, which nobody else does; at the hard one KILL, which also comes where the machine lacks memory.
     */
    private static final String LIMITED = """
            ulimit -c 0; ulimit -S -t %d; ulimit -H -t %d; ulimit -v %d 2>/dev/null; ulimit -f %d
            command -v nice >/dev/null && exec nice -n 5 "$@"
            exec "$@"
            """;

    /**
     * Java that does not start (1) or is not found (126, 127) never came to the PDF. HUP, INT, QUIT, KILL and TERM come from
     * others: who stops the server, or a machine without memory. Both say nothing of the PDF. Crashed, it ends by another
     * signal.
     */
    private static final Set<Integer> NOT_OF_THE_PDF =
            Set.of(1, 126, 127, 128 + 1, 128 + 2, 128 + 3, 128 + 9, 128 + 15);

    private final Limits limits;
    private final Workshop workshop;
    private final Path room;

    Child(Limits limits, Workshop workshop, Path room) {
        this.limits = limits;
        this.workshop = workshop;
        this.room = room;
    }

    /**
     * Runs the task to its end, which comes by itself or is made.
     *
     * @throws IOException where the process does not start, cannot write, is ended by others, or this thread is interrupted
     */
    Outcome run(Task task) throws IOException {
        var builder = new ProcessBuilder(command(task)).directory(room.toFile()).redirectErrorStream(true);
        builder.environment().keySet().retainAll(Set.of("SystemRoot"));
        builder.environment().put("PATH", "/usr/bin:/bin");
        // names of files that are not ASCII
        builder.environment().put("LC_ALL", "C.UTF-8");
        // else each thread maps 64 MB of its own
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        var process = builder.start();
        try {
            var said = Complaints.of(process);
            if (!process.waitFor(limits.wallClock().toMillis(), TimeUnit.MILLISECONDS)) {
                return Outcome.OUT_OF_TIME;
            }
            return outcomeOf(process.exitValue(), said);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while reading a PDF");
        } finally {
            end(process);
        }
    }

    private static Outcome outcomeOf(int code, Complaints said) throws IOException {
        if (code == PdfChild.CANNOT_WRITE || NOT_OF_THE_PDF.contains(code)) {
            throw new IOException("the process that reads PDFs ended with " + code + ": " + said);
        }
        return Outcome.ofExitCode(code);
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        // its room is cleared away next, so it has to be gone
        process.destroyForcibly().onExit().join();
    }

    private List<String> command(Task task) {
        var words = new ArrayList<String>();
        if (Files.isExecutable(SHELL)) {
            var kilobytes = 1024L * (2L * limits.heap() + Limits.BESIDE_THE_HEAP);
            var blocks = 2048L * limits.written();
            var seconds = limits.processor().toSeconds();
            var script = LIMITED.formatted(seconds, seconds + 2, kilobytes, blocks);
            words.addAll(List.of(SHELL.toString(), "-c", script, "kakolog-pdf"));
        }
        words.addAll(java());
        words.add(PdfChild.class.getName());
        words.addAll(PdfChild.words(limits, task));
        return words;
    }

    private List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + limits.heap() + "m",
                "-XX:+UseSerialGC",
                // The optimizing compiler does not pay within seconds: 25 slides took 10 s of processor time with it, 6
                // without.
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxMetaspaceSize=96m",
                "-XX:CompressedClassSpaceSize=48m",
                "-XX:ReservedCodeCacheSize=96m",
                "-XX:MaxDirectMemorySize=32m",
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + room,
                "-Duser.home=" + room,
                "-Dpdfbox.fontcache=" + workshop.fonts(),
                "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog",
                "-cp",
                classPath());
    }

    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
