package kakolog.operate;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/**
 * What a stream held.
 *
 * @param size in bytes
 * @param sha256 in hexadecimal
 */
record Copied(long size, String sha256) {
    private static final int BLOCK = 65_536;

    /** For who reads without watching. */
    static final LongConsumer UNWATCHED = bytes -> {};

    /**
     * Copies and hashes a stream to its end.
     *
     * @param most how much is written at most; of a longer stream the size is told as greater than this
     * @param watching told the bytes of each block
     * @throws InterruptedIOException where the thread is interrupted
     */
    static Copied of(InputStream in, OutputStream out, long most, LongConsumer watching) throws IOException {
        var digest = newDigest();
        var block = new byte[BLOCK];
        long size = 0;
        for (int read = in.read(block); read >= 0; read = in.read(block)) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("stopped");
            }
            size += read;
            if (size > most) {
                break;
            }
            digest.update(block, 0, read);
            out.write(block, 0, read);
            watching.accept(read);
        }
        return new Copied(size, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
