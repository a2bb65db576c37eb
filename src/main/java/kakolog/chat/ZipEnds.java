package kakolog.chat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * Looks at the end of a zip before anybody opens it: the JDK takes a whole directory into memory, however long it claims to
 * be, up to two gigabytes.
 */
final class ZipEnds {
    private static final int END = 0x06054B50;
    private static final int END_LENGTH = 22;
    private static final int LOCATOR = 0x07064B50;
    private static final int LOCATOR_LENGTH = 20;
    private static final int END64 = 0x06064B50;
    private static final int LONGEST_COMMENT = 65_535;

    private ZipEnds() {}

    /** How long the longest directory is that any reader might find in it, in bytes. */
    static long longestDirectory(Path zip) throws IOException {
        try (var file = new RandomAccessFile(zip.toFile(), "r")) {
            int length = (int) Math.min(file.length(), END_LENGTH + LONGEST_COMMENT + LOCATOR_LENGTH);
            var tail = bytes(file, file.length() - length, length);
            long longest = 0;
            // Readers differ in which end they take where there are several, so all of them count.
            for (int at = length - END_LENGTH; at >= 0; at--) {
                if (tail.getInt(at) == END) {
                    longest = Math.max(longest, Math.max(directory(tail, at), directory64(file, tail, at)));
                }
            }
            return longest;
        }
    }

    /** All ones means that the larger end before it says how long the directory is. */
    private static long directory(ByteBuffer tail, int end) {
        long length = Integer.toUnsignedLong(tail.getInt(end + 12));
        return length == 0xFFFF_FFFFL ? 0 : length;
    }

    /** What a larger end says; one below zero is more than anything. */
    private static long directory64(RandomAccessFile file, ByteBuffer tail, int end) throws IOException {
        int locator = end - LOCATOR_LENGTH;
        if (locator < 0 || tail.getInt(locator) != LOCATOR) {
            return 0;
        }
        long at = tail.getLong(locator + 8);
        if (at < 0 || at > file.length() - 56) {
            return 0;
        }
        var end64 = bytes(file, at, 56);
        long length = end64.getInt(0) == END64 ? end64.getLong(40) : 0;
        return length < 0 ? Long.MAX_VALUE : length;
    }

    private static ByteBuffer bytes(RandomAccessFile file, long from, int length) throws IOException {
        var bytes = new byte[length];
        file.seek(from);
        file.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
