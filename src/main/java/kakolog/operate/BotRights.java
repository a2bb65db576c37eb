package kakolog.operate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kakolog.discord.Guild;
import kakolog.discord.Member;
import kakolog.discord.Rights;
import kakolog.discord.Role;

/** What the bot may do in the server, by the bits of its roles; single channels may say otherwise. */
final class BotRights {
    /** To view channels, read their past, send messages, react, and manage roles. */
    static final long WANTED = 268_504_128;

    private final boolean owner;
    private final List<Role> held;
    private final Rights rights;

    BotRights(Guild guild, Member bot, List<Role> roles) {
        rights = Rights.of(guild, bot, roles);
        owner = guild.owner().equals(bot.id());
        held = roles.stream()
                .filter(role -> bot.roles().contains(role.id()) || role.id().equals(guild.id()))
                .toList();
    }

    List<Finding> over(List<Role> dated) {
        var findings = new ArrayList<Finding>();
        if (!rights.may(Rights.MANAGE_ROLES)) {
            findings.add(Finding.note("the bot may not manage roles, which giving dated roles will need"));
        } else {
            findings.add(hierarchy(dated));
        }
        findings.add(
                rights.may(Rights.VIEW_CHANNEL) && rights.may(Rights.READ_MESSAGE_HISTORY)
                        ? Finding.ok("the bot may view channels and read their past")
                        : Finding.note("the bot may not view channels and read their past, which importing a log from"
                                + " Discord will need"));
        return findings;
    }

    /** Not even an administrator may give a role that is not below their own highest. */
    private Finding hierarchy(List<Role> dated) {
        int top = held.stream().mapToInt(Role::position).max().orElse(0);
        var above = dated.stream()
                .filter(role -> !owner && role.position() >= top)
                .map(Role::name)
                .collect(Collectors.joining(", "));
        return above.isEmpty()
                ? Finding.ok("the bot may give the dated roles")
                : Finding.fault(
                        "the bot's highest role is not above " + above + ", so it cannot give them",
                        "move the bot's role up in the server's settings");
    }
}
