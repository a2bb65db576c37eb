package kakolog.chat;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an organizer hands in as a log: JSON files of DiscordChatExporter with their media beside them, zips of such files,
 * or both. For one thread at a time.
 */
public final class Exports implements Closeable {
    private final List<Source> sources;
    private final List<ExportDocument> documents;

    private Exports(List<Source> sources, List<ExportDocument> documents) {
        this.sources = List.copyOf(sources);
        this.documents = documents.stream().sorted(ExportDocument.ORDER).toList();
    }

    /**
     * Looks into the files no further than to tell what they are of; what begins as a zip is one, whatever it is called.
     *
     * @throws BadExport where one of them is no log
     * @throws IOException where one cannot be read
     */
    public static Exports of(List<NamedFile> files) throws BadExport, IOException {
        if (files.isEmpty()) {
            throw BadExport.nothing();
        }
        var sources = new ArrayList<Source>();
        var room = new ZipRoom();
        try {
            var documents = new ArrayList<ExportDocument>();
            for (var file : files) {
                var source = isZip(file) ? ZipSource.open(file, room) : new JsonSource(file);
                sources.add(source);
                for (var written : source.documents()) {
                    documents.add(ExportDocument.of(written));
                }
            }
            return new Exports(sources, documents);
        } catch (BadExport | IOException | RuntimeException failed) {
            closeAll(sources);
            throw failed;
        }
    }

    private static boolean isZip(NamedFile file) throws IOException {
        try (var start = Files.newInputStream(file.path())) {
            var first = start.readNBytes(4);
            // PK and then 3 4 for an entry, 5 6 for the end of an empty one, 7 8 for one in volumes.
            return first.length == 4 && first[0] == 'P' && first[1] == 'K' && first[2] < 9 && first[3] == first[2] + 1;
        }
    }

    /** Channels before their threads, and the parts of each in their order. */
    public List<ExportDocument> documents() {
        return documents;
    }

    /**
     * Reads all documents, one after another.
     *
     * @throws BadExport where one is no export, or not a whole one: then nothing of what was told counts
     */
    public void read(Listener listener, Progress progress) throws BadExport, IOException {
        long total = documents.stream().mapToLong(ExportDocument::bytes).sum();
        long before = 0;
        for (var document : documents) {
            long start = before;
            document.read(listener, read -> progress.at(Math.min(start + read, total), total));
            before += document.bytes();
        }
    }

    /**
     * The bytes of a medium that came with the log: out of the zip, or a plain file under the folder of a JSON file. Empty
     * where it is an address, did not come, leads elsewhere, or is larger than it may be.
     *
     * @param most bytes it may have
     * @throws IOException where it cannot be read; while reading too, where more comes out of a zip than it claimed
     */
    public Optional<InputStream> open(Medium medium, long most) throws IOException {
        if (medium.isRemote()) {
            return Optional.empty();
        }
        for (var source : sources) {
            var found = source.open(medium.location(), most);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        closeAll(sources);
    }

    private static void closeAll(List<Source> sources) throws IOException {
        for (var source : sources) {
            source.close();
        }
    }
}
