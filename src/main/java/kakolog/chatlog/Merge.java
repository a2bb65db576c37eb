package kakolog.chatlog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kakolog.chat.Medium;
import kakolog.chat.Message;
import kakolog.id.EventSlug;
import kakolog.id.Snowflake;
import kakolog.search.LogRow;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Brings what was staged into an event's log, within one transaction of its caller. */
final class Merge {
    private static final int BATCH = 500;

    private final Handle handle;
    private final EventSlug event;
    private final Staging staging;
    private final Map<String, Copy> copies;
    private final Set<Long> removed;
    private final Map<Long, Instant> silenced;
    private final Map<Long, Long> rows = new HashMap<>();
    private final Set<Snowflake> heard = new HashSet<>();
    private final Set<Snowflake> takenAway = new HashSet<>();
    private final Map<Snowflake, Snowflake> openers = new HashMap<>();
    private final Set<String> dropped = new HashSet<>();
    private final List<Change> waiting = new ArrayList<>();
    private final Whole whole = new Whole();
    private int place;
    private int read;
    private int added;
    private int changed;
    private int withheld;

    /** There is no place for so many messages in one log. */
    static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int most;

        TooMany(int most) {
            super("more than " + most + " messages", null, false, false);
            this.most = most;
        }

        int most() {
            return most;
        }
    }

    private record Change(long row, Message message, String json, boolean isNew) {}

    /** @param copies of the media that were staged, by their keys */
    Merge(Handle handle, EventSlug event, Staging staging, Map<String, Copy> copies) {
        this.copies = copies;
        this.handle = handle;
        this.event = event;
        this.staging = staging;
        this.removed = new HashSet<>(handle.createQuery("select id from log_removed")
                .mapTo(Long.class)
                .list());
        this.silenced = silenced();
    }

    private Map<Long, Instant> silenced() {
        var all = new HashMap<Long, Instant>();
        handle.createQuery("select person, until_at from log_silenced")
                .map((row, context) -> all.put(row.getLong("person"), Instant.ofEpochMilli(row.getLong("until_at"))))
                .list();
        return all;
    }

    /**
     * Does it.
     *
     * @param dropGone whether messages that lie between the first and the last of what was staged of the channel or of their
     *     thread, and are not among them, go
     */
    Imported run(boolean dropGone, Instant now) {
        openLog(now);
        known();
        staging.each(this::take);
        flush();
        int gone = dropGone ? whole.dropOthers(handle, event, removed) : 0;
        speakers();
        names();
        threads();
        media();
        int total = count("select count(*) from log_message where event = :event");
        int missing = count("select count(*) from log_medium where event = :event and blob is null");
        return new Imported(read, added, changed, withheld, gone, total, missing);
    }

    private void openLog(Instant now) {
        handle.createUpdate("""
                        insert into log (event, channel, channel_name, imported_at, version)
                        values (:event, :channel, :name, :now, :now)
                        on conflict (event) do update set imported_at = :now,
                          channel = case :channel when '' then channel else :channel end,
                          channel_name = case :name when '' then channel_name else :name end
                        """)
                .bind("event", event.value())
                .bind("channel", staging.channel())
                .bind("name", staging.channelName())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    private void known() {
        handle.createQuery("select id, row from log_message where event = :event")
                .bind("event", event.value())
                .map((row, context) -> rows.put(row.getLong("id"), row.getLong("row")))
                .list();
        place = rows.values().stream()
                .mapToInt(row -> LogRow.place(row) + 1)
                .max()
                .orElse(0);
    }

    private void take(Staging.Staged staged) {
        read++;
        var message = MessageJson.message(staged.json());
        whole.holds(staged.orderedId(), OrderedIds.ofNullable(message.thread()));
        if (isTakenAway(staged.orderedId(), message)) {
            withheld++;
            takenAway.add(message.author());
            dropped.addAll(mediaOf(message));
            return;
        }
        heard.add(message.author());
        var opens = message.opens();
        if (opens != null) {
            openers.put(opens, message.id());
        }
        var row = rows.get(staged.orderedId());
        if (row == null) {
            added++;
            if (place >= LogRow.PLACES) {
                throw new TooMany(LogRow.PLACES);
            }
            waiting.add(new Change(LogRow.of(event, place++), message, staged.json(), true));
        } else if (!staged.json().equals(bodyOf(row))) {
            changed++;
            waiting.add(new Change(row, message, staged.json(), false));
        }
        if (waiting.size() == BATCH) {
            flush();
        }
    }

    private boolean isTakenAway(long orderedId, Message message) {
        var until = silenced.get(OrderedIds.of(message.author()));
        return removed.contains(orderedId) || (until != null && !message.at().isAfter(until));
    }

    /** Files that belong to this message alone. */
    static List<String> mediaOf(Message message) {
        var keys = new ArrayList<String>();
        Words.attachments(message).forEach(attachment -> keys.add(Medium.attachment(attachment.id())));
        message.embeds().forEach(embed -> keys.add(embed.picture()));
        var forwarded = message.forwarded();
        if (forwarded != null) {
            forwarded.embeds().forEach(embed -> keys.add(embed.picture()));
        }
        keys.removeIf(String::isEmpty);
        return keys;
    }

    private String bodyOf(long row) {
        return handle.createQuery("select body from log_message where row = :row")
                .bind("row", row)
                .mapTo(String.class)
                .one();
    }

    private void flush() {
        try (var inserts = handle.prepareBatch("""
                        insert into log_message (row, event, id, thread, author, sent_at, traits, words, body)
                        values (:row, :event, :id, :thread, :author, :at, :traits, :words, :body)
                        """);
                var updates = handle.prepareBatch("""
                        update log_message set thread = :thread, author = :author, sent_at = :at, traits = :traits,
                          words = :words, body = :body
                        where row = :row and event = :event and id = :id
                        """)) {
            waiting.forEach(change -> bind(change, change.isNew() ? inserts : updates));
            execute(inserts);
            execute(updates);
        }
        waiting.clear();
    }

    private static void execute(PreparedBatch batch) {
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private void bind(Change change, PreparedBatch batch) {
        var message = change.message();
        batch.bind("row", change.row())
                .bind("event", event.value())
                .bind("id", OrderedIds.of(message.id()))
                .bind("thread", OrderedIds.ofNullable(message.thread()))
                .bind("author", OrderedIds.of(message.author()))
                .bind("at", message.at().toEpochMilli())
                .bind("traits", Facets.of(message).bits())
                .bind("words", Words.of(message))
                .bind("body", change.json())
                .add();
    }

    private void speakers() {
        try (var batch = handle.prepareBatch("""
                insert into log_speaker (event, id, name, account, bot, color)
                values (:event, :id, :name, :account, :bot, :color)
                on conflict (event, id) do update set name = :name, account = :account, bot = :bot, color = :color
                """)) {
            staging.speakers().values().stream()
                    .filter(speaker -> !isSilent(speaker.id()))
                    .forEach(speaker -> batch.bind("event", event.value())
                            .bind("id", OrderedIds.of(speaker.id()))
                            .bind("name", speaker.name())
                            .bind("account", speaker.account())
                            .bind("bot", speaker.bot())
                            .bind("color", speaker.color())
                            .add());
            execute(batch);
        }
    }

    /** Whether all that somebody said was taken away, or all up to some time and they have not spoken since. */
    private boolean isSilent(Snowflake person) {
        boolean gone = silenced.containsKey(OrderedIds.of(person)) || takenAway.contains(person);
        return gone && !heard.contains(person);
    }

    private void names() {
        try (var batch = handle.prepareBatch("""
                insert into log_name (event, id, name) values (:event, :id, :name)
                on conflict (event, id) do update set name = :name
                """)) {
            staging.names()
                    .forEach((id, name) -> batch.bind("event", event.value())
                            .bind("id", OrderedIds.of(id))
                            .bind("name", name)
                            .add());
            execute(batch);
        }
    }

    private void threads() {
        try (var batch = handle.prepareBatch("""
                insert into log_thread (event, id, opener, name) values (:event, :id, :opener, :name)
                on conflict (event, id) do update set name = :name, opener = coalesce(:opener, opener)
                """)) {
            staging.threads()
                    .values()
                    .forEach(thread -> batch.bind("event", event.value())
                            .bind("id", OrderedIds.of(thread.id()))
                            .bind("opener", OrderedIds.ofNullable(openers.get(thread.id())))
                            .bind("name", thread.name())
                            .add());
            execute(batch);
        }
        findOpeners(handle, event.value());
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

    /** One that could not be copied now takes nothing from one that was copied before. */
    private void media() {
        try (var batch = handle.prepareBatch("""
                insert into log_medium (event, key, kind, name, blob, size, type, fault)
                values (:event, :key, :kind, :name, :blob, :size, :type, :fault)
                on conflict (event, key) do update set name = :name,
                  blob = coalesce(:blob, blob), size = coalesce(:size, size), type = coalesce(:type, type),
                  fault = case when coalesce(:blob, blob) is null then :fault end
                """)) {
            staging.media().values().stream()
                    .filter(medium -> !dropped.contains(medium.key()) && !isOfSilent(medium))
                    .forEach(medium -> bind(medium, copies.getOrDefault(medium.key(), Copy.LEFT_OUT), batch));
            execute(batch);
        }
    }

    private void bind(Medium medium, Copy copy, PreparedBatch batch) {
        batch.bind("event", event.value())
                .bind("key", medium.key())
                .bind("kind", medium.kind().name())
                .bind("name", medium.name())
                .bind("blob", copy.blob() == null ? null : copy.blob().sha256())
                .bind("size", copy.blob() == null ? null : (Long) copy.size())
                .bind("type", copy.blob() == null ? null : copy.type())
                .bind("fault", copy.fault())
                .add();
    }

    private boolean isOfSilent(Medium medium) {
        return medium.kind() == Medium.Kind.AVATAR
                && staging.speakers().keySet().stream()
                        .filter(this::isSilent)
                        .anyMatch(person -> medium.key().equals(Medium.avatar(person)));
    }

    private int count(String sql) {
        return handle.createQuery(sql)
                .bind("event", event.value())
                .mapTo(Integer.class)
                .one();
    }
}
