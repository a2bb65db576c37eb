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

    static Channel channel(Fields channel) {
        var name = channel.textOrNull("name");
        return new Channel(
                channel.id("id"),
                name == null ? "" : name,
                channel.number("type"),
                channel.idOrNull("guild_id"),
                channel.idOrNull("parent_id"),
                channel.objects("permission_overwrites", Shapes::overwrite));
    }

    private static Channel.Overwrite overwrite(Fields overwrite) {
        return new Channel.Overwrite(
                overwrite.id("id"),
                overwrite.number("type") == 1,
                overwrite.decimal("allow"),
                overwrite.decimal("deny"));
    }

    /** Only the archive says whether there are more; those in use come all at once. */
    static Threads threads(Fields answer) {
        return new Threads(Fields.list(answer.array("threads"), Shapes::thread), answer.isTrue("has_more"));
    }

    private static ChannelThread thread(Fields thread) {
        var archivedAt = thread.in("thread_metadata").timeOrNull("archive_timestamp");
        if (archivedAt == null) {
            throw new Fields.WrongShape("archive_timestamp");
        }
        return new ChannelThread(
                thread.id("id"),
                thread.text("name"),
                thread.number("type"),
                thread.id("parent_id"),
                thread.idOrNull("last_message_id"),
                archivedAt);
    }
}
