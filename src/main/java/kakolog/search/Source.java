package kakolog.search;

import java.util.List;

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
}
