package kakolog.session;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kakolog.db.Database;
import kakolog.discord.Member;
import kakolog.id.EventSlug;
import kakolog.id.Snowflake;
import kakolog.record.Change;
import kakolog.record.Change.Kind;
import kakolog.record.Changes;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * Who took part in which event. Seen holding the dated role, remembered; the right ends when the role is still there and not
 * held any more, and stays when the role itself is gone from the server. An organizer's word counts for more than the role.
 */
public final class Participation {
    private static final RowMapper<Participant> ROW = (row, context) -> new Participant(
            new EventSlug(row.getString("event")),
            Snowflake.of(row.getString("person")).orElseThrow(),
            row.getString("name"),
            Instant.ofEpochMilli(row.getLong("seen_at")),
            row.getObject("ended_at") != null,
            row.getObject("revoked_at") != null);

    private final Database database;
    private final Changes changes;

    /**
     * One who was seen holding the dated role of an event.
     *
     * @param ended whether the role was taken away since
     * @param revoked whether an organizer has taken the right away
     */
    public record Participant(
            EventSlug event, Snowflake person, String name, Instant seenAt, boolean ended, boolean revoked) {
        /** Whether the right stands now. */
        public boolean isValid() {
            return !ended && !revoked;
        }
    }

    /** Which events' roles are held, and which are gone from the server. */
    interface Roles {
        Set<EventSlug> held();

        /** Whether the role of this event is in the server still, asked after the member was; empty where it cannot be told. */
        Optional<Boolean> isThere(EventSlug event);
    }

    public Participation(Database database, Changes changes) {
        this.database = database;
        this.changes = changes;
    }

    /**
     * Brings the memory of one member up to what their roles say now, and tells what they took part in by it; empty where that
     * cannot be told. What is told is committed.
     */
    Optional<Set<EventSlug>> update(Member member, Roles roles, Instant now) {
        var remembered = of(member.id());
        var lost = new HashSet<EventSlug>();
        for (var participant : remembered) {
            if (!participant.ended() && !roles.held().contains(participant.event())) {
                var there = roles.isThere(participant.event());
                if (there.isEmpty()) {
                    return Optional.empty();
                }
                if (there.get()) {
                    lost.add(participant.event());
                }
            }
        }
        var standing = new HashSet<EventSlug>();
        remembered.stream()
                .filter(participant -> !participant.ended())
                .map(Participant::event)
                .forEach(standing::add);
        var gained = new HashSet<>(roles.held());
        gained.removeAll(standing);
        if (!gained.isEmpty() || !lost.isEmpty()) {
            database.writer().useTransaction(handle -> {
                gained.forEach(event -> remember(handle, member, event, now));
                lost.forEach(event -> end(handle, member, event, now));
            });
        }
        standing.addAll(gained);
        standing.removeAll(lost);
        remembered.stream().filter(Participant::revoked).map(Participant::event).forEach(standing::remove);
        return Optional.of(standing);
    }

    private void remember(Handle handle, Member member, EventSlug event, Instant now) {
        handle.createUpdate("""
                        insert into participation (event, person, name, seen_at)
                        values (:event, :person, :name, :now)
                        on conflict (event, person) do update
                        set ended_at = null, seen_at = excluded.seen_at, name = excluded.name
                        """)
                .bind("event", event.value())
                .bind("person", member.id().toString())
                .bind("name", member.displayName())
                .bind("now", now.toEpochMilli())
                .execute();
        changes.add(handle, new Change(now, "", "", Kind.PARTICIPANT_SEEN, event.value(), member.displayName()));
    }

    private void end(Handle handle, Member member, EventSlug event, Instant now) {
        handle.createUpdate("update participation set ended_at = :now where event = :event and person = :person")
                .bind("now", now.toEpochMilli())
                .bind("event", event.value())
                .bind("person", member.id().toString())
                .execute();
        changes.add(handle, new Change(now, "", "", Kind.PARTICIPANT_ENDED, event.value(), member.displayName()));
    }

    private List<Participant> of(Snowflake person) {
        return database.reader()
                .withHandle(handle -> handle.createQuery("""
                        select event, person, name, seen_at, ended_at, revoked_at
                        from participation where person = :person
                        """)
                        .bind("person", person.toString())
                        .map(ROW)
                        .list());
    }

    /** All who were ever seen holding the dated role of an event, by name. */
    public List<Participant> of(EventSlug event) {
        return database.reader()
                .withHandle(handle -> handle.createQuery("""
                        select event, person, name, seen_at, ended_at, revoked_at
                        from participation where event = :event order by name, person
                        """)
                        .bind("event", event.value())
                        .map(ROW)
                        .list());
    }

    /**
     * Takes a right away by an organizer's word, or gives it back.
     *
     * @return whether there was such a participant, and their right was not so already
     */
    public boolean rule(EventSlug event, Snowflake person, boolean revoked, Change.By by, Instant now) {
        return database.writer().inTransaction(handle -> {
            var name = handle.createQuery("""
                            select name from participation where event = :event and person = :person
                            and (revoked_at is null) = :revoked
                            """)
                    .bind("event", event.value())
                    .bind("person", person.toString())
                    .bind("revoked", revoked)
                    .mapTo(String.class)
                    .findOne();
            name.ifPresent(subject -> {
                handle.createUpdate(
                                "update participation set revoked_at = :at where event = :event and person = :person")
                        .bind("at", revoked ? (Long) now.toEpochMilli() : null)
                        .bind("event", event.value())
                        .bind("person", person.toString())
                        .execute();
                var kind = revoked ? Kind.PARTICIPANT_REVOKED : Kind.PARTICIPANT_RESTORED;
                changes.add(handle, by.made(now, kind, event.value(), subject));
            });
            return name.isPresent();
        });
    }
}
