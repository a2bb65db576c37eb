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
    /** An entry takes 46 bytes and its name. */
    private static final long LONGEST_DIRECTORY = 64L << 20;

    private static final int END = 0x06054B50;
    private static final int END_LENGTH = 22;
    private static final int LOCATOR = 0x07064B50;
    private static final int LOCATOR_LENGTH = 20;
    private static final int END64 = 0x06064B50;
    private static final int LONGEST_COMMENT = 65_535;

    private ZipEnds() {}

    /** Whether no directory that any reader might find in it is longer than ours may be. */
    static boolean areModest(Path zip) throws IOException {
        try (var file = new RandomAccessFile(zip.toFile(), "r")) {
            int length = (int) Math.min(file.length(), END_LENGTH + LONGEST_COMMENT + LOCATOR_LENGTH);
            var tail = bytes(file, file.length() - length, length);
            // Readers differ in which end they take where there are several, so all of them count.
            for (int at = length - END_LENGTH; at >= 0; at--) {
                if (tail.getInt(at) == END
                        && (directory(tail, at) > LONGEST_DIRECTORY || !isModest64(file, tail, at))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** All ones means that the larger end before it says how long the directory is. */
    private static long directory(ByteBuffer tail, int end) {
        long length = Integer.toUnsignedLong(tail.getInt(end + 12));
        return length == 0xFFFF_FFFFL ? 0 : length;
    }

    private static boolean isModest64(RandomAccessFile file, ByteBuffer tail, int end) throws IOException {
        int locator = end - LOCATOR_LENGTH;
        if (locator < 0 || tail.getInt(locator) != LOCATOR) {
            return true;
        }
        long at = tail.getLong(locator + 8);
        if (at < 0 || at > file.length() - 56) {
            return true;
        }
        var end64 = bytes(file, at, 56);
        long length = end64.getLong(40);
        return end64.getInt(0) != END64 || (length >= 0 && length <= LONGEST_DIRECTORY);
    }

    private static ByteBuffer bytes(RandomAccessFile file, long from, int length) throws IOException {
        var bytes = new byte[length];
        file.seek(from);
        file.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
