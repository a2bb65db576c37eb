package kakolog.blob;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Entity tags from which nothing can be learned, not even whether two things are the same file. Thread safe. */
public final class KeyedTags {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;

    private final Supplier<byte[]> secret;
    private @Nullable SecretKeySpec key;

    /** @param secret asked for when first used */
    public KeyedTags(Supplier<byte[]> secret) {
        this.secret = secret;
    }

    /** The tag of what this text names to the last byte, 22 characters without quotation marks. */
    public String of(String what) {
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
            known = new SecretKeySpec(secret.get(), ALGORITHM);
            key = known;
        }
        return known;
    }
}
