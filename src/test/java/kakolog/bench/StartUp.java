package kakolog.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How long it takes from the command to the first page. */
final class StartUp {
    private static final int STARTS = 5;

    private final Jar jar;
    private final Path content;
    private final Path archive;
    private final Visitor visitor = new Visitor();

    /** @param archive where to keep the archive of classes that a training run leaves */
    StartUp(Jar jar, Path content, Path archive) {
        this.jar = jar;
        this.content = content;
        this.archive = archive;
    }

    Table measure() throws IOException, InterruptedException {
        Files.deleteIfExists(archive);
        train();
        var table = new Table("start, -Xmx128m", "first 200, ms", "goal", "fastest", "slowest");
        add(table, "without an archive of classes", 1500, List.of("-Xmx128m"));
        add(table, "with one", 1000, List.of("-Xmx128m", "-XX:SharedArchiveFile=" + archive));
        return table;
    }

    /** Visits what visitors do, then stops: the JVM writes down the classes it has loaded. */
    private void train() throws IOException, InterruptedException {
        try (var server = jar.serve(setup(List.of("-Xmx128m", "-XX:ArchiveClassesAtExit=" + archive)))) {
            for (var path : List.of("/", "/events", "/events/2020-11-10", "/links", "/search?q=QUIC")) {
                visitor.page(server.at(path));
            }
        }
        if (!Files.exists(archive)) {
            throw new IOException("the training run left no archive of classes");
        }
    }

    private void add(Table table, String name, double goal, List<String> options)
            throws IOException, InterruptedException {
        var millis = new ArrayList<Double>();
        for (int start = 0; start < STARTS; start++) {
            long begun = System.nanoTime();
            try (var server = jar.serve(setup(options))) {
                visitor.page(server.at("/"));
                millis.add((System.nanoTime() - begun) / 1e6);
            }
        }
        var samples = new Samples(millis);
        table.add(
                name,
                Table.judged("%.0f", samples.median(), goal),
                "≤ %.0f".formatted(goal),
                "%.0f".formatted(samples.percentile(0)),
                "%.0f".formatted(samples.percentile(100)));
    }

    private Jar.Setup setup(List<String> options) {
        return new Jar.Setup(content, "start", options);
    }
}
