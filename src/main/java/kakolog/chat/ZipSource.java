package kakolog.chat;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A zip of documents and their media. Nothing of it is ever unpacked to disk. */
final class ZipSource implements Source {
    private static final int MOST_DOCUMENTS = 2_000;
    private static final long LONGEST_DOCUMENT = 2L << 30;
    private static final long LONGEST_LOG = 4L << 30;

    private final String name;
    private final ZipFile zip;
    private final ZipNames names = new ZipNames();

    private ZipSource(String name, ZipFile zip) {
        this.name = name;
        this.zip = zip;
    }

    /** @param room that is left of that of all zips */
    static ZipSource open(NamedFile file, ZipRoom room) throws BadExport, IOException {
        var name = Cleaned.name(file.name());
        if (!room.takesDirectory(ZipEnds.longestDirectory(file.path()))) {
            throw BadExport.crowdedZip(name, ZipRoom.MOST_ENTRIES);
        }
        var source = new ZipSource(name, opened(file, name));
        try {
            source.index(room);
            return source;
        } catch (BadExport bad) {
            source.close();
            throw bad;
        }
    }

    private static ZipFile opened(NamedFile file, String name) throws BadExport, IOException {
        try {
            return new ZipFile(file.path().toFile(), StandardCharsets.UTF_8);
        } catch (ZipException | EOFException notInUtf8) {
            return inJapanese(file, name, notInUtf8);
        }
    }

    /** What Windows packs there has names in its old encoding. */
    private static ZipFile inJapanese(NamedFile file, String name, IOException first) throws BadExport, IOException {
        try {
            return new ZipFile(file.path().toFile(), Charset.forName("windows-31j"));
        } catch (ZipException | EOFException broken) {
            broken.addSuppressed(first);
            var bad = String.valueOf(broken.getMessage()).contains("encrypted")
                    ? BadExport.encryptedZip(name)
                    : BadExport.brokenZip(name);
            throw (BadExport) bad.initCause(broken);
        }
    }

    private void index(ZipRoom room) throws BadExport {
        if (!room.takesEntries(zip.size())) {
            throw BadExport.crowdedZip(name, ZipRoom.MOST_ENTRIES);
        }
        try {
            for (var all = zip.entries(); all.hasMoreElements(); ) {
                var entry = all.nextElement();
                if (!names.add(entry)) {
                    throw BadExport.twice(shown(entry.getName()));
                }
            }
        } catch (IllegalArgumentException badName) {
            throw (BadExport) BadExport.brokenZip(name).initCause(badName);
        }
    }

    @Override
    public List<Written> documents() throws BadExport {
        var documents = new ArrayList<Written>();
        long total = 0;
        for (var one : names.documents()) {
            var entry = one.getValue();
            total += entry.getSize();
            if (entry.getSize() < 0 || entry.getSize() > LONGEST_DOCUMENT || total > LONGEST_LOG) {
                throw BadExport.bomb(shown(one.getKey()));
            }
            documents.add(new Written(shown(one.getKey()), entry.getSize(), () -> unpacked(entry)));
        }
        if (documents.isEmpty()) {
            throw BadExport.withoutLog(name);
        }
        if (documents.size() > MOST_DOCUMENTS) {
            throw BadExport.crowdedZip(name, MOST_DOCUMENTS);
        }
        return documents;
    }

    @Override
    public Optional<InputStream> open(String location, long most) throws IOException {
        var found = names.medium(location).filter(entry -> entry.getSize() >= 0 && entry.getSize() <= most);
        return found.isEmpty() ? Optional.empty() : Optional.of(unpacked(found.get()));
    }

    private InputStream unpacked(ZipEntry entry) throws IOException {
        return new Unpacked(zip.getInputStream(entry), entry);
    }

    private String shown(String entry) {
        return name + ": " + Cleaned.name(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
