package kakolog.search;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import kakolog.access.Audience;
import kakolog.db.Database;
import kakolog.id.EventSlug;
import kakolog.id.Snowflake;

/**
 * Finds messages of the past logs by their words, by who wrote them and by what they have, for those who may read them.
 * Thread safe: searches run beside one another and beside a change, and see the index as it was before it or after it.
 *
 * <p>The file is derived: it may be deleted while nobody has it open. It holds pieces of words, never a message;
 * {@link LogWords} has the last word on each hit.
 */
public final class LogIndex implements AutoCloseable {
    /** SQLite goes through all messages that a token is in, which takes a tenth of a microsecond for each. */
    private static final int MANY = 15_000;

    private final Database database;
    private final LogWords words;
    private volatile Evenings evenings = Evenings.UNKNOWN;

    private LogIndex(Database database, LogWords words) {
        this.database = database;
        this.words = words;
    }

    /**
     * Opens the index; one that is missing, of another version, damaged or no index at all is made anew, and is empty.
     *
     * @param words asked from the thread that searches, while that holds no connection but one of the index
     */
    public static LogIndex open(Path file, LogWords words) {
        return new LogIndex(IndexFile.open(file, LogTables.VERSION, LogTables::create), words);
    }

    /**
     * Puts this log in the place of what the event had, in one transaction; the entries are taken one by one.
     *
     * @param entries fastest with places going up
     * @throws IllegalArgumentException where {@link LogRow} has no number for one, or a place comes twice; nothing is
     *     changed then
     */
    public void replace(
            EventSlug event,
            String fingerprint,
            Audience audience,
            Collection<LogSpeaker> speakers,
            Iterator<LogEntry> entries) {
        database.writer().useTransaction(handle -> {
            var writer = new LogWriter(handle);
            writer.remove(event);
            writer.addEvening(event, fingerprint, audience);
            writer.addSpeakers(event, speakers);
            writer.addEntries(event, entries);
        });
    }

    /** Takes the log of an event out; one that is not there is no fault. */
    public void remove(EventSlug event) {
        database.writer().useTransaction(handle -> new LogWriter(handle).remove(event));
    }

    /** Takes these messages out of the log of an event; those that are not there are no fault. */
    public void forget(EventSlug event, Collection<Integer> places) {
        database.writer().useTransaction(handle -> new LogWriter(handle).forget(event, places));
    }

    /** Takes out of all logs what somebody wrote, and what they were called. */
    public void forgetSpeaker(Snowflake speaker) {
        database.writer().useTransaction(handle -> new LogWriter(handle).forget(speaker));
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
        optimize(MANY);
    }

    void optimize(int many) {
        database.writer().useTransaction(handle -> new LogWriter(handle).optimize(many));
    }

    /**
     * The messages that answer a query and that one of these audience keys admits.
     *
     * @param most how many are counted, and reached by an offset
     */
    public LogResults search(SearchQuery query, Set<String> audienceKeys, int offset, int limit, int most) {
        if (offset < 0 || limit < 0 || most < 0) {
            throw new IllegalArgumentException("offset " + offset + ", limit " + limit + ", most " + most);
        }
        return database.reader().inTransaction(handle -> {
            var seen = evenings.asSeenBy(handle);
            evenings = seen;
            return new LogFinder(handle, words, query, most).find(seen, audienceKeys, offset, limit);
        });
    }

    @Override
    public void close() {
        database.close();
    }
}
