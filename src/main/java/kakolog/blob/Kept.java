package kakolog.blob;

import kakolog.access.Guarded;

/** A guarded thing whose bytes are kept as a blob. */
public interface Kept extends Guarded {
    BlobId blob();
}
