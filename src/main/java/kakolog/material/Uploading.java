package kakolog.material;

import java.io.IOException;
import java.util.function.Function;
import kakolog.blob.BlobStore;
import kakolog.blob.DiskFull;
import kakolog.web.Asking;
import kakolog.web.BadInput;
import kakolog.web.DiskIsFull;
import kakolog.web.TooLarge;

/** Takes the files of a form: a few forms at a time, none larger than is said, none that the disk has no room for. */
final class Uploading {
    private final BlobStore blobs;
    private final SizeLimit limit;
    private final UploadSlots slots = new UploadSlots();

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
     * @throws TooLarge where a file, or all together, is too large
     * @throws DiskIsFull where there is no room
     */
    <T> T receive(Asking asking, int mostFiles, Function<Intake, T> use) {
        slots.take();
        try (var intake = new Intake(blobs, limit)) {
            var upload = asking.files();
            if (upload.announced() > 0) {
                blobs.makeRoomFor(Math.min(upload.announced(), limit.bytes() * mostFiles));
            }
            upload.read(limit.bytes() * mostFiles, limit.words(), intake);
            return use.apply(intake);
        } catch (DiskFull full) {
            throw new DiskIsFull();
        } catch (IOException brokenOff) {
            throw new BadInput("upload.malformed", "");
        } finally {
            slots.giveBack();
        }
    }
}
