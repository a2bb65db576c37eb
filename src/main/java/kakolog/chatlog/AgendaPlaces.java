package kakolog.chatlog;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import kakolog.chatlog.LogView.Ref;
import kakolog.content.Event;
import kakolog.db.Database;
import kakolog.id.EventSlug;
import kakolog.id.Snowflake;
import kakolog.record.Change;
import kakolog.record.Change.Kind;
import kakolog.text.Days;
import org.jspecify.annotations.Nullable;

/**
 * Where in the log each item of the agenda was talked about: as an organizer has said, else as can be guessed. Guessed once for
 * each version of a log and of its agenda. Thread safe.
 */
final class AgendaPlaces {
    private final Database database;
    private final ChatLogs logs;
    private final Supplier<ZoneId> zone;
    private final Kept<Map<String, Place>> known;

    AgendaPlaces(Database database, ChatLogs logs, Supplier<ZoneId> zone) {
        this.database = database;
        this.logs = logs;
        this.zone = zone;
        known = new Kept<>(() -> logs.now().keySet());
    }

    /**
     * Where an item was talked about.
     *
     * @param guessed whether nobody has confirmed it
     */
    record Place(Snowflake message, Instant at, boolean guessed) {}

    /** The place of each item that has one, by the item's id, in the agenda's order. */
    Map<String, Place> of(Event event, Log log) {
        return known.of(log, event.agenda(), () -> find(event, log));
    }

    private Map<String, Place> find(Event event, Log log) {
        var items = event.items()
                .filter(item -> !item.namesSpeakers() && !item.text().isBlank())
                .toList();
        var said = said(log);
        var guesses = new Guessing(items).in(log, database);
        var places = new LinkedHashMap<String, Place>();
        for (var item : items) {
            var place = said.containsKey(item.id()) ? said.get(item.id()) : Optional.ofNullable(guesses.get(item.id()));
            place.ifPresent(one -> places.put(item.id(), one));
        }
        return places;
    }

    /** What organizers have said; empty where an item leads nowhere. */
    private Map<String, Optional<Place>> said(Log log) {
        var said = new HashMap<String, Optional<Place>>();
        database.reader()
                .withHandle(handle -> LogLines.bind(
                                handle.createQuery("select t.item, m.id, m.sent_at from log_topic t left join"
                                        + " (select id, sent_at from log_message where " + LogLines.IN_WINDOW + ") m"
                                        + " on m.id = t.message where t.event = :event"),
                                log)
                        .map((row, context) -> said.put(
                                row.getString("item"),
                                row.getObject("id") == null
                                        ? Optional.empty()
                                        : Optional.of(new Place(
                                                OrderedIds.id(row.getLong("id")),
                                                Instant.ofEpochMilli(row.getLong("sent_at")),
                                                false))))
                        .list());
        return said;
    }

    /** Says where an item was talked about; null for nowhere. */
    void set(EventSlug event, String item, @Nullable Snowflake message, Change.By by, Instant now) {
        logs.change(
                by.made(now, Kind.LOG_TOPIC_SET, event.value(), item),
                now,
                handle -> handle.createUpdate("""
                        insert into log_topic (event, item, message, actor, actor_name, set_at)
                        values (:event, :item, :message, :actor, :name, :now)
                        on conflict (event, item) do update
                          set message = :message, actor = :actor, actor_name = :name, set_at = :now
                        """)
                        .bind("event", event.value())
                        .bind("item", item)
                        .bind("message", OrderedIds.ofNullable(message))
                        .bind("actor", by.actor())
                        .bind("name", by.actorName())
                        .bind("now", now.toEpochMilli())
                        .execute());
    }

    /** For the page of the log: the items that lead into it, in their order. */
    List<Ref> refs(Event event, Log log) {
        var places = of(event, log);
        return event.items()
                .filter(item -> places.containsKey(item.id()))
                .map(item -> {
                    var place = places.get(item.id());
                    return new Ref(item.text(), LogAddress.message(event.slug(), place.message()), place.guessed());
                })
                .toList();
    }

    /** For a message: the items that lead to it. */
    Map<Snowflake, List<Ref>> refsByMessage(Event event, Log log) {
        var places = of(event, log);
        var refs = new HashMap<Snowflake, List<Ref>>();
        event.items().filter(item -> places.containsKey(item.id())).forEach(item -> {
            var place = places.get(item.id());
            refs.computeIfAbsent(place.message(), message -> new ArrayList<>())
                    .add(new Ref(item.text(), "/events/" + event.slug() + "#" + item.id(), place.guessed()));
        });
        return refs;
    }

    /** For the agenda: where each item leads, the time in words, by the item's id. */
    Map<String, Ref> refsByItem(Event event, Log log) {
        var refs = new HashMap<String, Ref>();
        of(event, log)
                .forEach((item, place) -> refs.put(
                        item,
                        new Ref(
                                Days.time(place.at().atZone(zone.get())),
                                LogAddress.message(event.slug(), place.message()),
                                place.guessed())));
        return refs;
    }
}
