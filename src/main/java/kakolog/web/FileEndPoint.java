package kakolog.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * A connection on which the kernel sends files by itself ({@code sendfile}): a third of the processor time that writing mapped
 * memory takes. Jetty (12.1.12) never does so.
 */
final class FileEndPoint extends SocketChannelEndPoint {
    private final SocketChannel socket;
    private final Object closing = new Object();
    private volatile @Nullable Region next;

    /**
     * Bytes of a file, and the buffer that stands for them on its way through Jetty.
     *
     * @param first of the file, for position 0 of the buffer
     */
    private record Region(ByteBuffer buffer, FileChannel file, long first) {}

    FileEndPoint(SocketChannel socket, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
        super(socket, selector, key, scheduler);
        this.socket = socket;
    }

    /**
     * Says that a buffer about to be written holds bytes of a file.
     *
     * @param first the number of the file's byte that is the buffer's first
     */
    void expect(ByteBuffer buffer, FileChannel file, long first) {
        next = new Region(buffer, file, first - buffer.position());
    }

    /** What comes before the file goes as ever; then the kernel takes of the file what the connection takes. */
    @Override
    @SuppressWarnings("ReferenceEquality") // another buffer with the same bytes is not the one that was said
    public boolean flush(ByteBuffer... buffers) throws IOException {
        var region = next;
        int last = buffers.length - 1;
        if (region == null || last < 0 || buffers[last] != region.buffer()) {
            return super.flush(buffers);
        }
        return (last == 0 || super.flush(Arrays.copyOf(buffers, last))) && send(region);
    }

    private boolean send(Region region) throws IOException {
        var buffer = region.buffer();
        try {
            long from = region.first() + buffer.position();
            long sent = transfer(region.file(), from, buffer.remaining());
            if (sent > 0) {
                notIdle();
                buffer.position(buffer.position() + (int) sent);
            } else {
                complete(region.file(), from);
            }
            if (buffer.hasRemaining()) {
                // Full: asked for more at once it would only say so again.
                return false;
            }
        } catch (ClosedChannelException closed) {
            // The file was put away meanwhile, or the connection is: the memory it is mapped to tells which.
            return super.flush(buffer);
        }
        next = null;
        return true;
    }

    /**
     * Never while the connection is being closed: before Java 20 nothing keeps the system from giving its number to another
     * connection meanwhile, which the bytes would go to.
     */
    private long transfer(FileChannel file, long from, int count) throws IOException {
        synchronized (closing) {
            if (!socket.isOpen()) {
                throw new ClosedChannelException();
            }
            return file.transferTo(from, count, socket);
        }
    }

    @Override
    public void doClose() {
        synchronized (closing) {
            super.doClose();
        }
    }

    /** Nothing is sent while the connection takes nothing; of a file that has become shorter nothing ever would be. */
    private static void complete(FileChannel file, long from) throws IOException {
        if (file.size() <= from) {
            throw new IOException("a file has become shorter while it was being sent");
        }
    }
}
