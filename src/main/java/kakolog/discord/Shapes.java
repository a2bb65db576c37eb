package kakolog.discord;

/** How our records are read from Discord's objects. */
final class Shapes {
    private Shapes() {}

    static Account account(Fields user) {
        return new Account(
                user.id("id"), user.text("username"), user.textOrNull("global_name"), user.textOrNull("avatar"));
    }

    /** The avatar is the account's: the member's own one is of this server only. */
    static Member member(Fields member) {
        var user = account(member.in("user"));
        return new Member(
                user.id(),
                user.username(),
                user.globalName(),
                member.textOrNull("nick"),
                user.avatar(),
                member.ids("roles"),
                member.timeOrNull("premium_since"),
                member.isTrue("pending"));
    }

    static Role role(Fields role) {
        return new Role(
                role.id("id"),
                role.text("name"),
                role.number("position"),
                role.isTrue("managed"),
                role.has("tags", "premium_subscriber"),
                role.decimal("permissions"));
    }

    static Guild guild(Fields guild) {
        return new Guild(guild.id("id"), guild.text("name"), guild.id("owner_id"));
    }

    static Application application(Fields application) {
        return new Application(application.id("id"), application.bits("flags"));
    }
}
