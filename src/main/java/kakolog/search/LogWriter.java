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
    private final Handle handle;
    private final int mostHeld;
    private final Map<Snowflake, Integer> numbers = new HashMap<>();

    /** @param mostHeld as of {@link NewSegment} */
    LogWriter(Handle handle, int mostHeld) {
        this.handle = handle;
        this.mostHeld = mostHeld;
    }

    void remove(EventSlug event) {
        long evening = LogRow.range(event).low();
        var called = handle.createQuery("delete from evening where low = :evening returning called")
                .bind("evening", evening)
                .mapTo(byte[].class)
                .findOne();
        called.ifPresent(this::forgetNames);
        handle.createUpdate("delete from wrote where evening = :evening")
                .bind("evening", evening)
                .execute();
        new Segments(handle).dropUnused();
        handle.execute("update state set changes = changes + 1");
    }

    /** Those of these names that nobody has in another evening. */
    private void forgetNames(byte[] called) {
        var unused = new BitSet();
        Numbers.forEach(called, unused::set);
        handle.createQuery("select called from evening")
                .mapTo(byte[].class)
                .forEach(used -> Numbers.takeFrom(unused, used));
        unused.stream().forEach(name -> handle.execute("delete from name where id = ?", name));
    }

    void add(
            EventSlug event,
            String fingerprint,
            Audience audience,
            Collection<LogSpeaker> speakers,
            Iterator<LogEntry> entries) {
        long evening = LogRow.range(event).low();
        var segment = new NewSegment(new Segments(handle), mostHeld);
        segment.add(entries, this::number);
        int id = segment.write();
        handle.createUpdate("""
                        insert into evening (low, serial, fingerprint, audience, segment, first, span, called, authors)
                        select :low, changes, :fingerprint, :audience, :segment, 0, :span, :called, :authors from state
                        """)
                .bind("low", evening)
                .bind("fingerprint", fingerprint)
                .bind("audience", audience.key())
                .bind("segment", id)
                .bind("span", segment.span())
                .bind("called", called(speakers))
                .bind("authors", segment.distinctAuthors())
                .execute();
        handle.createUpdate("insert into wrote (evening, authors) values (:evening, :authors)")
                .bind("evening", evening)
                .bind("authors", segment.authors())
                .execute();
        addOpeners(audience);
        handle.execute("update state set changes = changes + 1");
    }

    private void addOpeners(Audience audience) {
        for (var key : audience.openedBy()) {
            handle.createUpdate("insert into opener (audience, key) values (:audience, :key) on conflict do nothing")
                    .bind("audience", audience.key())
                    .bind("key", key)
                    .execute();
        }
    }

    private byte[] called(Collection<LogSpeaker> speakers) {
        var names = new BitSet();
        for (var speaker : speakers) {
            int number = number(speaker.id());
            names(speaker).forEach(folded -> names.set(name(number, folded)));
        }
        return Numbers.of(names.stream().toArray());
    }

    private static Set<String> names(LogSpeaker speaker) {
        return speaker.names().stream()
                .map(name -> Fold.text(name).strip())
                .filter(folded -> !folded.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private int name(int speaker, String folded) {
        handle.createUpdate("insert into name (folded, speaker) values (:folded, :speaker) on conflict do nothing")
                .bind("folded", folded)
                .bind("speaker", speaker)
                .execute();
        return handle.createQuery("select id from name where folded = :folded and speaker = :speaker")
                .bind("folded", folded)
                .bind("speaker", speaker)
                .mapTo(Integer.class)
                .one();
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
}
