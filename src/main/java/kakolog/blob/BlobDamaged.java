package kakolog.blob;

/** The file of a blob holds other bytes than those that were kept: it is not handed out. */
public final class BlobDamaged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BlobDamaged(String fault) {
        super(fault + "; the command doctor tells which material it belongs to");
    }
}
