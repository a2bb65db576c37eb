package kakolog.material;

import kakolog.blob.BlobId;
import kakolog.blob.KeyedTags;
import kakolog.db.Secrets;

/** The entity tags of files: another one for other bytes, and nothing to be learned from them. Thread safe. */
public final class EntityTags {
    private final KeyedTags tags;

    /** Asks for the key when first used. */
    public EntityTags(Secrets secrets) {
        this.tags = new KeyedTags(secrets::tagKey);
    }

    /** The tag of a file, 22 characters without quotation marks. */
    public String of(ShownFile file) {
        return of(file.blob(), file.shown().material().id(), file.revision().number());
    }

    /** The tag of something that was made of a file, as the picture of a page. */
    public String of(ShownFile file, String part) {
        return tags.of(file.blob() + "/" + file.shown().material().id() + "/" + part);
    }

    /** The tag of what a revision of a material holds. */
    public String of(BlobId blob, long material, int revision) {
        return tags.of(blob + "/" + material + "/" + revision);
    }
}
