package kakolog.session;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kakolog.access.Audience;
import kakolog.access.Refused;
import kakolog.access.Viewer;
import kakolog.access.Viewer.SignedIn;
import kakolog.access.Viewer.Standing;
import kakolog.id.EventSlug;
import kakolog.id.Snowflake;
import kakolog.text.Messages;
import kakolog.web.Asking;
import kakolog.web.Json;
import kakolog.web.Refusals;
import org.jspecify.annotations.Nullable;

/** Tells people how they stand: the roles they hold, when that was seen, and what would let them in. */
public final class StandingWords implements Refusals {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final @Nullable Membership membership;
    private final Supplier<Community> community;

    /**
     * What is to be said of the community.
     *
     * @param invite the address by which one joins the server; null where there is none
     */
    public record Community(
            ZoneId zone, String organizerRole, @Nullable String invite) {}

    public StandingWords(@Nullable Membership membership, Supplier<Community> community) {
        this.membership = membership;
        this.community = community;
    }

    @Override
    public Refusal of(Refused refused, Asking asking) {
        var messages = Messages.in(asking.language());
        boolean outside = standing(refused.viewer())
                .filter(Standing.Outsider.class::isInstance)
                .isPresent();
        return new Refusal(
                need(refused.audience(), messages),
                held(refused.viewer(), messages),
                checkedAt(refused.viewer()),
                ways(refused.audience(), outside, messages));
    }

    private String need(Audience audience, Messages messages) {
        if (audience instanceof Audience.ParticipantsOf participants) {
            return messages.get("refused.need.participants", participants.event());
        }
        if (audience instanceof Audience.LogReadersOf log) {
            return messages.get(log.participantsToo() ? "refused.need.participants" : "refused.need.log", log.event());
        }
        return messages.get(
                audience == Audience.organizers() ? "refused.need.organizers" : "refused.need.members",
                organizerRole());
    }

    /** Its name, also where the setting gives its id. */
    private String organizerRole() {
        var nameOrId = community.get().organizerRole();
        return Snowflake.of(nameOrId)
                .filter(id -> membership != null)
                .flatMap(id -> membership.namesOf(Set.of(id)).stream().findFirst())
                .orElse(nameOrId);
    }

    private List<Way> ways(Audience audience, boolean outside, Messages messages) {
        var ways = new ArrayList<Way>();
        if (outside) {
            ways.add(new Way(messages.get("refused.way.join"), community.get().invite()));
        }
        if (audience instanceof Audience.ParticipantsOf
                || (audience instanceof Audience.LogReadersOf log && log.participantsToo())) {
            ways.add(new Way(messages.get("refused.way.sign-up"), "/pages/join"));
        }
        if (audience != Audience.organizers()) {
            ways.add(new Way(messages.get("refused.way.boost"), "/pages/boost"));
        }
        ways.add(new Way(messages.get("refused.way.recheck"), null));
        return ways;
    }

    /** The roles that this viewer holds, in words; those that mean something here without a role of that name as well. */
    public List<String> held(Viewer viewer, Messages messages) {
        var member = viewer.member();
        if (member.isEmpty()) {
            return List.of();
        }
        var names = new ArrayList<>(
                membership == null
                        ? List.<String>of()
                        : membership.namesOf(member.get().roles()));
        member.get().events().stream()
                .sorted()
                .map(EventSlug::value)
                .filter(slug -> !names.contains(slug))
                .forEach(slug -> names.add(messages.get("me.remembered", slug)));
        if (member.get().booster() && member.get().roles().isEmpty()) {
            names.add(messages.get("me.booster"));
        }
        return names;
    }

    /** When this viewer's roles were seen, to the second; empty where nothing can be said. */
    public String checkedAt(Viewer viewer) {
        return moment(viewer)
                .map(at -> at.atZone(community.get().zone()).format(SECONDS))
                .orElse("");
    }

    /** A moment as programs read it, with the site's offset. */
    String offset(Instant at) {
        return Json.time(
                at.truncatedTo(ChronoUnit.SECONDS).atZone(community.get().zone()));
    }

    static Optional<Instant> moment(Viewer viewer) {
        return standing(viewer).flatMap(standing -> {
            if (standing instanceof Standing.Member member) {
                return Optional.of(member.checkedAt());
            }
            return standing instanceof Standing.Outsider outsider
                    ? Optional.of(outsider.checkedAt())
                    : Optional.empty();
        });
    }

    private static Optional<Standing> standing(Viewer viewer) {
        return viewer instanceof SignedIn signedIn ? Optional.of(signedIn.standing()) : Optional.empty();
    }
}
