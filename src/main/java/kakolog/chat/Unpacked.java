package kakolog.chat;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/** What comes out of an entry of a zip, which may be anything: as much as it claims, and what was once packed. */
final class Unpacked extends FilterInputStream {
    /** Text packs 10:1 to 30:1; no log is packed like this one. */
    private static final long HIGHEST_RATIO = 200;

    private static final long SMALL = 50L << 20;

    private final ZipEntry entry;
    private final CRC32 sum = new CRC32();
    private long count;
    private boolean ended;

    /** More came out of it than it claims to hold, or than anything packs to. */
    static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;

        TooMuch() {
            super("the entry unpacks to more than it claims");
        }
    }

    Unpacked(InputStream in, ZipEntry entry) {
        super(in);
        this.entry = entry;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        if (read < 0) {
            checkWhole();
            return read;
        }
        sum.update(buffer, offset, read);
        count += read;
        if (count > entry.getSize() || (count > SMALL && count > HIGHEST_RATIO * entry.getCompressedSize())) {
            throw new TooMuch();
        }
        return read;
    }

    /** Read through {@link #read(byte[], int, int)}, so that it counts. */
    @Override
    public long skip(long length) throws IOException {
        var skipped = new byte[(int) Math.max(0, Math.min(length, 8_192))];
        return Math.max(0, read(skipped, 0, skipped.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void checkWhole() throws IOException {
        if (!ended && entry.getCrc() >= 0 && entry.getCrc() != sum.getValue()) {
            throw new ZipException("the entry is not what was packed");
        }
        ended = true;
    }
}
