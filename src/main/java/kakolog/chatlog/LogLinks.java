package kakolog.chatlog;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kakolog.chat.Cleaned;
import kakolog.content.Event;
import kakolog.content.Ledger;
import kakolog.content.Link;
import kakolog.db.Database;
import kakolog.id.EventSlug;
import kakolog.id.Snowflake;
import kakolog.record.Change;
import kakolog.record.Change.Kind;

/** Addresses that were posted in a log: those that organizers took into the event's public links, and those they may take. */
final class LogLinks {
    private final Database database;
    private final ChatLogs logs;
    private final LogLines lines;

    LogLinks(Database database, ChatLogs logs, LogLines lines) {
        this.database = database;
        this.logs = logs;
        this.lines = lines;
    }

    /** An address that was posted, and the first message that has it. */
    record Candidate(String url, String title, Snowflake message, Instant at) {}

    /** One that was taken. */
    record Taken(String key, String url, String title, Snowflake message) {}

    /** Those that neither the agenda has nor anybody took, in order. */
    List<Candidate> candidates(Event event, Log log) {
        var known = new HashSet<String>();
        event.links().forEach(link -> known.add(Ledger.normalise(link.url())));
        taken(event.slug()).forEach(taken -> known.add(taken.key()));
        var candidates = new LinkedHashMap<String, Candidate>();
        lines.each(log, line -> {
            var message = line.message();
            if (message == null || message.kind().isSystem()) {
                return;
            }
            for (var address : Words.addresses(message)) {
                var key = Ledger.normalise(address);
                if (!known.contains(key)) {
                    var title = message.embeds().stream()
                            .filter(embed -> !embed.title().isBlank()
                                    && !embed.url().isEmpty()
                                    && Ledger.normalise(embed.url()).equals(key))
                            .map(embed -> embed.title())
                            .findFirst()
                            .orElse(address);
                    candidates.putIfAbsent(key, new Candidate(address, title, line.id(), line.at()));
                }
            }
        });
        return List.copyOf(candidates.values());
    }

    List<Taken> taken(EventSlug event) {
        return database.reader()
                .withHandle(handle -> handle.createQuery("""
                        select key, url, title, message from log_link where event = :event order by taken_at, key
                        """)
                        .bind("event", event.value())
                        .map((row, context) -> new Taken(
                                row.getString("key"),
                                row.getString("url"),
                                row.getString("title"),
                                OrderedIds.id(row.getLong("message"))))
                        .list());
    }

    /** All that were taken from what is shown of published logs, for the public pages. */
    Map<EventSlug, List<Link>> published() {
        var links = new HashMap<EventSlug, List<Link>>();
        for (var log : logs.now().values()) {
            var shown = log.isPublished() ? shown(log) : List.<Link>of();
            if (!shown.isEmpty()) {
                links.put(log.event(), shown);
            }
        }
        return links;
    }

    private List<Link> shown(Log log) {
        return database.reader()
                .withHandle(handle -> LogLines.bind(
                                handle.createQuery("select title, url from log_link k where k.event = :event and exists"
                                        + " (select 1 from log_message where " + LogLines.IN_WINDOW
                                        + " and id = k.message and body <> '') order by taken_at, key"),
                                log)
                        .map((row, context) -> new Link(row.getString("title"), row.getString("url")))
                        .list());
    }

    /** By a title that turns nothing around it, for it stands on public pages. */
    void take(EventSlug event, Candidate candidate, Change.By by, Instant now) {
        var title = Cleaned.name(candidate.title());
        logs.change(
                by.made(now, Kind.LOG_LINK_TAKEN, event.value(), ""),
                now,
                handle -> handle.createUpdate("""
                        insert into log_link (event, key, url, title, message, taken_at, actor, actor_name)
                        values (:event, :key, :url, :title, :message, :now, :actor, :name)
                        on conflict do nothing
                        """)
                        .bind("event", event.value())
                        .bind("key", Ledger.normalise(candidate.url()))
                        .bind("url", candidate.url())
                        .bind("title", title.isEmpty() ? candidate.url() : title)
                        .bind("message", OrderedIds.of(candidate.message()))
                        .bind("now", now.toEpochMilli())
                        .bind("actor", by.actor())
                        .bind("name", by.actorName())
                        .execute());
    }

    void giveBack(EventSlug event, String key, Change.By by, Instant now) {
        logs.change(
                by.made(now, Kind.LOG_LINK_RETURNED, event.value(), ""),
                now,
                handle -> handle.createUpdate("delete from log_link where event = :event and key = :key")
                        .bind("event", event.value())
                        .bind("key", key)
                        .execute());
    }
}
