package kakolog.bench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;

/**
 * Measures the packaged jar on loopback: what a page costs beside nginx, how fast it starts, how it carries a large
 * archive. The arguments are the project's folder and its build folder. Exit code 1: not measured.
 */
public final class Benchmark {
    private static final Duration LONGEST = Duration.ofMinutes(8);
    private static final double RESIDENT_GOAL = 160;

    private final Path content;
    private final Path folder;
    private final Processes processes;
    private final Jar jar;
    private final Report report;

    private Benchmark(Path project, Path build, Processes processes) {
        this.content = project.resolve("content");
        this.folder = build.resolve("bench");
        this.processes = processes;
        this.jar = new Jar(build.resolve("kakolog.jar"), folder, processes);
        this.report = new Report(folder.resolve("result.md"));
    }

    @SuppressWarnings("SystemOut")
    public static void main(String[] folders) throws IOException, InterruptedException {
        if (!Wrk.isInstalled()) {
            System.err.println("Nothing was measured: wrk makes the load and is not installed (apt install wrk).");
            System.exit(1);
        }
        giveUpAfter(LONGEST);
        try (var processes = new Processes()) {
            var build = Path.of(folders[1]).toAbsolutePath();
            new Benchmark(Path.of(folders[0]).toAbsolutePath(), build, processes).run();
        }
    }

    private void run() throws IOException, InterruptedException {
        empty(folder);
        Files.createDirectories(folder);
        report.add("# Measured with Java " + Runtime.version() + " on "
                + Runtime.getRuntime().availableProcessors() + " cores");
        throughput();
        report.add(new StartUp(jar, content, folder.resolve("classes.jsa")).measure());
        new LargeArchive(jar, folder.resolve("many").resolve("content")).measure(report);
        report.add("A missed goal is **bold**. µs/req is processor time of the server's processes, "
                + "which other work on the machine disturbs less than req/s.");
    }

    private void throughput() throws IOException, InterruptedException {
        var cores = new Cores();
        if (!cores.canPin()) {
            report.add("Servers and load share their cores: two cores and taskset would keep them apart.");
        }
        var throughput = new Throughput(new Wrk(cores, processes));
        var setup = new Jar.Setup(content, "load", List.of("-Xmx128m"));
        var pinned = cores.pinned(Cores.OF_SERVERS, jar.command(setup.options()));
        try (var kakolog = jar.serve(setup, pinned)) {
            report.add(throughput.measure(kakolog, nginx(cores, throughput, kakolog)));
            var memory = new Table("memory, -Xmx128m", "RSS, MB", "goal");
            memory.add(
                    "after the load",
                    Table.judged("%.0f", kakolog.residentMegabytes(), RESIDENT_GOAL),
                    "≤ %.0f".formatted(RESIDENT_GOAL));
            report.add(memory);
        }
        report.add(new KnownSession(new Wrk(cores, processes), cores).measure(jar, content));
        new GatedFiles(new Wrk(cores, processes), cores, processes, folder.resolve("gated-files"))
                .measure(jar, content, report);
    }

    /** Serving our pages; none where it is not installed. */
    private List<Server> nginx(Cores cores, Throughput throughput, Server kakolog)
            throws IOException, InterruptedException {
        var command = Nginx.command();
        if (command.isEmpty()) {
            return List.of();
        }
        var nginx = new Nginx(Files.createDirectories(folder.resolve("nginx")), cores, processes);
        throughput.copyTo(nginx, kakolog);
        return List.of(nginx.serve(command));
    }

    /** Ends the program, and by its shutdown hook what it started, should something hang. */
    private static void giveUpAfter(Duration longest) {
        var watch = new Thread(
                () -> {
                    try {
                        Thread.sleep(longest.toMillis());
                        System.err.println("Given up after " + longest.toMinutes() + " minutes.");
                        System.exit(1);
                    } catch (InterruptedException interrupted) {
                        Thread.currentThread().interrupt();
                    }
                },
                "give-up");
        watch.setDaemon(true);
        watch.start();
    }

    private static void empty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path below, IOException failed) throws IOException {
                Files.delete(below);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
