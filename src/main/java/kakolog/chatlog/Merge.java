package kakolog.chatlog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kakolog.chatlog.Staged.State;
import kakolog.content.Ledger;
import kakolog.id.EventSlug;
import kakolog.id.Snowflake;
import kakolog.search.LogRow;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Brings what was staged and compared into an event's log, within one transaction of its caller, which it keeps short. */
final class Merge {
    private static final int BATCH = 1_000;

    private final Handle handle;
    private final EventSlug event;
    private final Prepared prepared;
    private final Staging staging;
    private final Set<Long> removed;
    private final Map<Long, Instant> silenced = new HashMap<>();
    /** Of whom something was taken away: without anything else their names are not for this log. */
    private final Set<Long> gone = new HashSet<>();

    private final Traces traces = new Traces();
    private final List<Staged> waiting = new ArrayList<>();
    private int place;
    private int added;
    private int changed;
    private int withheld;

    /** The work was interrupted, and nothing of it counts. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super(null, null, false, false);
        }
    }

    /**
     * All that was done before anybody has to wait.
     *
     * @param staging compared with what is kept
     * @param others messages of the log that what was read should hold and does not, and that go
     * @param copies of the media that were staged, by their keys
     * @param before the log that it was compared with
     * @param knownAt as of when Discord is known by what was staged
     */
    record Prepared(Staging staging, List<Long> others, Map<String, Copy> copies, LogBefore before, Instant knownAt) {}

    Merge(Handle handle, EventSlug event, Prepared prepared) {
        this.handle = handle;
        this.event = event;
        this.prepared = prepared;
        this.staging = prepared.staging();
        this.removed = new HashSet<>(handle.createQuery("select id from log_removed")
                .mapTo(Long.class)
                .list());
        handle.createQuery("select person, until_at from log_silenced")
                .map((row, context) -> silenced.put(row.getLong(1), Instant.ofEpochMilli(row.getLong(2))))
                .list();
    }

    /**
     * Does it.
     *
     * @throws Unfit where the log is another one than that it was compared with, or has no place for so many
     */
    Imported run(Instant now) {
        prepared.before().demandSame(handle, event);
        openLog(now);
        int dropped = dropOthers(); // first, for what is gone makes room
        place = places();
        staging.eachOther(this::take);
        flush();
        gone.addAll(silenced.keySet());
        new MergedThings(handle, event, staging, gone).write(prepared.copies());
        threads();
        traces.eraseAfterImport(handle, event.value(), now);
        findOpeners(handle, event.value());
        int total = count("select count(*) from log_message where event = :event");
        int missing = count("select count(*) from log_medium where event = :event and blob is null");
        return new Imported(staging.count(), added, changed, withheld, dropped, total, missing);
    }

    private int dropOthers() {
        return prepared.others().stream()
                .filter(id -> !removed.contains(id))
                .mapToInt(id -> Removals.delete(handle, event.value(), id))
                .sum();
    }

    private void openLog(Instant now) {
        handle.createUpdate("""
                        insert into log (event, channel, channel_name, imported_at, known_at, version)
                        values (:event, :channel, :name, :now, :known, :now)
                        on conflict (event) do update set imported_at = :now, known_at = max(known_at, :known),
                          channel = case channel when '' then :channel else channel end,
                          channel_name = case when :name = '' or (channel_name <> '' and known_at > :known)
                            then channel_name else :name end
                        """)
                .bind("known", prepared.knownAt().toEpochMilli())
                .bind("event", event.value())
                .bind("channel", staging.channel())
                .bind("name", staging.channelName())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /** How many places are taken, with those of messages between them that are gone. */
    private int places() {
        var range = LogRow.range(event);
        return handle.createQuery("select max(row) from log_message where row between :low and :high")
                .bind("low", range.low())
                .bind("high", range.high())
                .mapTo(Long.class)
                .findOne()
                .map(row -> LogRow.place(row) + 1)
                .orElse(0);
    }

    private void take(Staged staged) {
        if (staged.state() == State.WITHHELD || isTakenAway(staged)) {
            withheld++;
            gone.add(staged.author());
            traces.of(MessageJson.message(staged.json()));
            return;
        }
        waiting.add(staged);
        if (waiting.size() == BATCH) {
            flush();
        }
    }

    private boolean isTakenAway(Staged staged) {
        var until = silenced.get(staged.author());
        return removed.contains(staged.id()) || (until != null && staged.at() <= until.toEpochMilli());
    }

    private void flush() {
        if (Thread.interrupted()) {
            throw new Stopped();
        }
        try (var inserts = handle.prepareBatch("""
                        insert into log_message (row, event, id, thread, author, sent_at, traits, words, body)
                        values (:row, :event, :id, :thread, :author, :at, :traits, :words, :body)
                        """);
                var updates = handle.prepareBatch("""
                        update log_message set thread = :thread, author = :author, sent_at = :at, traits = :traits,
                          words = :words, body = :body
                        where event = :event and id = :id
                        """)) {
            for (var staged : waiting) {
                if (staged.state() == State.NEW) {
                    if (place >= LogRow.PLACES) {
                        closeUp(inserts);
                    }
                    added++;
                    bind(staged, inserts.bind("row", LogRow.of(event, place++)));
                } else {
                    changed++;
                    bind(staged, updates);
                    dropLinks(staged);
                }
            }
            MergedThings.execute(inserts);
            MergedThings.execute(updates);
        }
        waiting.clear();
    }

    /**
     * Gives the messages of the event other numbers, without those between them that are gone. The log has another version after
     * each import and is entered anew for search with it.
     */
    private void closeUp(PreparedBatch inserts) {
        MergedThings.execute(inserts);
        var range = LogRow.range(event);
        var rows = handle.createQuery("select row from log_message where row between :low and :high order by row")
                .bind("low", range.low())
                .bind("high", range.high())
                .mapTo(Long.class)
                .list();
        if (rows.size() >= LogRow.PLACES) {
            throw new Unfit("log.import.fault.too-many", String.valueOf(LogRow.PLACES));
        }
        try (var batch = handle.prepareBatch("update log_message set row = :row where row = :before")) {
            // Lowest first: where each goes nobody is any more.
            for (place = 0; place < rows.size(); place++) {
                long row = LogRow.of(event, place);
                if (row != rows.get(place)) {
                    batch.bind("row", row).bind("before", rows.get(place)).add();
                }
                if (batch.size() == BATCH) {
                    batch.execute();
                }
            }
            MergedThings.execute(batch);
        }
    }

    private void bind(Staged staged, PreparedBatch batch) {
        batch.bind("event", event.value())
                .bind("id", staged.id())
                .bind("thread", staged.thread())
                .bind("author", staged.author())
                .bind("at", staged.at())
                .bind("traits", staged.traits())
                .bind("words", staged.words())
                .bind("body", staged.json())
                .add();
    }

    /** An address that its author has edited out is no longer theirs to be named by. */
    private void dropLinks(Staged staged) {
        var keys = handle.createQuery("select key from log_link where event = :event and message = :id")
                .bind("event", event.value())
                .bind("id", staged.id())
                .mapTo(String.class)
                .list();
        if (keys.isEmpty()) {
            return;
        }
        // In the words, what stands behind an address may look like the rest of it.
        var named = Words.addresses(MessageJson.message(staged.json())).stream()
                .map(Ledger::normalise)
                .collect(Collectors.toSet());
        keys.stream()
                .filter(key -> !named.contains(key))
                .forEach(key -> handle.createUpdate("delete from log_link where event = :event and key = :key")
                        .bind("event", event.value())
                        .bind("key", key)
                        .execute());
    }

    private void threads() {
        var openers = staging.openers();
        try (var batch = handle.prepareBatch("""
                insert into log_thread (event, id, opener, name) values (:event, :id, :opener, :name)
                on conflict (event, id) do update set name = :name, opener = coalesce(:opener, opener)
                """)) {
            for (var thread : staging.threads().values()) {
                batch.bind("event", event.value())
                        .bind("id", OrderedIds.of(thread.id()))
                        .bind("opener", openers.get(OrderedIds.of(thread.id())))
                        .bind("name", nameOf(thread.id(), thread.name()))
                        .add();
            }
            MergedThings.execute(batch);
        }
    }

    /** Discord names a thread by the words of its first message: with that they went. */
    private String nameOf(Snowflake thread, String name) {
        return removed.contains(OrderedIds.of(thread)) ? "" : name;
    }

    /** A thread whose first message is not there unfolds under the message of the channel that was there when it began. */
    static void findOpeners(Handle handle, String event) {
        handle.createUpdate("""
                        update log_thread set opener = coalesce(
                          (select id from log_message m where m.event = :event and m.id = log_thread.id),
                          (select max(id) from log_message m
                            where m.event = :event and m.thread is null and m.id < log_thread.id),
                          (select min(id) from log_message m where m.event = :event and m.thread is null))
                        where event = :event and (opener is null or not exists
                          (select 1 from log_message m where m.event = :event and m.id = log_thread.opener))
                        """).bind("event", event).execute();
    }

    private int count(String sql) {
        return handle.createQuery(sql)
                .bind("event", event.value())
                .mapTo(Integer.class)
                .one();
    }
}
