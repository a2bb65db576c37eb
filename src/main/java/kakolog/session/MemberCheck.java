package kakolog.session;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kakolog.access.Viewer.Standing;
import kakolog.discord.Discord;
import kakolog.discord.Member;
import kakolog.id.EventSlug;
import kakolog.id.Snowflake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Discord how somebody stands in the server, and what follows from it here. One call, unless roles have changed. */
final class MemberCheck implements RoleChecks.Question {
    private static final Logger LOG = LoggerFactory.getLogger(MemberCheck.class);

    private final Discord discord;
    private final Snowflake guild;
    private final Clock clock;
    private final GuildRoles guildRoles;
    private final MatchedRoles matched;
    private final Participation participation;
    private final Supplier<String> organizerRole;
    private final Supplier<Map<EventSlug, String>> eventRoles;

    MemberCheck(
            Discord discord,
            Snowflake guild,
            Clock clock,
            GuildRoles guildRoles,
            MatchedRoles matched,
            Participation participation,
            Supplier<String> organizerRole,
            Supplier<Map<EventSlug, String>> eventRoles) {
        this.discord = discord;
        this.guild = guild;
        this.clock = clock;
        this.guildRoles = guildRoles;
        this.matched = matched;
        this.participation = participation;
        this.organizerRole = organizerRole;
        this.eventRoles = eventRoles;
    }

    @Override
    public Optional<Standing> standing(Snowflake person, Instant now, boolean anew) {
        return discord.member(guild, person)
                .<Optional<Standing>>fold(
                        member -> standing(member, now, clock.instant(), anew),
                        no -> Optional.of(new Standing.Outsider(now)),
                        ours -> unknown(person, ours.what()),
                        unclear -> unknown(person, unclear.why()));
    }

    /** Told in detail only to who looks for it: that Discord cannot be asked is in the log already, once. */
    private static Optional<Standing> unknown(Snowflake person, String why) {
        LOG.debug("roles of {} cannot be checked: {}", person, why);
        return Optional.empty();
    }

    /** A list of roles from before the member was told would not know that a role has been deleted in between. */
    private Optional<Standing> standing(Member member, Instant now, Instant answeredAt, boolean anew) {
        var listed = anew ? guildRoles.askedAfter(answeredAt) : guildRoles.knowing(member.roles());
        if (listed.isEmpty()) {
            return Optional.empty();
        }
        var roles = listed.get();
        var dated = new HashMap<EventSlug, Snowflake>();
        eventRoles
                .get()
                .forEach((event, name) ->
                        matched.ofEvent(event, name, roles, now).ifPresent(role -> dated.put(event, role)));
        var events = participation.update(member, new Dated(member, dated, answeredAt), now);
        boolean booster = member.premiumSince() != null
                || member.roles().stream().map(roles.roles()::get).anyMatch(role -> role != null && role.booster());
        boolean organizer = matched.ofOrganizers(organizerRole.get(), roles, now)
                .filter(member.roles()::contains)
                .isPresent();
        return events.map(took -> new Standing.Member(now, member.roles(), booster, organizer, took));
    }

    private final class Dated implements Participation.Roles {
        private final Map<EventSlug, Snowflake> dated;
        private final Set<EventSlug> held = new HashSet<>();
        private final Instant answeredAt;

        private Dated(Member member, Map<EventSlug, Snowflake> dated, Instant answeredAt) {
            this.dated = dated;
            this.answeredAt = answeredAt;
            dated.forEach((event, role) -> {
                if (member.roles().contains(role)) {
                    held.add(event);
                }
            });
        }

        @Override
        public Set<EventSlug> held() {
            return held;
        }

        @Override
        public Optional<Boolean> isThere(EventSlug event) {
            var role = dated.get(event);
            return role == null
                    ? Optional.of(false)
                    : guildRoles
                            .askedAfter(answeredAt)
                            .map(roles -> roles.roles().containsKey(role));
        }
    }
}
