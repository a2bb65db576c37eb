package kakolog.session;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kakolog.db.Database;
import kakolog.discord.Role;
import kakolog.id.EventSlug;
import kakolog.id.Snowflake;
import kakolog.record.Change;
import kakolog.record.Changes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The roles that mean something here, matched by their exact names once and kept by their ids from then on: a role that is
 * renamed stays what it was, and nobody gains a right by giving another role its name. A setting or an event that names
 * another role is matched anew.
 */
final class MatchedRoles {
    private static final Logger LOG = LoggerFactory.getLogger(MatchedRoles.class);
    /** Digits of the ids that Discord has given since its first months. */
    private static final int SHORTEST_ID = 17;

    private final Database database;
    private final Changes changes;
    private final Map<Purpose, Snowflake> matched = new ConcurrentHashMap<>();
    private boolean loaded;

    private record Purpose(String purpose, String name) {}

    MatchedRoles(Database database, Changes changes) {
        this.database = database;
        this.changes = changes;
    }

    /** The dated role of an event; empty while the server has none of that name. */
    Optional<Snowflake> ofEvent(EventSlug event, String name, GuildRoles.Listed roles, Instant now) {
        return match(new Purpose(RememberedRole.purposeOf(event), name), event.value(), roles, now);
    }

    /** The organizers' role, given by its name or its id. An id is never taken for a name, also when its role is gone. */
    Optional<Snowflake> ofOrganizers(String nameOrId, GuildRoles.Listed roles, Instant now) {
        return nameOrId.length() < SHORTEST_ID || Snowflake.of(nameOrId).isEmpty()
                ? match(new Purpose(RememberedRole.ORGANIZERS, nameOrId), "", roles, now)
                : Snowflake.of(nameOrId);
    }

    private Optional<Snowflake> match(Purpose purpose, String event, GuildRoles.Listed roles, Instant now) {
        load();
        var known = matched.get(purpose);
        if (known != null) {
            return Optional.of(known);
        }
        var candidates = roles.named(purpose.name());
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        if (candidates.size() > 1) {
            LOG.warn(
                    "{} roles have the name of {}; the oldest counts, {}",
                    candidates.size(),
                    purpose.purpose(),
                    candidates.get(0).id());
        }
        return Optional.of(keep(purpose, event, candidates.get(0), now));
    }

    private synchronized Snowflake keep(Purpose purpose, String event, Role role, Instant now) {
        var known = matched.get(purpose);
        if (known != null) {
            return known;
        }
        database.writer().useTransaction(handle -> {
            handle.createUpdate("""
                            insert into matched_role (purpose, name, role, matched_at)
                            values (:purpose, :name, :role, :at)
                            """)
                    .bind("purpose", purpose.purpose())
                    .bind("name", purpose.name())
                    .bind("role", role.id().toString())
                    .bind("at", now.toEpochMilli())
                    .execute();
            changes.add(handle, new Change(now, "", "", Change.Kind.ROLE_MATCHED, event, purpose.name()));
        });
        LOG.info("role {} is the one of {} from now on", role.id(), purpose.purpose());
        matched.put(purpose, role.id());
        return role.id();
    }

    private synchronized void load() {
        if (loaded) {
            return;
        }
        RememberedRole.in(database).forEach(role -> matched.put(new Purpose(role.purpose(), role.name()), role.role()));
        loaded = true;
    }
}
