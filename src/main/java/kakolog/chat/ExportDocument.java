package kakolog.chat;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import kakolog.id.Snowflake;

/** One JSON document of an export: a channel or a thread, or a part of one. */
public final class ExportDocument {
    private static final Pattern PART = Pattern.compile("\\[part (\\d{1,6})]");

    /** Channels before their threads, and the parts of each in their order. */
    static final Comparator<ExportDocument> ORDER = Comparator.comparing(ExportDocument::isThread)
            .thenComparing(document -> document.channel.id().bits(), Long::compareUnsigned)
            .thenComparing(ExportDocument::part)
            .thenComparing(ExportDocument::name);

    private final Source.Written written;
    private final ExportChannel channel;

    private ExportDocument(Source.Written written, ExportChannel channel) {
        this.written = written;
        this.channel = channel;
    }

    static ExportDocument of(Source.Written written) throws BadExport, IOException {
        try (var start = written.opening().open()) {
            return new ExportDocument(written, ExportReader.channelOf(written.name(), start));
        } catch (IOException unreadable) {
            throw risen(written.name(), unreadable);
        }
    }

    /** What a zip makes of its entries is the zip's fault; a file that cannot be read rises as it is. */
    private static IOException risen(String file, IOException unreadable) throws BadExport {
        if (unreadable instanceof Unpacked.TooMuch) {
            throw (BadExport) BadExport.bomb(file).initCause(unreadable);
        }
        // The second comes from the inflater, where the entry ends too early.
        if (unreadable instanceof ZipException || unreadable instanceof EOFException) {
            throw (BadExport) BadExport.brokenZip(file).initCause(unreadable);
        }
        return unreadable;
    }

    /** The name of its file; in a zip after the name of the zip. */
    public String name() {
        return written.name();
    }

    /** The channel or thread that it is of. */
    public Snowflake channel() {
        return channel.id();
    }

    /** How the channel or thread is called. */
    public String title() {
        return channel.name();
    }

    public boolean isThread() {
        return channel.isThread();
    }

    /** How long its JSON is, as the file claims. */
    public long bytes() {
        return written.bytes();
    }

    private int part() {
        var part = PART.matcher(name());
        return part.find() ? Integer.parseInt(part.group(1)) : 1;
    }

    /** @param read is told the bytes of this document so far, about once for every quarter of a megabyte */
    void read(Listener listener, LongConsumer read) throws BadExport, IOException {
        try (var json = new Counted(written.opening().open(), read)) {
            ExportReader.read(written.name(), json, listener);
        } catch (IOException unreadable) {
            throw risen(written.name(), unreadable);
        }
    }

    /** Tells how much of it was read. */
    private static final class Counted extends FilterInputStream {
        private static final long STEP = 256 << 10;

        private final LongConsumer listener;
        private long count;
        private long told;

        Counted(InputStream in, LongConsumer listener) {
            super(in);
            this.listener = listener;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = in.read(buffer, offset, length);
            count += Math.max(0, read);
            if (read < 0 || count - told >= STEP) {
                told = count;
                listener.accept(count);
            }
            return read;
        }
    }
}
