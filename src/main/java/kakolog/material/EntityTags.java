package kakolog.material;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import kakolog.blob.BlobId;
import kakolog.db.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * The entity tags of files: another one for other bytes, and nothing to be learned from them, not even whether two materials
 * are the same file. Thread safe.
 */
public final class EntityTags {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;

    private final Secrets secrets;
    private @Nullable SecretKeySpec key;

    /** Asks for the key when first used. */
    public EntityTags(Secrets secrets) {
        this.secrets = secrets;
    }

    /** The tag of a file, 22 characters without quotation marks. */
    public String of(ShownFile file) {
        return of(file.blob(), file.shown().material().id(), file.revision().number());
    }

    /** The tag of something that was made of a file, as the picture of a page. */
    public String of(ShownFile file, String part) {
        return of(file.blob() + "/" + file.shown().material().id() + "/" + part);
    }

    /** The tag of what a revision of a material holds. */
    public String of(BlobId blob, long material, int revision) {
        return of(blob + "/" + material + "/" + revision);
    }

    private String of(String what) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            var tag = Arrays.copyOf(mac.doFinal(what.getBytes(StandardCharsets.US_ASCII)), BYTES);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(tag);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private synchronized SecretKeySpec key() {
        var known = key;
        if (known == null) {
            known = new SecretKeySpec(secrets.tagKey(), ALGORITHM);
            key = known;
        }
        return known;
    }
}
