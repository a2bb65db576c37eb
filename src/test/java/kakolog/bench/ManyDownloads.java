package kakolog.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two hundred participants who take the same file at once, while somebody looks at the home page. */
final class ManyDownloads {
    private static final int DOWNLOADS = 200;
    private static final double MOST_MILLIS = 1000;

    private final Visitor visitor = new Visitor();

    /** @param expected the SHA-256 of the file */
    Table measure(Server kakolog, String path, String cookie, String expected)
            throws IOException, InterruptedException {
        var threads = Executors.newFixedThreadPool(DOWNLOADS);
        try {
            Callable<String> download = () -> hash(kakolog, path, cookie);
            long begun = System.nanoTime();
            var running = new ArrayList<Future<String>>();
            for (int i = 0; i < DOWNLOADS; i++) {
                running.add(threads.submit(download));
            }
            var home = homePages(kakolog, running);
            int right = right(running, expected);
            double seconds = (System.nanoTime() - begun) / 1e9;
            var table = new Table("%d downloads of 20 MB at once, -Xmx128m".formatted(DOWNLOADS), "measured", "goal");
            table.add("whole, with the right hash", right + " of " + DOWNLOADS, String.valueOf(DOWNLOADS));
            table.add(
                    "home page meanwhile, p95",
                    Table.judged("%.0f ms", new Samples(home).percentile(95), MOST_MILLIS),
                    "< %.0f ms".formatted(MOST_MILLIS));
            table.add("time for all", "%.1f s".formatted(seconds), "-");
            return table;
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Double> homePages(Server kakolog, List<Future<String>> running)
            throws IOException, InterruptedException {
        var millis = new ArrayList<Double>();
        while (running.stream().anyMatch(one -> !one.isDone())) {
            long begun = System.nanoTime();
            visitor.page(kakolog.at("/"));
            millis.add((System.nanoTime() - begun) / 1e6);
            Thread.sleep(20);
        }
        return millis;
    }

    private static int right(List<Future<String>> running, String expected) throws IOException, InterruptedException {
        int right = 0;
        for (var one : running) {
            try {
                right += one.get().equals(expected) ? 1 : 0;
            } catch (ExecutionException failed) {
                throw new IOException("a download failed", failed);
            }
        }
        return right;
    }

    private static String hash(Server kakolog, String path, String cookie)
            throws IOException, InterruptedException, NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        var request = HttpRequest.newBuilder(kakolog.at(path))
                .header("Cookie", cookie)
                .build();
        // A connection of its own each.
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        try (var body = client.send(request, BodyHandlers.ofInputStream()).body()) {
            var buffer = new byte[65_536];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
