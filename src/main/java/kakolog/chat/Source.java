package kakolog.chat;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** One file of those handed in: the documents in it, and the media that came with them. */
sealed interface Source extends Closeable permits JsonSource, ZipSource {

    /** One JSON document, not yet looked into. */
    record Written(String name, long bytes, Opening opening) {}

    /** Opens a document from its start. */
    interface Opening {
        InputStream open() throws IOException;
    }

    List<Written> documents() throws BadExport;

    /**
     * A medium that came with them; empty where it did not, or where the location leads elsewhere.
     *
     * @param most bytes it may have
     */
    Optional<InputStream> open(String location, long most) throws IOException;

    @Override
    void close() throws IOException;
}
