package kakolog.chat;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Remembers whether a reader wanted more than there is: then what it found wrong is that the rest is missing. */
final class Ending extends FilterInputStream {
    private boolean reached;

    Ending(InputStream in) {
        super(in);
    }

    boolean isReached() {
        return reached;
    }

    @Override
    public int read() throws IOException {
        int read = in.read();
        reached |= read < 0;
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        reached |= read < 0;
        return read;
    }
}
