package kakolog;

import java.util.List;
import java.util.Optional;
import kakolog.content.Events;
import kakolog.id.Snowflake;
import kakolog.session.Membership;
import kakolog.session.StandingWords;
import kakolog.web.Frames;
import org.jspecify.annotations.Nullable;

/** What the settings and the site's own file say together, at any moment. */
final class SiteSettings {
    private final Config config;
    private final Events events;

    SiteSettings(Config config, Events events) {
        this.config = config;
        this.events = events;
    }

    /**
     * How membership of the Discord server is judged.
     *
     * @throws Config.Unusable where no server is named
     */
    Membership.Rules rules() throws Config.Unusable {
        var discord = config.discord().orElseThrow();
        var guild = discord.guild()
                .or(() -> Optional.ofNullable(events.current().site().guildId()));
        if (guild.isEmpty()) {
            throw new Config.Unusable(
                    List.of("no Discord server is named; set KAKOLOG_DISCORD_GUILD_ID, or guild_id in "
                            + config.content().resolve("site.yaml")));
        }
        return new Membership.Rules(
                guild.get(),
                discord.roleTtl(),
                discord.outageGrace(),
                this::organizerRole,
                () -> events.current().roles());
    }

    /** The channel of the events; null where nobody has set it. */
    @Nullable
    Snowflake eventChannel() {
        return config.discord()
                .flatMap(Config.Discord::eventChannel)
                .orElseGet(() -> events.current().site().eventChannel().id());
    }

    private String organizerRole() {
        return config.discord()
                .flatMap(Config.Discord::organizerRole)
                .orElseGet(() -> events.current().site().organizerRole());
    }

    StandingWords.Community community() {
        var site = events.current().site();
        return new StandingWords.Community(site.zone(), organizerRole(), site.invite());
    }

    Frames.About about() {
        var site = events.current().site();
        return new Frames.About(site.name(), site.tagline(), site.zone());
    }
}
