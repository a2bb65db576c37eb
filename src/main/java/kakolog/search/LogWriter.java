package kakolog.search;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kakolog.access.Audience;
import kakolog.id.EventSlug;
import kakolog.id.Snowflake;
import kakolog.text.Fold;
import org.jdbi.v3.core.Handle;

/** Changes the index of the logs within one transaction of its caller. */
final class LogWriter {
    private static final int BATCH = 1000;
    private final Handle handle;
    private final Map<Snowflake, Integer> numbers = new HashMap<>();

    LogWriter(Handle handle) {
        this.handle = handle;
    }

    void remove(EventSlug event) {
        long evening = LogRow.range(event).low();
        LogSlot.ranges(evening).forEach(this::removeSlots);
        handle.createUpdate("delete from called where evening = :evening")
                .bind("evening", evening)
                .execute();
        handle.execute("delete from name where not exists (select 1 from called where called.name = name.id)");
        handle.createUpdate("delete from evening where low = :evening")
                .bind("evening", evening)
                .execute();
        handle.execute("update state set changes = changes + 1");
    }

    private void removeSlots(LogRow.Range slots) {
        handle.createUpdate(
                        "delete from fts where rowid in (select id from fts_docsize where id between :low and :high)")
                .bind("low", slots.low())
                .bind("high", slots.high())
                .execute();
    }

    void addEvening(EventSlug event, String fingerprint, Audience audience) {
        handle.createUpdate("""
                        insert into evening (low, fingerprint, audience, overflows)
                        values (:low, :fingerprint, :audience, 0)
                        """)
                .bind("low", LogRow.range(event).low())
                .bind("fingerprint", fingerprint)
                .bind("audience", audience.key())
                .execute();
        for (var key : audience.openedBy()) {
            handle.createUpdate("insert into opener (audience, key) values (:audience, :key) on conflict do nothing")
                    .bind("audience", audience.key())
                    .bind("key", key)
                    .execute();
        }
    }

    void addSpeakers(EventSlug event, Collection<LogSpeaker> speakers) {
        long evening = LogRow.range(event).low();
        for (var speaker : speakers) {
            int number = number(speaker.id());
            names(speaker).forEach(folded -> addName(number, folded, evening));
        }
    }

    private static Set<String> names(LogSpeaker speaker) {
        return speaker.names().stream()
                .map(name -> Fold.text(name).strip())
                .filter(folded -> !folded.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void addName(int speaker, String folded, long evening) {
        handle.createUpdate("insert into name (folded, speaker) values (:folded, :speaker) on conflict do nothing")
                .bind("folded", folded)
                .bind("speaker", speaker)
                .execute();
        handle.createUpdate("""
                        insert into called (name, evening)
                        select id, :evening from name where folded = :folded and speaker = :speaker
                        on conflict do nothing
                        """)
                .bind("evening", evening)
                .bind("folded", folded)
                .bind("speaker", speaker)
                .execute();
    }

    void addEntries(EventSlug event, Iterator<LogEntry> entries) {
        boolean overflows = false;
        var places = new BitSet();
        while (entries.hasNext()) {
            try (var grams = handle.prepareBatch("insert into fts (rowid, g) values (:row, :grams)")) {
                for (int i = 0; i < BATCH && entries.hasNext(); i++) {
                    var entry = entries.next();
                    long row = LogRow.of(event, entry.place());
                    take(entry.place(), places);
                    overflows |= LogSlot.overflows(row);
                    grams.bind("row", LogSlot.of(row))
                            .bind("grams", LogTokens.of(entry, number(entry.author())))
                            .add();
                }
                grams.execute();
            }
        }
        handle.createUpdate("update evening set overflows = :overflows where low = :low")
                .bind("overflows", overflows)
                .bind("low", LogRow.range(event).low())
                .execute();
    }

    /** FTS5 itself would put both under one row. */
    private static void take(int place, BitSet taken) {
        if (taken.get(place)) {
            throw new IllegalArgumentException("place " + place + " comes twice");
        }
        taken.set(place);
    }

    private int number(Snowflake speaker) {
        return numbers.computeIfAbsent(
                speaker,
                id -> known(id).orElseGet(() -> {
                    handle.createUpdate("insert into speaker (id) values (:id)")
                            .bind("id", id.bits())
                            .execute();
                    return known(id).orElseThrow();
                }));
    }

    private Optional<Integer> known(Snowflake speaker) {
        return handle.createQuery("select number from speaker where id = :id")
                .bind("id", speaker.bits())
                .mapTo(Integer.class)
                .findOne();
    }

    void forget(EventSlug event, Collection<Integer> places) {
        try (var rows = handle.prepareBatch("delete from fts where rowid = :row")) {
            places.stream()
                    .sorted()
                    .forEach(place -> rows.bind("row", LogSlot.of(LogRow.of(event, place)))
                            .add());
            rows.execute();
        }
    }

    /** Their messages and their names; the number is never another's. */
    void forget(Snowflake speaker) {
        known(speaker).ifPresent(number -> {
            handle.createUpdate("delete from fts where rowid in (select rowid from fts where fts match :author)")
                    .bind("author", LogGrams.ofAuthor(number))
                    .execute();
            handle.createUpdate("delete from called where name in (select id from name where speaker = :number)")
                    .bind("number", number)
                    .execute();
            handle.createUpdate("delete from name where speaker = :number")
                    .bind("number", number)
                    .execute();
        });
    }

    /** Merges what was written in pieces, leaves out what was taken away, and counts the tokens that are in many messages. */
    void optimize(int many) {
        handle.execute("insert into fts (fts) values ('optimize')");
        handle.execute("delete from frequent");
        handle.createUpdate("""
                        insert into frequent (token, messages) select term, doc from vocabulary where doc >= :many
                        """).bind("many", many).execute();
        handle.execute("update state set changes = changes + 1");
    }
}
