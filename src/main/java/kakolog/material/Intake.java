package kakolog.material;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kakolog.blob.BlobStore;
import kakolog.blob.Receiving;
import kakolog.web.TooLarge;
import kakolog.web.Upload;
import org.jspecify.annotations.Nullable;

/**
 * The files of one form: each is checked and kept while the next one comes, and becomes a material once the whole form is
 * there. Closed before that, nothing of them stays. For one thread.
 */
final class Intake implements Upload.Parts, AutoCloseable {
    private static final String FILE = "file";

    private final BlobStore blobs;
    private final SizeLimit limit;
    private final Map<String, String> fields = new HashMap<>();
    private final List<Sent> sent = new ArrayList<>();
    private final List<Receiving> received = new ArrayList<>();

    Intake(BlobStore blobs, SizeLimit limit) {
        this.blobs = blobs;
        this.limit = limit;
    }

    /**
     * One file that was sent.
     *
     * @param name as the sender calls it
     * @param upload null where it was not taken
     * @param refusal why it was not; null where it was
     */
    record Sent(String name, @Nullable CheckedUpload upload, NotTaken.@Nullable Reason refusal) {}

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

    /** Those that were taken, in order. */
    List<CheckedUpload> taken() {
        return sent.stream()
                .flatMap(one -> Optional.ofNullable(one.upload()).stream())
                .toList();
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
                sent.add(new Sent(sentName, null, refusal));
            } else if (whole == null) {
                sent.add(new Sent(sentName, null, NotTaken.Reason.EMPTY));
            } else {
                check(wanted, whole);
            }
        }

        private void check(FileName wanted, Receiving whole) {
            try {
                sent.add(new Sent(sentName, CheckedUpload.check(wanted, whole), null));
            } catch (NotTaken lies) {
                sent.add(new Sent(sentName, null, lies.reason()));
            }
        }
    }

    @Override
    public void close() {
        received.forEach(Receiving::close);
    }
}
