package kakolog.material;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kakolog.blob.BlobStore;
import kakolog.blob.FileName;
import kakolog.blob.Receiving;
import kakolog.web.TooLarge;
import kakolog.web.Upload;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of one form: each is checked while the next one comes, and kept once the whole form is there and somebody takes
 * them. Closed before that, nothing of them stays. For one thread.
 */
final class Intake implements Upload.Parts, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final String FILE = "file";
    private static final long STEP = 16_000_000;

    private final BlobStore blobs;
    private final SizeLimit limit;
    private final Map<String, String> fields = new HashMap<>();
    private final List<Sent> sent = new ArrayList<>();
    private final List<Receiving> received = new ArrayList<>();
    private final List<Sound> sound = new ArrayList<>();
    private List<CheckedUpload> taken = List.of();

    Intake(BlobStore blobs, SizeLimit limit) {
        this.blobs = blobs;
        this.limit = limit;
    }

    /**
     * One file that was sent.
     *
     * @param name as the sender calls it
     * @param refusal why it is not taken; null where it can be
     */
    record Sent(String name, NotTaken.@Nullable Reason refusal) {}

    /** One that can be taken. */
    private record Sound(FileName name, FileType type, Receiving received) {}

    @Override
    public void field(String name, String text) {
        fields.putIfAbsent(name, text);
    }

    @Override
    public Upload.FilePart file(String field, String fileName) {
        // What a browser sends where no file was chosen.
        return fileName.isEmpty() || !field.equals(FILE) ? NOTHING : new Incoming(fileName);
    }

    /** What the form says besides its files; empty where the field is missing or blank. */
    Optional<String> text(String field) {
        return Optional.ofNullable(fields.get(field)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** All that was sent, in order. */
    List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** Keeps those that can be taken, in order; it is called once the form is complete. */
    List<CheckedUpload> take() {
        if (taken.isEmpty()) {
            taken = sound.stream()
                    .map(file -> CheckedUpload.keep(file.name(), file.type(), file.received()))
                    .toList();
        }
        return taken;
    }

    /** How many can be taken. */
    int soundFiles() {
        return sound.size();
    }

    private static final Upload.FilePart NOTHING = new Upload.FilePart() {
        @Override
        public void take(ByteBuffer bytes) {
            bytes.position(bytes.limit());
        }

        @Override
        public void end() {
            // there was nothing
        }
    };

    /** A file that is coming. One that will not be taken is read to its end, so that the others of the form are. */
    private final class Incoming implements Upload.FilePart {
        private final String sentName;
        private @Nullable FileName name;
        private @Nullable Receiving receiving;
        private NotTaken.@Nullable Reason refusal;
        private long size;
        private long room;

        Incoming(String sentName) {
            this.sentName = sentName;
            try {
                name = CheckedUpload.nameOf(sentName);
            } catch (NotTaken bad) {
                refusal = bad.reason();
            }
        }

        @Override
        public void take(ByteBuffer bytes) {
            size += bytes.remaining();
            if (size > limit.bytes()) {
                throw new TooLarge(limit.words());
            }
            if (refusal != null) {
                bytes.position(bytes.limit());
                return;
            }
            if (size > room) {
                // Not all that comes is announced, and others send meanwhile.
                blobs.makeRoomFor(STEP);
                room += STEP;
            }
            var into = receiving;
            if (into == null) {
                into = blobs.receive();
                receiving = into;
                received.add(into);
            }
            into.write(bytes);
        }

        @Override
        public void end() {
            var whole = receiving;
            var wanted = name;
            if (refusal != null || wanted == null) {
                sent.add(new Sent(sentName, refusal));
            } else if (whole == null) {
                sent.add(new Sent(sentName, NotTaken.Reason.EMPTY));
            } else {
                check(wanted, whole);
            }
        }

        private void check(FileName wanted, Receiving whole) {
            try {
                sound.add(new Sound(wanted, CheckedUpload.examine(wanted, whole), whole));
                sent.add(new Sent(sentName, null));
            } catch (NotTaken lies) {
                sent.add(new Sent(sentName, lies.reason()));
            }
        }
    }

    /** What could not be put away is swept at the next start: the answer need not wait for that. */
    @Override
    public void close() {
        for (var one : received) {
            try {
                one.close();
            } catch (RuntimeException failed) {
                LOG.warn("a file that was sent could not be put away", failed);
            }
        }
    }
}
