package kakolog.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kakolog.db.Database;
import kakolog.discord.Discord;
import kakolog.id.EventSlug;
import kakolog.id.Snowflake;
import kakolog.record.Changes;
import org.jspecify.annotations.Nullable;

/** How people stand in the Discord server: checked lazily, counted for a while, remembered where it must be. */
public final class Membership implements AutoCloseable {
    private final GuildRoles guildRoles;
    private final RoleChecks checks;

    /**
     * What it goes by.
     *
     * @param ttl how long a check counts
     * @param grace how much longer the last one counts while Discord is silent
     * @param organizerRole a role's name or id
     * @param eventRoles the name of the dated role of each event
     */
    public record Rules(
            Snowflake guild,
            Duration ttl,
            Duration grace,
            Supplier<String> organizerRole,
            Supplier<Map<EventSlug, String>> eventRoles) {}

    public Membership(
            Discord discord,
            Rules rules,
            Database database,
            Participation participation,
            Changes changes,
            Clock clock) {
        guildRoles = new GuildRoles(discord, rules.guild(), clock);
        var matched = new MatchedRoles(database, changes);
        var question = new MemberCheck(
                discord,
                rules.guild(),
                clock,
                guildRoles,
                matched,
                participation,
                rules.organizerRole(),
                rules.eventRoles());
        checks = new RoleChecks(question, clock, rules.ttl(), rules.grace());
    }

    Optional<RoleChecks.Check> current(Snowflake person, Instant now) {
        return checks.current(person, now);
    }

    RoleChecks.@Nullable Check peek(Snowflake person, Instant now) {
        return checks.peek(person, now);
    }

    void recheck(Snowflake person, Instant now) {
        checks.recheck(person, now);
    }

    /** Lets no earlier check of this person count: an organizer has changed their right. */
    public void forget(Snowflake person) {
        checks.forget(person);
    }

    /** What roles are called, the mightiest first. */
    List<String> namesOf(Set<Snowflake> roles) {
        return guildRoles.current().map(listed -> listed.namesOf(roles)).orElse(List.of());
    }

    /** Seconds since the oldest check of those that are known. */
    public double oldestCheckSeconds(Instant now) {
        return checks.oldestSeconds(now);
    }

    @Override
    public void close() {
        checks.close();
    }
}
