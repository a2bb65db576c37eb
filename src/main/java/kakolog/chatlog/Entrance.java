package kakolog.chatlog;

import java.util.List;
import java.util.Optional;
import kakolog.chatlog.Fetched.Why;
import kakolog.discord.Channel;
import kakolog.discord.Discord;
import kakolog.discord.Guild;
import kakolog.discord.Rights;
import kakolog.discord.Role;
import kakolog.id.Snowflake;

/**
 * Looks before the reading whether the bot may read a channel's past at all: where it may not, Discord answers with no
 * messages or with empty ones, as if nobody had said anything.
 */
final class Entrance {
    private final Discord discord;
    private final Snowflake guild;
    private final Patient patient;

    /**
     * A channel that may be read.
     *
     * @param all the channels of the server, without threads
     */
    record Open(Channel channel, Guild guild, List<Role> roles, List<Channel> all) {

        /** What everybody in the server may know of; the name of a hidden channel is nobody's business. */
        List<Channel> known() {
            var everybody = Rights.ofEverybody(guild, roles);
            return all.stream()
                    .filter(one -> everybody.in(one).may(Rights.VIEW_CHANNEL))
                    .toList();
        }
    }

    Entrance(Discord discord, Snowflake guild, Patient patient) {
        this.discord = discord;
        this.guild = guild;
        this.patient = patient;
    }

    Open to(Snowflake id) throws Stop {
        if (!patient.ask(discord::application).mayReadMessages()) {
            throw new Stop(Why.MESSAGE_CONTENT_MISSING, "the application may not read what messages say");
        }
        var server = patient.ask(() -> discord.guild(guild));
        var channel = patient.ask(() -> discord.channel(id));
        if (!guild.equals(channel.guild()) || !channel.hasMessages()) {
            throw new Stop(Why.CHANNEL_UNKNOWN, "channel " + id + " is none of this server where one can write");
        }
        var roles = patient.ask(() -> discord.roles(guild));
        var self = patient.ask(discord::self);
        var bot = patient.ask(() -> discord.member(guild, self.id()));
        var all = patient.ask(() -> discord.channels(guild));
        judge(Rights.of(server, bot, roles).in(ruling(channel, all)), channel);
        return new Open(channel, server, roles, all);
    }

    /** A thread has the rights of its channel. */
    private static Channel ruling(Channel channel, List<Channel> all) throws Stop {
        if (!channel.isThread()) {
            return channel;
        }
        Optional<Channel> parent =
                all.stream().filter(one -> one.id().equals(channel.parent())).findFirst();
        return parent.orElseThrow(() -> new Stop(Why.CHANNEL_UNKNOWN, "the channel of a thread is not to be found"));
    }

    private static void judge(Rights rights, Channel channel) throws Stop {
        boolean connects = !channel.isVoice() || rights.may(Rights.CONNECT);
        if (!rights.may(Rights.VIEW_CHANNEL) || !connects) {
            throw new Stop(Why.CHANNEL_HIDDEN, "the bot may not see channel " + channel.id());
        }
        if (!rights.may(Rights.READ_MESSAGE_HISTORY)) {
            throw new Stop(Why.HISTORY_MISSING, "the bot may not read the past of channel " + channel.id());
        }
    }
}
