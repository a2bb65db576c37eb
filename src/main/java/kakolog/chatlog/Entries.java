package kakolog.chatlog;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import kakolog.db.Database;
import kakolog.search.LogEntry;
import kakolog.search.LogRow;

/** The messages of a log as search takes them, read some at a time: no connection is held while they are entered. */
final class Entries implements Iterator<LogEntry> {
    private static final int AT_ONCE = 2_000;

    private final Log log;
    private final Database database;
    private final Deque<LogEntry> read = new ArrayDeque<>();
    private long last = Long.MIN_VALUE;
    private boolean over;

    Entries(Log log, Database database) {
        this.log = log;
        this.database = database;
    }

    @Override
    public boolean hasNext() {
        if (read.isEmpty() && !over) {
            more();
        }
        return !read.isEmpty();
    }

    @Override
    public LogEntry next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return read.remove();
    }

    private void more() {
        database.reader()
                .withHandle(handle -> handle.createQuery("""
                        select row, author, traits, words from log_message
                        where row between :low and :high and row > :last
                          and sent_at >= :from and sent_at < :until and words <> ''
                        order by row limit :limit
                        """)
                        .bind("low", LogRow.range(log.event()).low())
                        .bind("high", LogRow.range(log.event()).high())
                        .bind("last", last)
                        .bind("from", LogLines.from(log))
                        .bind("until", LogLines.until(log))
                        .bind("limit", AT_ONCE)
                        .map((row, context) -> {
                            last = row.getLong("row");
                            return new LogEntry(
                                    LogRow.place(last),
                                    row.getString("words"),
                                    OrderedIds.id(row.getLong("author")),
                                    new Facets(row.getInt("traits")).traits());
                        })
                        .list())
                .forEach(read::add);
        over = read.isEmpty();
    }
}
