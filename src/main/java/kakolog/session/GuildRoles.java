package kakolog.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kakolog.discord.Discord;
import kakolog.discord.Role;
import kakolog.id.Snowflake;
import org.jspecify.annotations.Nullable;

/** The roles of the server, as Discord last told them. Asked for seldom: a member's own roles say when there is a new one. */
final class GuildRoles {
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);
    /** A role that stays unknown is asked for again after this, not at every check. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Discord discord;
    private final Snowflake guild;
    private final Clock clock;
    private volatile @Nullable Listed current;

    /**
     * All roles of the server.
     *
     * @param askedAt the moment before they were asked for
     */
    record Listed(Map<Snowflake, Role> roles, Instant askedAt) {
        Listed {
            roles = Map.copyOf(roles);
        }

        /** Those of this exact name, the oldest first: names are not unique. */
        List<Role> named(String name) {
            return roles.values().stream()
                    .filter(role -> role.name().equals(name))
                    .sorted((one, other) ->
                            Long.compareUnsigned(one.id().bits(), other.id().bits()))
                    .toList();
        }

        /** What roles are called; those that are not known are left out. */
        List<String> namesOf(Set<Snowflake> ids) {
            return ids.stream()
                    .flatMap(id -> Optional.ofNullable(roles.get(id)).stream())
                    .sorted((one, other) -> Integer.compare(other.position(), one.position()))
                    .map(Role::name)
                    .toList();
        }
    }

    GuildRoles(Discord discord, Snowflake guild, Clock clock) {
        this.discord = discord;
        this.guild = guild;
        this.clock = clock;
    }

    /** The last known list; empty before the first. */
    Optional<Listed> current() {
        return Optional.ofNullable(current);
    }

    /** A list that knows these roles, as far as Discord does; an older one while it is silent, empty where there is none. */
    Optional<Listed> knowing(Set<Snowflake> held) {
        var known = current;
        if (known != null) {
            var age = Duration.between(known.askedAt(), clock.instant());
            boolean young = !age.isNegative() && age.compareTo(GOOD_FOR) < 0;
            if (young && (known.roles().keySet().containsAll(held) || age.compareTo(PATIENCE) < 0)) {
                return Optional.of(known);
            }
        }
        return ask().or(this::current);
    }

    /** A list that was asked for after this moment; empty while Discord is silent. */
    Optional<Listed> askedAfter(Instant moment) {
        return current().filter(known -> known.askedAt().isAfter(moment)).or(this::ask);
    }

    /** One call serves all who wait for it. */
    private synchronized Optional<Listed> ask() {
        var begun = clock.instant();
        return discord.roles(guild).value().filter(this::isWhole).map(roles -> {
            var listed = new Listed(
                    roles.stream().collect(Collectors.toMap(Role::id, Function.identity(), (one, other) -> one)),
                    begun);
            current = listed;
            return listed;
        });
    }

    /** Every server has the role that everyone holds, under its own id: a list without it says nothing of roles that are gone. */
    private boolean isWhole(List<Role> roles) {
        return roles.stream().anyMatch(role -> role.id().equals(guild));
    }
}
