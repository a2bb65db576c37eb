package kakolog.material;

import kakolog.access.Audience;
import kakolog.blob.BlobId;
import kakolog.blob.Kept;

/** The bytes of a material at one moment, guarded as the material is. */
public record ShownFile(Shown shown, Revision revision, Content.File file) implements Kept {
    @Override
    public BlobId blob() {
        return file.blob();
    }

    @Override
    public Audience audience() {
        return shown.audience();
    }

    @Override
    public boolean isHidden() {
        return shown.isHidden();
    }
}
