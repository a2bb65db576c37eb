package kakolog.material;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The list of names at the end of a zip, read within bounds: the JDK's own reader takes all of it into memory, however long it
 * is. The layout is that of PKWARE's APPNOTE 6.3, 4.3.12 and 4.3.16; zips beyond 4 GB (Zip64) are seen to be zips, no more.
 */
final class ZipDirectory implements AutoCloseable {
    private static final int ENTRY = 0x02014b50;
    private static final int LOCAL_ENTRY = 0x04034b50;
    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int ENTRY_SIZE = 46;
    private static final int MOST_BYTES = 4_000_000;

    private final FileChannel channel;
    private final long size;

    ZipDirectory(Path file) throws IOException {
        channel = FileChannel.open(file);
        size = channel.size();
    }

    /** Whether the file is a zip from its first byte to its last. */
    boolean isThere() throws IOException {
        var start = read(0, 4);
        return start.remaining() == 4 && (start.getInt(0) == LOCAL_ENTRY || start.getInt(0) == END) && end() != null;
    }

    /** So many first bytes, or fewer where there are no more. */
    byte[] start(int length) throws IOException {
        var bytes = new byte[(int) Math.min(length, size)];
        read(0, bytes.length).get(bytes);
        return bytes;
    }

    /** How many bytes the first entry takes, by its own word. */
    long firstSize() throws IOException {
        var size = read(18, 4);
        return size.remaining() == 4 ? Integer.toUnsignedLong(size.getInt()) : 0;
    }

    /** Whether for each of these there is a name that it is true of, among the first 4 MB of the list. */
    boolean hasAll(List<Predicate<String>> wanted) throws IOException {
        var end = end();
        if (end == null) {
            return false;
        }
        long at = Integer.toUnsignedLong(end.getInt(16));
        int length = (int) Math.min(MOST_BYTES, Integer.toUnsignedLong(end.getInt(12)));
        var missing = new ArrayList<>(wanted);
        var entries = read(at, length);
        while (!missing.isEmpty() && entries.remaining() >= ENTRY_SIZE && entries.getInt(entries.position()) == ENTRY) {
            var name = nextName(entries);
            missing.removeIf(predicate -> predicate.test(name));
        }
        return missing.isEmpty();
    }

    private static String nextName(ByteBuffer entries) {
        int start = entries.position();
        int nameLength = Short.toUnsignedInt(entries.getShort(start + 28));
        int others =
                Short.toUnsignedInt(entries.getShort(start + 30)) + Short.toUnsignedInt(entries.getShort(start + 32));
        entries.position(start + ENTRY_SIZE);
        var name = new byte[Math.min(nameLength, entries.remaining())];
        entries.get(name);
        entries.position(entries.position() + Math.min(others, entries.remaining()));
        return new String(name, StandardCharsets.UTF_8);
    }

    /** The record that ends a zip, after which only a comment of the length that it tells may follow; null where there is none. */
    private @Nullable ByteBuffer end() throws IOException {
        int length = (int) Math.min(size, END_SIZE + LONGEST_COMMENT);
        var tail = read(size - length, length);
        for (int at = length - END_SIZE; at >= 0; at--) {
            if (tail.getInt(at) == END && Short.toUnsignedInt(tail.getShort(at + 20)) == length - at - END_SIZE) {
                return tail.slice(at, END_SIZE).order(ByteOrder.LITTLE_ENDIAN);
            }
        }
        return null;
    }

    private ByteBuffer read(long at, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) >= 0) {
            // until it is full or the file ends
        }
        return bytes.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
