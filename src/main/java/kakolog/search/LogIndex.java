package kakolog.search;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import kakolog.access.Audience;
import kakolog.db.Database;
import kakolog.id.EventSlug;
import org.jdbi.v3.core.Handle;

/**
 * Finds messages of the past logs by their words, by who wrote them and by what they have, for those who may read them.
 * Thread safe: searches run beside one another and beside a change, and see the index as it was before it or after it.
 *
 * <p>The file is derived: it may be deleted while nobody has it open. It holds pieces of words, never a message;
 * {@link LogWords} has the last word on each hit. What a change takes away, as names are, is on the disk no
 * more after it; where somebody searched for seconds meanwhile, after the next.
 */
public final class LogIndex implements AutoCloseable {
    private final Database database;
    private final LogWords words;
    private final int mostOfALevel;
    private final int mostHeld;
    private volatile Evenings evenings = Evenings.UNKNOWN;
    private volatile Casts casts = Casts.UNKNOWN;

    private LogIndex(Database database, LogWords words, int mostOfALevel, int mostHeld) {
        this.database = database;
        this.words = words;
        this.mostOfALevel = mostOfALevel;
        this.mostHeld = mostHeld;
    }

    /**
     * Opens the index; one that is missing, of another version, damaged or no index at all is made anew, and is empty.
     *
     * @param words asked from the thread that searches, while that holds no connection but one of the index
     */
    public static LogIndex open(Path file, LogWords words) {
        return open(file, words, Segments.MOST_OF_A_LEVEL, NewPostings.MOST);
    }

    static LogIndex open(Path file, LogWords words, int mostOfALevel, int mostHeld) {
        return new LogIndex(IndexFile.open(file, LogTables.VERSION, LogTables::create), words, mostOfALevel, mostHeld);
    }

    /**
     * Puts this log in the place of what the event had, in one transaction; the entries are taken one by one.
     *
     * @param entries with places that go up
     * @throws IllegalArgumentException where they do not, or {@link LogRow} has no number for one; nothing is changed then
     */
    public void replace(
            EventSlug event,
            String fingerprint,
            Audience audience,
            Collection<LogSpeaker> speakers,
            Iterator<LogEntry> entries) {
        database.writer().useTransaction(handle -> {
            var writer = new LogWriter(handle, mostHeld);
            writer.remove(event);
            writer.add(event, fingerprint, audience, speakers, entries);
            new Segments(handle).mergeFull(mostOfALevel);
        });
        database.fold();
    }

    /** Takes the log of an event out; one that is not there is no fault. */
    public void remove(EventSlug event) {
        database.writer().useTransaction(handle -> new LogWriter(handle, mostHeld).remove(event));
        database.fold();
    }

    /** What the index holds: the fingerprint of each event's log. */
    public Map<EventSlug, String> fingerprints() {
        return database.reader().withHandle(handle -> {
            var fingerprints = new HashMap<EventSlug, String>();
            handle.createQuery("select low, fingerprint from evening")
                    .map((row, context) ->
                            fingerprints.put(LogRow.event(row.getLong("low")), row.getString("fingerprint")))
                    .list();
            return fingerprints;
        });
    }

    /** Merges what was written in pieces, which makes searches faster; worth its seconds after many changes. */
    public void optimize() {
        database.writer().useTransaction(handle -> new Segments(handle).mergeAll());
        database.fold();
    }

    /**
     * The messages that answer a query, and that one of these audience keys admits.
     *
     * @param findable the logs to look in
     * @param most how many are counted, and reached by an offset
     */
    public LogResults search(
            SearchQuery query, Set<String> audienceKeys, Findable findable, int offset, int limit, int most) {
        if (offset < 0 || limit < 0 || most < 0) {
            throw new IllegalArgumentException("offset " + offset + ", limit " + limit + ", most " + most);
        }
        if (!LogFinder.isAnswered(query)) {
            return LogResults.NONE;
        }
        return database.reader().inTransaction(handle -> {
            var seen = evenings.asSeenBy(handle);
            evenings = seen;
            var readable = seen.readable(audienceKeys, findable);
            var asked = LogFinder.askedFor(query, readable);
            var finder = new LogFinder(handle, words, query, most);
            if (query.speakers().isEmpty()) {
                return finder.find(asked, new BitSet(), offset, limit);
            }
            var casts = casts(handle, seen);
            var authors = casts.named(query.speakers(), readable);
            return authors.isEmpty()
                    ? LogResults.NONE
                    : finder.find(casts.writtenBy(authors, asked), authors, offset, limit);
        });
    }

    private Casts casts(Handle handle, Evenings evenings) {
        var seen = casts.asSeenBy(handle, evenings);
        casts = seen;
        return seen;
    }

    @Override
    public void close() {
        database.close();
    }
}
