package kakolog.chatlog;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kakolog.access.Audience;
import kakolog.chat.Speaker;
import kakolog.content.Event;
import kakolog.content.Snapshot;
import kakolog.db.Database;
import kakolog.id.EventSlug;
import kakolog.search.Findable;
import kakolog.search.LogIndex;
import kakolog.search.LogResults;
import kakolog.search.LogRow;
import kakolog.search.LogSpeaker;
import kakolog.search.SearchQuery;
import kakolog.search.Span;
import kakolog.text.Days;
import kakolog.web.Unavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds messages of published logs for those who may read them, and keeps the index in step. Whatever the index still holds, what
 * was taken away is found no more: each hit is asked of the logs themselves, and a log whose readers have changed is found by nobody
 * until it is entered anew. Thread safe.
 */
public final class LogSearch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogSearch.class);
    private static final int PATIENCE_SECONDS = 5;
    /** After so many logs at once the index is put in order. */
    private static final int MANY = 20;

    private final Database database;
    private final ChatLogs logs;
    private final Casts casts;
    private final Supplier<Snapshot> content;
    private final Path file;
    private final CompletableFuture<LogIndex> opened = new CompletableFuture<>();
    private volatile @Nullable State known;

    /** @param file of the index, made where it is missing */
    LogSearch(Database database, ChatLogs logs, Casts casts, Supplier<Snapshot> content, Path file) {
        this.database = database;
        this.logs = logs;
        this.casts = casts;
        this.content = content;
        this.file = file;
    }

    /** A message that was found: by whom and when, and where a hit leads. */
    public record Found(EventSlug event, String path, String name, String time, Instant at, List<Span> snippet) {}

    /** Opens the index and brings it up to date. */
    void open() {
        try {
            var index = LogIndex.open(file, this::words);
            update(index);
            opened.complete(index);
        } catch (RuntimeException | Error failed) {
            LOG.error("the index of the logs could not be opened; searches of them are out of order", failed);
            opened.completeExceptionally(failed);
        }
    }

    /** Whether the index is open; before, who searches waits for it a little. */
    public boolean isReady() {
        return opened.isDone() && !opened.isCompletedExceptionally();
    }

    /** Brings it up to date with the logs and with who may read them; before it is open there is nothing to do. */
    void catchUp() {
        if (isReady()) {
            try {
                update(opened.join());
            } catch (RuntimeException | Error failed) {
                LOG.error("the index of the logs could not be brought up to date; what changed is not found", failed);
            }
        }
    }

    private synchronized void update(LogIndex index) {
        var now = state();
        var indexed = retract(index, now);
        int entered = 0;
        for (var wanted : now.wanted().entrySet()) {
            if (!wanted.getValue().fingerprint().equals(indexed.get(wanted.getKey()))) {
                enter(index, wanted.getValue());
                entered++;
            }
        }
        if (entered >= MANY) {
            index.optimize();
        }
    }

    /** One that cannot be entered keeps no other out. */
    private void enter(LogIndex index, Wanted wanted) {
        var event = wanted.log().event();
        try {
            index.replace(
                    event,
                    wanted.fingerprint(),
                    wanted.readers(),
                    speakers(wanted.log()),
                    new Entries(wanted.log(), database));
        } catch (RuntimeException | OutOfMemoryError failed) {
            LOG.error("the log of {} could not be entered for search; what changed in it is not found", event, failed);
        }
    }

    /**
     * A log as it is to be found.
     *
     * @param fingerprint tells this state of it from any other, with who may read it at its end
     */
    private record Wanted(Log log, Audience readers, String fingerprint) {
        static Wanted of(Event event, Log log) {
            var readers = LogDoor.readersOf(event);
            return new Wanted(log, readers, log.version() + " " + readers.key());
        }

        boolean isForTheSame(String other) {
            return other.endsWith(" " + readers.key());
        }
    }

    /** What is to be found, newest first; and of what that follows. */
    private record State(Snapshot content, Map<EventSlug, Log> logs, Map<EventSlug, Wanted> wanted, Findable findable) {
        boolean isOf(Snapshot otherContent, Map<EventSlug, Log> otherLogs) {
            return content.equals(otherContent) && logs.equals(otherLogs);
        }
    }

    /** As of now: nobody may find by what was before. */
    private State state() {
        var before = known;
        if (before != null && before.isOf(content.get(), logs.now())) {
            return before;
        }
        var events = content.get();
        var all = logs.now();
        var wanted = new TreeMap<EventSlug, Wanted>(Comparator.reverseOrder());
        all.forEach((slug, log) -> events.find(slug)
                .filter(event -> log.isPublished() && !event.isHidden() && LogRow.canHold(slug))
                .ifPresent(event -> wanted.put(slug, Wanted.of(event, log))));
        var readers = new HashMap<EventSlug, Audience>();
        wanted.forEach((slug, one) -> readers.put(slug, one.readers()));
        var state = new State(events, all, wanted, Findable.of(readers));
        known = state;
        return state;
    }

    /** Takes out what is no longer to be found, or by others; returns what is left, and its fingerprints. */
    private static Map<EventSlug, String> retract(LogIndex index, State now) {
        var indexed = new HashMap<>(index.fingerprints());
        indexed.entrySet().removeIf(one -> {
            var wanted = now.wanted().get(one.getKey());
            boolean stays = wanted != null && wanted.isForTheSame(one.getValue());
            if (!stays) {
                index.remove(one.getKey());
            }
            return !stays;
        });
        return indexed;
    }

    /**
     * What is done once a day: what could not be entered is tried again, what was taken away leaves the file too, and searches stay
     * fast.
     */
    void tidy() {
        catchUp();
        if (isReady()) {
            opened.join().optimize();
        }
    }

    private List<LogSpeaker> speakers(Log log) {
        return casts.of(log).speakers().values().stream()
                .map(speaker -> new LogSpeaker(speaker.id(), names(speaker)))
                .toList();
    }

    private static List<String> names(Speaker speaker) {
        return speaker.account().isEmpty() ? List.of(speaker.name()) : List.of(speaker.name(), speaker.account());
    }

    /** What may be found now, whatever the index holds. */
    private Map<Long, String> words(Collection<Long> rows) {
        var words = new HashMap<Long, String>();
        if (rows.isEmpty()) {
            return words;
        }
        // As one value: a statement of another length for each search would be read anew by SQLite.
        database.reader()
                .withHandle(handle -> handle.createQuery("""
                        select m.row, m.words from log_message m join log l on l.event = m.event
                        where m.row in (select value from json_each(:rows)) and m.words <> ''
                          and l.published_at is not null
                          and (l.shown_from is null or m.sent_at >= l.shown_from)
                          and (l.shown_until is null or m.sent_at < l.shown_until)
                        """)
                        .bind("rows", rows.toString())
                        .map((row, context) -> words.put(row.getLong(1), row.getString(2)))
                        .list());
        return words;
    }

    /**
     * The messages that answer a query.
     *
     * @throws Unavailable where the index is not ready
     */
    public LogResults search(SearchQuery query, Set<String> keys, int offset, int limit, int most) {
        try {
            var index = opened.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return index.search(query, keys, state().findable(), offset, limit, most);
        } catch (ExecutionException | TimeoutException notReady) {
            throw new Unavailable("error.503.text", PATIENCE_SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Unavailable("error.503.text", PATIENCE_SECONDS);
        }
    }

    /** What is shown of hits, in their order; one that was taken away meanwhile is left out. */
    public List<Found> found(LogResults results, ZoneId zone) {
        var rows = results.hits().stream()
                .map(hit -> LogRow.of(hit.event(), hit.place()))
                .toList();
        if (rows.isEmpty()) {
            return List.of();
        }
        var lines = new HashMap<Long, Line>();
        database.reader()
                .withHandle(handle -> handle.createQuery("""
                        select row, id, thread, author, sent_at, traits, body from log_message where row in (<rows>)
                        """)
                        .bindList("rows", rows)
                        .map((row, context) -> LogLines.line(row))
                        .list())
                .forEach(line -> lines.put(line.row(), line));
        return results.hits().stream()
                .flatMap(hit -> Stream.ofNullable(lines.get(LogRow.of(hit.event(), hit.place())))
                        .map(line -> new Found(
                                hit.event(),
                                LogAddress.message(hit.event(), line.id()),
                                logs.of(hit.event())
                                        .map(log -> casts.of(log).name(line))
                                        .orElse(""),
                                Days.time(line.at().atZone(zone)),
                                line.at(),
                                hit.snippet())))
                .toList();
    }

    @Override
    public void close() {
        if (opened.isDone() && !opened.isCompletedExceptionally()) {
            opened.join().close();
        }
    }
}
