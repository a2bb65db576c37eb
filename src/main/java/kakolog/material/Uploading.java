package kakolog.material;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import kakolog.blob.BlobStore;
import kakolog.blob.DiskFull;
import kakolog.web.Asking;
import kakolog.web.BadInput;
import kakolog.web.DiskIsFull;
import kakolog.web.TooLarge;
import kakolog.web.TooOften;

/** Takes the files of a form: a few forms at a time, none larger than is said, none that the disk has no room for. */
final class Uploading {
    /** Each holds a thread and a share of the disk. */
    private static final int SLOTS = 4;

    private static final Duration LATER = Duration.ofSeconds(5);

    private final BlobStore blobs;
    private final SizeLimit limit;
    private final Semaphore slots = new Semaphore(SLOTS);

    Uploading(BlobStore blobs, SizeLimit limit) {
        this.blobs = blobs;
        this.limit = limit;
    }

    SizeLimit limit() {
        return limit;
    }

    /**
     * Reads the form and does something with what has come; the files stay only if it makes materials of them.
     *
     * @param mostFiles so many files of full size may come at once
     * @throws TooOften where as many are under way as may be
     * @throws TooLarge where a file, or all together, is too large
     * @throws DiskIsFull where there is no room
     */
    <T> T receive(Asking asking, int mostFiles, Function<Intake, T> use) {
        var upload = asking.files();
        if (!slots.tryAcquire()) {
            upload.dropSome();
            throw new TooOften(LATER);
        }
        try (var intake = new Intake(blobs, limit)) {
            if (upload.announced() > 0) {
                blobs.makeRoomFor(Math.min(upload.announced(), limit.bytes() * mostFiles));
            }
            upload.read(limit.bytes() * mostFiles, limit.words(), intake);
            return use.apply(intake);
        } catch (DiskFull full) {
            upload.dropSome();
            throw new DiskIsFull();
        } catch (IOException brokenOff) {
            throw new BadInput("upload.malformed", "");
        } finally {
            slots.release();
        }
    }
}
