package kakolog.search;

import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kakolog.db.Database;
import org.jspecify.annotations.Nullable;

/**
 * Finds documents by their words, newest first, for those who may see them. Thread safe: searches run beside one another
 * and beside a change, and see the index as it was before it or after it.
 *
 * <p>The file is derived: it may be deleted while nobody has it open. Each source's fingerprint is written together with
 * its documents, so whoever was interrupted goes on by comparing {@link #fingerprints()} with the files.
 */
public final class SearchIndex implements AutoCloseable {
    /** All but the messages of the logs, which have an index of their own. */
    private static final Set<Kind> KINDS = EnumSet.complementOf(EnumSet.of(Kind.LOG));

    private final Database database;

    private SearchIndex(Database database) {
        this.database = database;
    }

    /** Opens the index; one that is missing, of another version, damaged or no index at all is made anew, and is empty. */
    public static SearchIndex open(Path file) {
        return new SearchIndex(IndexFile.open(file, DocumentTables.VERSION, DocumentTables::create));
    }

    /**
     * Puts these documents in the place of all that the source had, of which nothing is left in the file.
     *
     * @throws org.jdbi.v3.core.JdbiException where a key is another source's already; nothing is changed then
     */
    public void replace(String source, String fingerprint, List<Document> documents) {
        change(List.of(new Source(source, fingerprint, documents)), List.of());
    }

    /**
     * Puts each of these sources in the place of all that it had, and takes out others by their names, all or nothing.
     *
     * @throws org.jdbi.v3.core.JdbiException where a key is another source's already; nothing is changed then
     */
    public void change(Collection<Source> sources, Collection<String> gone) {
        database.writer().useTransaction(handle -> {
            var writer = new IndexWriter(handle);
            gone.forEach(writer::remove);
            sources.forEach(source -> writer.remove(source.name()));
            writer.add(sources);
        });
        // Where somebody reads right now, the next change does it.
        database.fold();
    }

    /** Puts these sources in the place of all there is, in one transaction; for a first build. */
    public void replaceAll(Collection<Source> sources) {
        database.writer().useTransaction(handle -> {
            var writer = new IndexWriter(handle);
            writer.removeAll();
            writer.add(sources);
            writer.optimize();
        });
    }

    /** Takes a source out with all its documents; one that is not there is no fault. */
    public void remove(String source) {
        change(List.of(), List.of(source));
    }

    /** What the index holds: the fingerprint of each source by its name. */
    public Map<String, String> fingerprints() {
        return database.reader().withHandle(handle -> {
            var fingerprints = new HashMap<String, String>();
            handle.createQuery("select name, fingerprint from source")
                    .map((row, context) -> fingerprints.put(row.getString("name"), row.getString("fingerprint")))
                    .list();
            return fingerprints;
        });
    }

    /**
     * The documents that answer a query and that one of these audience keys admits.
     *
     * @param kind the only kind wanted, or null for all
     * @param offset how many hits to pass over; from {@link SearchResults#MOST} on there is nothing
     */
    public SearchResults search(
            SearchQuery query, Set<String> audienceKeys, @Nullable Kind kind, int offset, int limit) {
        if (offset < 0 || limit < 0) {
            throw new IllegalArgumentException("offset " + offset + ", limit " + limit);
        }
        var kinds = kind == null ? KINDS : EnumSet.of(kind);
        return database.reader()
                .inTransaction(handle ->
                        new Finder(handle, query, audienceKeys).find(kinds, offset, limit, SearchResults.MOST));
    }

    /** The first hits of each kind, for a page that shows them in groups; of each no more than a hundred are counted. */
    public Map<Kind, SearchResults> searchByKind(SearchQuery query, Set<String> audienceKeys, int limit) {
        return database.reader().inTransaction(handle -> {
            var finder = new Finder(handle, query, audienceKeys);
            var results = new EnumMap<Kind, SearchResults>(Kind.class);
            KINDS.forEach(
                    kind -> results.put(kind, finder.find(EnumSet.of(kind), 0, limit, SearchResults.MOST_IN_A_GROUP)));
            return results;
        });
    }

    @Override
    public void close() {
        database.close();
    }
}
