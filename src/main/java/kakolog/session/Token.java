package kakolog.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Secrets of 256 random bits as cookies carry them, and what is derived from them. */
final class Token {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
    /** 32 bytes in Base64. */
    private static final int LENGTH = 43;

    private Token() {}

    static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return TEXT.encodeToString(bytes);
    }

    /** Whether it could be one of ours at all. */
    static boolean isWellFormed(String token) {
        return token.length() == LENGTH;
    }

    /** What is kept of a token: whoever reads it cannot make the token of it. */
    static String hash(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return TEXT.encodeToString(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** The value that forms of a session carry: it follows from the session's token and says nothing of it. */
    static String csrf(String token) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return TEXT.encodeToString(mac.doFinal("csrf".getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
