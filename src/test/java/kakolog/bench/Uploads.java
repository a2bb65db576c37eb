package kakolog.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Random;

/** What an upload of 200 MB takes, beside copying, hashing and syncing the same file. */
final class Uploads {
    private static final int ROUNDS = 3;
    private static final int MEGABYTES = 199;
    private static final double LEAST_SPEED = 0.5;

    private final Visitor visitor = new Visitor();
    private final Path folder;

    Uploads(Path folder) {
        this.folder = folder;
    }

    Table measure(Server kakolog, String organizer, String event) throws IOException, InterruptedException {
        var file = picture();
        var ours = new ArrayList<Double>();
        var theirs = new ArrayList<Double>();
        double before = 0;
        for (int round = 0; round <= ROUNDS; round++) {
            double upload = seconds(() -> visitor.upload(kakolog, organizer, event, file));
            double copy = seconds(() -> copy(file));
            if (round == 0) {
                before = kakolog.residentMegabytes();
            } else {
                ours.add(upload);
                theirs.add(copy);
            }
        }
        double ratio = new Samples(theirs).median() / new Samples(ours).median();
        var table = new Table("upload of %d MB".formatted(MEGABYTES), "measured", "goal");
        table.add("time", "%.2f s".formatted(new Samples(ours).median()), "-");
        table.add("cp, sha256sum and sync of it", "%.2f s".formatted(new Samples(theirs).median()), "-");
        table.add(
                "speed beside that",
                ratio < LEAST_SPEED ? "**%.2f**".formatted(ratio) : "%.2f".formatted(ratio),
                "≥ " + LEAST_SPEED);
        table.add(
                "resident memory, after the first and after %d more".formatted(ROUNDS),
                "%.0f MB, %.0f MB".formatted(before, kakolog.residentMegabytes()),
                "flat");
        return table;
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static double seconds(Work work) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }

    private void copy(Path file) throws IOException, InterruptedException {
        var copy = folder.resolve("copy");
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        int code = new ProcessBuilder("sh", "-c", "sha256sum copy > copy.sha256 && sync copy copy.sha256 .")
                .directory(folder.toFile())
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("sha256sum or sync: " + code);
        }
    }

    /** What passes for a picture: nothing of it is read but its beginning. */
    private Path picture() throws IOException {
        var file = Files.createDirectories(folder).resolve("large.png");
        var million = new byte[1_000_000];
        new Random(199).nextBytes(million);
        try (var out = Files.newOutputStream(file)) {
            out.write("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
            for (int i = 0; i < MEGABYTES; i++) {
                out.write(million);
            }
        }
        return file;
    }
}
