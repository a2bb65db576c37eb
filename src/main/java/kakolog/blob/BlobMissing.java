package kakolog.blob;

/** Bytes that should be kept are not there: somebody has tampered with the folder, or the disk is broken. */
public final class BlobMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BlobMissing(BlobId blob) {
        super("blob " + blob + " is not there; `kakolog doctor` lists all such faults");
    }
}
