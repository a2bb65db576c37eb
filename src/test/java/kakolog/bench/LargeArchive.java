package kakolog.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Whether kakolog carries a community a hundred times as old: 1,000 events, 100,000 links. */
final class LargeArchive {
    private static final int SEARCHES = 200;
    private static final double MOST_KILOBYTES = 500;
    private static final double START_SECONDS = 5;
    private static final double SEARCH_MILLIS = 10;

    private final Jar jar;
    private final Path content;
    private final ManyEvents events = new ManyEvents();
    private final Visitor visitor = new Visitor();

    LargeArchive(Jar jar, Path content) {
        this.jar = jar;
        this.content = content;
    }

    void measure(Report report) throws IOException, InterruptedException {
        events.write(content);
        var starts = table();
        start(starts, "-Xmx512m, nothing indexed yet", "512m", "many").close();
        try (var server = start(starts, "-Xmx512m, again", "512m", "many")) {
            report.add(starts);
            report.add(pages(server));
            report.add(searches(server));
        }
        var less = table();
        tryHeap(less, "256m");
        report.add(less);
    }

    private static Table table() {
        return new Table("1,000 events, 100,000 links", "first 200, s", "goal", "search ready, s", "RSS then, MB");
    }

    /** Starts it and waits for the first page, then until it says that all is ready, and for the first search. */
    private Server start(Table table, String name, String heap, String data) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        var server = jar.serve(new Jar.Setup(content, data, List.of("-Xmx" + heap, "-XX:+ExitOnOutOfMemoryError")));
        visitor.page(server.at("/"));
        double firstPage = seconds(begun);
        untilReady(server);
        visitor.page(search(server, events.piece(2)));
        table.add(
                name,
                Table.judged("%.1f", firstPage, START_SECONDS),
                "≤ %.0f".formatted(START_SECONDS),
                "%.1f".formatted(seconds(begun)),
                "%.0f".formatted(server.residentMegabytes()));
        return server;
    }

    private void untilReady(Server server) throws IOException, InterruptedException {
        while (visitor.get(server.at("/readyz")).statusCode() != 200) {
            if (!server.isRunning()) {
                throw new IOException("it ended before it was ready");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** Whether it also starts, indexes everything and shows the large pages with less memory. */
    private void tryHeap(Table table, String heap) throws InterruptedException {
        try (var server = start(table, "-Xmx" + heap + ", nothing indexed yet", heap, "many-" + heap)) {
            pages(server);
        } catch (IOException tooLittle) {
            table.add("-Xmx" + heap + ", nothing indexed yet", "**too little memory**", "-", "-", "-");
        }
    }

    private Table pages(Server server) throws IOException, InterruptedException {
        var table = new Table("page", "kB", "goal", "first time, ms", "kept, ms");
        for (var path : List.of(
                "/events",
                "/links",
                "/links?page=300",
                "/topics",
                "/topics/" + encode(ManyEvents.TOPIC),
                "/people/" + ManyEvents.HOST,
                "/events/2012-05-15",
                "/feed.atom")) {
            long begun = System.nanoTime();
            var response = visitor.get(server.at(path));
            double first = seconds(begun) * 1000;
            if (response.statusCode() == 404 && path.equals("/feed.atom")) {
                continue;
            }
            begun = System.nanoTime();
            double kilobytes = visitor.page(server.at(path)).length / 1e3;
            table.add(
                    path,
                    Table.judged("%.0f", kilobytes, MOST_KILOBYTES),
                    "≤ %.0f".formatted(MOST_KILOBYTES),
                    "%.0f".formatted(first),
                    "%.1f".formatted(seconds(begun) * 1000));
        }
        return table;
    }

    private Table searches(Server server) throws IOException, InterruptedException {
        for (int search = 0; search < SEARCHES; search++) {
            visitor.page(search(server, events.piece(1 + search % 6)));
        }
        var table = new Table("search", "p50, ms", "p99, ms", "goal");
        for (int length : new int[] {1, 2, 3, 6}) {
            add(table, server, length + (length == 1 ? " character" : " characters"), () -> events.piece(length));
        }
        add(table, server, "two words", () -> events.piece(2) + " " + events.piece(2));
        return table;
    }

    private void add(Table table, Server server, String name, Supplier<String> queries)
            throws IOException, InterruptedException {
        var millis = new ArrayList<Double>();
        for (int search = 0; search < SEARCHES; search++) {
            var address = search(server, queries.get());
            long begun = System.nanoTime();
            visitor.page(address);
            millis.add(seconds(begun) * 1000);
        }
        var samples = new Samples(millis);
        table.add(
                name,
                "%.1f".formatted(samples.median()),
                Table.judged("%.1f", samples.percentile(99), SEARCH_MILLIS),
                "≤ %.0f".formatted(SEARCH_MILLIS));
    }

    private static URI search(Server server, String query) {
        return server.at("/search?q=" + encode(query));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
