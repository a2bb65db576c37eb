package kakolog.blob;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Looks whether the file of a blob is what it should be. */
final class Inspection {
    private static final int AT_ONCE = 256 * 1024;

    private Inspection() {}

    static Optional<String> fault(Path file, BlobId blob, long size) {
        try {
            long found = Files.size(file);
            return found == size
                    ? Optional.empty()
                    : Optional.of("blob " + blob + " has " + found + " bytes instead of " + size);
        } catch (NoSuchFileException missing) {
            return Optional.of("blob " + blob + " is missing");
        } catch (IOException unreadable) {
            return Optional.of("blob " + blob + " cannot be read: " + unreadable.getMessage());
        }
    }

    static Optional<String> fullFault(Path file, BlobId blob, long size) {
        var fault = fault(file, blob, size);
        if (fault.isPresent()) {
            return fault;
        }
        try {
            return hash(file).equals(blob)
                    ? Optional.empty()
                    : Optional.of("blob " + blob + " has other bytes than it had");
        } catch (IOException unreadable) {
            return Optional.of("blob " + blob + " cannot be read: " + unreadable.getMessage());
        }
    }

    private static BlobId hash(Path file) throws IOException {
        var digest = BlobId.digest();
        var buffer = ByteBuffer.allocate(AT_ONCE);
        try (var channel = Files.newByteChannel(file)) {
            while (channel.read(buffer) >= 0) {
                digest.update(buffer.flip());
                buffer.clear();
            }
        }
        return BlobId.of(digest);
    }
}
