package kakolog.chatlog;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import kakolog.chat.BadExport;
import kakolog.chat.Exports;
import kakolog.chat.Listener;
import kakolog.chat.Medium;
import kakolog.chat.NamedFile;

/** A log as somebody exported it: files with their media, or a zip of all. */
final class ExportSource implements LogSource {
    private final Exports exports;
    private final long mostBytes;
    private final Runnable putAway;

    private ExportSource(Exports exports, long mostBytes, Runnable putAway) {
        this.exports = exports;
        this.mostBytes = mostBytes;
        this.putAway = putAway;
    }

    /**
     * Looks into the files no further than to tell what they are.
     *
     * @param mostBytes of a file that belongs to the log
     * @param putAway run when it is over
     * @throws ImportFault where one is no log
     */
    static ExportSource of(List<NamedFile> files, long mostBytes, Runnable putAway) throws ImportFault, IOException {
        try {
            return new ExportSource(Exports.of(files), mostBytes, putAway);
        } catch (BadExport bad) {
            throw fault(bad);
        }
    }

    private static ImportFault fault(BadExport bad) {
        return new ImportFault(bad.key(), bad.arguments().toArray(String[]::new));
    }

    @Override
    public void readInto(Listener listener, DoubleConsumer progress)
            throws ImportFault, IOException, InterruptedException {
        try {
            exports.read(listener, (read, total) -> {
                if (Thread.currentThread().isInterrupted()) {
                    throw new Stopped();
                }
                progress.accept(total == 0 ? 1 : (double) read / total);
            });
        } catch (BadExport bad) {
            throw fault(bad);
        } catch (Stopped stopped) {
            throw new InterruptedException();
        }
    }

    @Override
    public boolean isNow() {
        return false;
    }

    /** Ends a reading in its middle. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super(null, null, false, false);
        }
    }

    @Override
    public Optional<InputStream> open(Medium medium) throws IOException {
        return exports.open(medium, mostBytes);
    }

    @Override
    public void close() throws IOException {
        try {
            exports.close();
        } finally {
            putAway.run();
        }
    }
}
