package kakolog.operate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kakolog.content.Event;
import kakolog.discord.Role;
import kakolog.id.Snowflake;
import kakolog.session.RememberedRole;

/** Looks for the roles that mean something here: each by the id it was matched by before, else by its name. */
final class RoleCheckup {
    /** Older evenings need their role no more: who took part is remembered, and roles are deleted to make room. */
    private static final int MONTHS = 3;

    private final List<Role> roles;
    private final List<RememberedRole> remembered;
    private final List<Finding> findings;

    RoleCheckup(List<Role> roles, List<RememberedRole> remembered, List<Finding> findings) {
        this.roles = roles;
        this.remembered = remembered;
        this.findings = findings;
    }

    /** What is looked for. */
    private record Wanted(String purpose, String what, String name, String mend) {}

    void organizers(String nameOrId) {
        var byId = Snowflake.of(nameOrId).flatMap(this::byId);
        if (byId.isPresent()) {
            findings.add(Finding.ok("organizers hold " + words(byId.get())));
            return;
        }
        var wanted = new Wanted(
                RememberedRole.ORGANIZERS,
                "the organizers' role",
                nameOrId,
                "set KAKOLOG_ORGANIZER_ROLE to the id of the right one");
        if (find(wanted, true).isEmpty() && named(nameOrId).isEmpty()) {
            findings.add(Finding.fault(
                    "the organizers' role: none is called " + nameOrId + " now",
                    "make it in the server, or set KAKOLOG_ORGANIZER_ROLE to another's name or id"));
        }
    }

    /** By its mark: it may be called anything. */
    void boosters() {
        findings.add(roles.stream()
                .filter(Role::booster)
                .findFirst()
                .map(role -> Finding.ok("boosters hold " + words(role)))
                .orElseGet(() -> Finding.note("the server has no role of boosters: it was never boosted")));
    }

    /** The dated roles of all these events; those of late and to come are told one by one. */
    List<Role> dated(List<Event> events, LocalDate today) {
        var found = new ArrayList<Role>();
        for (var event : events) {
            if (event.status() == Event.Status.CALLED_OFF) {
                continue;
            }
            boolean isLate = !event.date().isBefore(today.minusMonths(MONTHS));
            var wanted = new Wanted(
                    RememberedRole.purposeOf(event.slug()),
                    "the role of " + event.slug(),
                    event.role(),
                    "give the right one a name of its own and write that as role: in events/" + event.slug() + ".md");
            var role = find(wanted, isLate);
            role.ifPresent(found::add);
            if (isLate && role.isEmpty() && named(event.role()).isEmpty()) {
                findings.add(Finding.note("the role of " + event.slug() + ": none is called " + event.role()));
            }
        }
        return found;
    }

    /** Tells of what is wrong, and with {@code fully} of what is right; where there is none at all, of nothing. */
    private Optional<Role> find(Wanted wanted, boolean fully) {
        var before = remembered.stream()
                .filter(role ->
                        role.purpose().equals(wanted.purpose()) && role.name().equals(wanted.name()))
                .map(RememberedRole::role)
                .findFirst();
        var known = before.flatMap(this::byId);
        var named = named(wanted.name());
        if (before.isPresent() && known.isEmpty() && !named.isEmpty()) {
            findings.add(Finding.fault(
                    wanted.what() + " was " + before.get() + ", which is gone; another has its name now, " + ids(named)
                            + ", and counts for nothing",
                    wanted.mend()));
            return Optional.empty();
        }
        if (before.isEmpty() && named.size() > 1) {
            findings.add(Finding.fault(
                    wanted.what() + ": several are called " + wanted.name() + ", " + ids(named), wanted.mend()));
            return named.stream().findFirst();
        }
        var found = known.or(() -> named.stream().findFirst());
        if (fully) {
            found.ifPresent(role -> findings.add(Finding.ok(wanted.what() + " is " + words(role))));
        }
        return found;
    }

    private Optional<Role> byId(Snowflake id) {
        return roles.stream().filter(role -> role.id().equals(id)).findFirst();
    }

    /** The oldest first, which counts where there are several. */
    private List<Role> named(String name) {
        return roles.stream()
                .filter(role -> role.name().equals(name))
                .sorted((one, other) ->
                        Long.compareUnsigned(one.id().bits(), other.id().bits()))
                .toList();
    }

    private static String words(Role role) {
        return role.name() + " (" + role.id() + ")";
    }

    private static String ids(List<Role> roles) {
        return roles.stream().map(role -> role.id().toString()).collect(Collectors.joining(", "));
    }
}
