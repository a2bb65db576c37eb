package kakolog.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Files as memory, so that the kernel sends them without a copy through ours: 0.26 to 0.3 s of processor time a GB, where
 * reading into buffers takes 0.4 to 0.6 s. They must never be changed in place, only replaced by another file. Thread safe.
 */
final class MappedFiles {
    /** A mapping costs a few system calls and page faults, which small files do not bring back. */
    private static final int WORTH_MAPPING = 262_144;
    /** A buffer holds at most 2 GB. */
    private static final long WINDOW = 1L << 30;

    /** Mappings are undone by the garbage collector, so there must not be one for each request. */
    private final Cache<Window, ByteBuffer> mapped =
            Caffeine.newBuilder().maximumSize(64).executor(Runnable::run).build();

    private record Window(Path file, String tag, long number) {}

    /**
     * So many of these bytes as can be had at once, from the first on.
     *
     * @param first the number of the first byte wanted, from 0
     * @param last the number of the last one
     */
    ByteBuffer bytes(StoredFile stored, long first, long last) throws IOException {
        if (stored.size < WORTH_MAPPING) {
            return read(stored.file, first, (int) (last - first + 1));
        }
        long number = first / WINDOW;
        var key = new Window(stored.file, stored.entityTag, number);
        var window = mapped.getIfPresent(key);
        if (window == null) {
            window = map(stored, number);
            mapped.put(key, window);
        }
        int begin = (int) (first - number * WINDOW);
        return window.slice(begin, (int) Math.min(last - first + 1, window.limit() - (long) begin));
    }

    private static ByteBuffer map(StoredFile stored, long number) throws IOException {
        try (var channel = FileChannel.open(stored.file, StandardOpenOption.READ)) {
            long begin = number * WINDOW;
            complete(stored.file, stored.size, channel.size());
            return channel.map(MapMode.READ_ONLY, begin, Math.min(WINDOW, stored.size - begin));
        }
    }

    private static ByteBuffer read(Path file, long first, int length) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var buffer = ByteBuffer.allocate(length);
            while (buffer.hasRemaining()) {
                int read = channel.read(buffer, first + buffer.position());
                if (read < 0) {
                    complete(file, first + length, channel.size());
                }
            }
            return buffer.flip();
        }
    }

    private static void complete(Path file, long expected, long found) throws IOException {
        if (found < expected) {
            throw new IOException(file.getFileName() + " has " + found + " bytes, not " + expected);
        }
    }
}
