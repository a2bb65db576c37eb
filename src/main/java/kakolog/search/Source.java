package kakolog.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import kakolog.id.EventSlug;

/**
 * A file as the index holds it.
 *
 * @param name such as {@code events/2021-05-18}
 * @param fingerprint tells this state of the file from any other, so that an unchanged one need not be read again
 * @param documents in the order in which those of one day and kind shall be found
 */
public record Source(String name, String fingerprint, List<Document> documents) {
    public Source {
        documents = List.copyOf(documents);
        for (var document : documents) {
            if (!document.source().equals(name)) {
                throw new IllegalArgumentException(
                        document.key() + " belongs to " + document.source() + ", not to " + name);
            }
        }
    }

    /** These documents under this name, with a fingerprint that follows from them. */
    public static Source of(String name, List<Document> documents) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            documents.forEach(document -> digest.update(document.toString().getBytes(StandardCharsets.UTF_8)));
            return new Source(name, HexFormat.of().formatHex(digest.digest(), 0, 16), documents);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** The names of all that is entered for one event: its agenda, and its materials. */
    static List<String> ofEvent(EventSlug event) {
        return List.of("events/" + event, "materials/" + event);
    }
}
