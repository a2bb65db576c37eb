package kakolog.operate;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kakolog.content.Snapshot;
import kakolog.discord.Account;
import kakolog.discord.Application;
import kakolog.discord.Discord;
import kakolog.discord.Guild;
import kakolog.discord.Reply;
import kakolog.discord.Rights;
import kakolog.discord.Role;
import kakolog.id.Snowflake;
import kakolog.session.RememberedRole;
import org.jspecify.annotations.Nullable;

/** Asks Discord whether it knows the bot, the server and its roles as they are set up. */
final class DiscordCheckup {
    private final Discord discord;
    private final Doctor.AtDiscord settings;
    private final @Nullable Snapshot content;
    private final List<RememberedRole> remembered;
    private final Clock clock;
    private final List<Finding> findings = new ArrayList<>();

    DiscordCheckup(
            Discord discord,
            Doctor.AtDiscord settings,
            @Nullable Snapshot content,
            List<RememberedRole> remembered,
            Clock clock) {
        this.discord = discord;
        this.settings = settings;
        this.content = content;
        this.remembered = remembered;
        this.clock = clock;
    }

    /** Stops where nothing further can be asked: a refused token is not tried again and again. */
    List<Finding> examine() {
        var bot = told(
                discord.self(),
                "the bot",
                "make a new token in Discord's developer portal and set KAKOLOG_DISCORD_BOT_TOKEN to it");
        if (bot.isPresent()) {
            findings.add(Finding.ok("the bot token is that of " + bot.get().username()));
            told(discord.application(), "the application", "look into Discord's developer portal")
                    .ifPresent(this::application);
            guild().ifPresent(guild -> inside(guild, bot.get()));
        }
        return findings;
    }

    private void application(Application application) {
        if (!application.id().toString().equals(settings.credentials().clientId())) {
            findings.add(Finding.fault(
                    "the bot token is of application " + application.id() + ", KAKOLOG_DISCORD_CLIENT_ID names another",
                    "take id, secret and token from one application"));
        }
        findings.add(mayReadMessages(application));
    }

    /** Whoever names a channel wants what is said there. */
    private Finding mayReadMessages(Application application) {
        if (application.mayReadMessages()) {
            return Finding.ok("the application may read what messages say");
        }
        return settings.eventChannel() == null
                ? Finding.note("the application may not read what messages say (MESSAGE CONTENT INTENT in the developer"
                        + " portal); importing a log from Discord will need it")
                : Finding.fault(
                        "the application may not read what messages say, so those of the event channel come empty",
                        "turn on MESSAGE CONTENT INTENT in the developer portal");
    }

    private Optional<Guild> guild() {
        var id = guildId();
        if (id.isEmpty()) {
            findings.add(Finding.fault(
                    "no Discord server is named", "set KAKOLOG_DISCORD_GUILD_ID, or guild_id in site.yaml"));
            return Optional.empty();
        }
        var invitation = settings.url() + "/oauth2/authorize?client_id="
                + settings.credentials().clientId() + "&scope=bot&permissions=" + BotRights.WANTED;
        var guild = told(
                discord.guild(id.get()),
                "server " + id.get(),
                "correct KAKOLOG_DISCORD_GUILD_ID or guild_id in site.yaml, or invite the bot: " + invitation);
        guild.ifPresent(known -> findings.add(Finding.ok("the server is " + known.name() + " (" + known.id() + ")")));
        return guild;
    }

    private Optional<Snowflake> guildId() {
        return Optional.ofNullable(settings.guild())
                .or(() -> Optional.ofNullable(content).map(read -> read.site().guildId()));
    }

    private void inside(Guild guild, Account bot) {
        var roles = told(discord.roles(guild.id()), "the roles of the server", "try again");
        if (roles.isEmpty()) {
            return;
        }
        var dated = Optional.ofNullable(content).map(read -> dated(read, roles.get()));
        var member = told(discord.member(guild.id(), bot.id()), "the bot as a member", "invite it to the server again");
        if (member.isPresent()) {
            dated.ifPresent(found -> findings.addAll(new BotRights(guild, member.get(), roles.get()).over(found)));
            var channel = settings.eventChannel();
            if (channel != null) {
                var rights = Rights.of(guild, member.get(), roles.get());
                findings.add(new ChannelCheckup(discord, guild, rights).examine(channel));
            }
        }
    }

    /** The roles that give participation, after all named roles were looked at. */
    private List<Role> dated(Snapshot read, List<Role> roles) {
        var checkup = new RoleCheckup(roles, remembered, findings);
        checkup.organizers(Optional.ofNullable(settings.organizerRole())
                .orElseGet(() -> read.site().organizerRole()));
        checkup.boosters();
        return checkup.dated(
                read.all(), clock.instant().atZone(read.site().zone()).toLocalDate());
    }

    private <T> Optional<T> told(Reply<T> reply, String what, String mend) {
        var trouble = reply.<Optional<Finding>>fold(
                known -> Optional.empty(),
                no -> Optional.of(Finding.fault(what + ": Discord says that there is none (" + no.code() + ")", mend)),
                ours -> Optional.of(Finding.fault(what + ": " + ours.what(), mend)),
                unclear -> Optional.of(Finding.fault(
                        what + ": no answer to go by (" + unclear.why() + ")",
                        "look whether this machine reaches " + settings.url() + ", and try again")));
        trouble.ifPresent(findings::add);
        return reply.value();
    }
}
