package kakolog.material;

import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Random;
import kakolog.blob.BlobStore;
import kakolog.db.Database;
import kakolog.record.Change;
import kakolog.record.Changes;

/**
 * A process that uploads without end from two threads, and says which step each begins, and of each material that it is
 * kept: {@code kept ID REVISION SHA-256 SIZE.} It is made to be killed.
 */
final class EndlessUploads {
    /** Of one upload, in this order; each may be killed. */
    enum Step {
        RECEIVING,
        CHECKING,
        ADDING,
        REPLACING
    }

    private static final Change.By SOMEBODY = new Change.By("11", "Hanako");
    private static final int LARGEST = 300_000;

    private final BlobStore blobs;
    private final Materials materials;
    private final PrintStream said;

    private EndlessUploads(BlobStore blobs, Materials materials, PrintStream said) {
        this.blobs = blobs;
        this.materials = materials;
        this.said = said;
    }

    public static void main(String[] words) {
        var folder = Path.of(words[0]);
        long seed = Long.parseLong(words[1]);
        var database = Database.openKept(folder.resolve("kakolog.db"), 2);
        var blobs = new BlobStore(folder.resolve("blobs"));
        var materials = new Materials(database, new Changes(database));
        var uploading =
                new EndlessUploads(blobs, materials, new PrintStream(System.out, false, StandardCharsets.UTF_8));
        blobs.sweep(materials::blobs);
        new Thread(() -> uploading.upload(new Random(seed))).start();
        new Thread(() -> uploading.upload(new Random(-seed))).start();
    }

    private void upload(Random random) {
        var own = new ArrayList<Long>();
        while (true) {
            try (var receiving = blobs.receive()) {
                var bytes = new byte[1 + random.nextInt(LARGEST)];
                random.nextBytes(bytes);
                say(Step.RECEIVING.name());
                receiving.write(ByteBuffer.wrap(SampleFiles.text("%PDF-1.7\n")));
                receiving.write(ByteBuffer.wrap(bytes));
                say(Step.CHECKING.name());
                var upload = CheckedUpload.check(CheckedUpload.nameOf("slides.pdf"), receiving);
                boolean anew = own.isEmpty() || random.nextInt(4) > 0;
                long id = anew ? add(upload) : replace(own.get(random.nextInt(own.size())), upload);
                own.add(id);
                acknowledge(id, upload);
            }
        }
    }

    private long add(CheckedUpload upload) {
        say(Step.ADDING.name());
        var addition = Addition.of(Evenings.JULY, upload, new Title("slides"), Publication.Never.INSTANCE);
        return materials.add(addition, SOMEBODY, Instant.EPOCH).id();
    }

    private long replace(long id, CheckedUpload upload) {
        say(Step.REPLACING.name());
        var outcome = materials.replace(id, upload.file(), Materials.WHATEVER, SOMEBODY, Instant.EPOCH);
        if (outcome != Outcome.DONE) {
            throw new IllegalStateException("not replaced: " + outcome);
        }
        return id;
    }

    private void acknowledge(long id, CheckedUpload upload) {
        int revision = materials.byId(id).orElseThrow().latest().number();
        say("kept " + id + " " + revision + " " + upload.blob() + " "
                + upload.file().size() + ".");
    }

    private void say(String line) {
        synchronized (said) {
            said.print(line + "\n");
            said.flush();
        }
    }
}
