package kakolog.operate;

import java.nio.file.Path;
import java.util.regex.Pattern;
import kakolog.blob.BlobStore;
import kakolog.blob.Holding;
import kakolog.db.DataFolder;

/** The files of materials while nobody may sweep them, and how they are named in a data folder as in a backup. */
final class HeldBlobs implements AutoCloseable {
    /** How a file is named: by its SHA-256. */
    static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

    private final Path data;
    private final Holding holding;

    /**
     * Waits for a sweep that is under way.
     *
     * @param data the data folder
     */
    HeldBlobs(Path data) {
        this.data = data;
        this.holding = new BlobStore(in(data)).hold();
    }

    /** Where a data folder has them. */
    static Path in(Path data) {
        return DataFolder.blobsIn(data);
    }

    /** Where a data folder has one of them, whose name must be right. */
    static Path file(Path data, String blob) {
        return data.resolve(entry(blob));
    }

    /** Its name below the data folder, and in a backup. */
    static String entry(String blob) {
        if (!NAME.matcher(blob).matches()) {
            throw new IllegalArgumentException("not the SHA-256 of a file: " + blob);
        }
        return "blobs/" + blob.substring(0, 2) + "/" + blob;
    }

    /** Where one of them is, whose name must be right. */
    Path file(String blob) {
        return file(data, blob);
    }

    @Override
    public void close() {
        holding.close();
    }
}
