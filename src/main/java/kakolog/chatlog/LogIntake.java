package kakolog.chatlog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import kakolog.blob.BlobStore;
import kakolog.blob.DiskFull;
import kakolog.blob.Receiving;
import kakolog.chat.NamedFile;
import kakolog.web.Asking;
import kakolog.web.BadInput;
import kakolog.web.DiskIsFull;
import kakolog.web.TooLarge;
import kakolog.web.TooOften;
import kakolog.web.Upload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of one form that brings a log: they lie where nothing is kept until the import is over. For one thread. */
final class LogIntake implements Upload.Parts {
    private static final Logger LOG = LoggerFactory.getLogger(LogIntake.class);
    private static final Semaphore SLOTS = new Semaphore(2);
    private static final Duration LATER = Duration.ofSeconds(10);
    private static final int MOST_FILES = 2_000;
    /** A few fields come beside them. */
    private static final int MOST_PARTS = MOST_FILES + 100;

    private static final long STEP = 64_000_000;

    /** An export with its media may be many times as large as one file of materials. */
    static final long MOST_BYTES = 4_000_000_000L;

    static final String MOST_WORDS = "4 GB";

    private final BlobStore blobs;
    private final Map<String, String> fields = new HashMap<>();
    private final List<Receiving> received = new ArrayList<>();
    private final List<NamedFile> files = new ArrayList<>();
    private long size;
    private long room;

    private LogIntake(BlobStore blobs) {
        this.blobs = blobs;
    }

    /**
     * Reads the form. Whoever calls hands {@link #putAway} on, or runs it.
     *
     * @throws TooOften where as many are under way as may be
     * @throws DiskIsFull where there is no room
     */
    static LogIntake read(Asking asking, BlobStore blobs) {
        var upload = asking.files();
        if (!SLOTS.tryAcquire()) {
            upload.dropSome();
            throw new TooOften(LATER);
        }
        var intake = new LogIntake(blobs);
        boolean whole = false;
        try {
            if (upload.announced() > 0) {
                blobs.makeRoomFor(Math.min(upload.announced(), MOST_BYTES));
            }
            upload.read(MOST_BYTES, MOST_WORDS, MOST_PARTS, intake);
            whole = true;
            return intake;
        } catch (DiskFull full) {
            upload.dropSome();
            throw new DiskIsFull();
        } catch (IOException brokenOff) {
            throw new BadInput("upload.malformed", "");
        } finally {
            SLOTS.release();
            if (!whole) {
                intake.putAway();
            }
        }
    }

    @Override
    public void field(String name, String text) {
        fields.putIfAbsent(name, text);
    }

    /** What the form says besides its files; empty where the field is missing or blank. */
    Optional<String> text(String field) {
        return Optional.ofNullable(fields.get(field)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** What was sent, under the names that it was sent by. */
    List<NamedFile> files() {
        return List.copyOf(files);
    }

    @Override
    public Upload.FilePart file(String field, String fileName) {
        if (fileName.isEmpty() || !field.equals("file")) {
            return Nothing.INSTANCE;
        }
        if (received.size() == MOST_FILES) {
            throw new TooLarge(MOST_WORDS);
        }
        var receiving = blobs.receive();
        received.add(receiving);
        files.add(NamedFile.sent(receiving.file(), fileName));
        return new Upload.FilePart() {
            @Override
            public void take(ByteBuffer bytes) {
                size += bytes.remaining();
                if (size > MOST_BYTES) {
                    throw new TooLarge(MOST_WORDS);
                }
                if (size > room) {
                    blobs.makeRoomFor(STEP);
                    room += STEP;
                }
                receiving.write(bytes);
            }

            @Override
            public void end() {
                // it is looked into when all are there
            }
        };
    }

    /** What a browser sends where no file was chosen. */
    private enum Nothing implements Upload.FilePart {
        INSTANCE;

        @Override
        public void take(ByteBuffer bytes) {
            bytes.position(bytes.limit());
        }

        @Override
        public void end() {
            // there was nothing
        }
    }

    /** What could not be put away is swept at the next start. */
    void putAway() {
        for (var one : received) {
            try {
                one.close();
            } catch (RuntimeException failed) {
                LOG.warn("a file that was sent could not be put away", failed);
            }
        }
    }
}
