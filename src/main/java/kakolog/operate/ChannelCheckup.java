package kakolog.operate;

import kakolog.discord.Channel;
import kakolog.discord.Discord;
import kakolog.discord.Guild;
import kakolog.discord.Reply;
import kakolog.discord.Rights;
import kakolog.id.Snowflake;

/** Looks whether the bot may read what was said in the channel where the evenings are held. */
final class ChannelCheckup {
    private static final String SETTING = "correct KAKOLOG_DISCORD_EVENT_CHANNEL_ID";

    private final Discord discord;
    private final Guild guild;
    private final Rights inServer;

    /** @param inServer what the bot may do in the server at large */
    ChannelCheckup(Discord discord, Guild guild, Rights inServer) {
        this.discord = discord;
        this.guild = guild;
        this.inServer = inServer;
    }

    Finding examine(Snowflake id) {
        return answer(id, discord.channel(id), channel -> {
            boolean canBeIt = guild.id().equals(channel.guild()) && channel.hasMessages();
            return canBeIt
                    ? judge(channel)
                    : Finding.fault(named(channel) + " is none of this server where one can write", SETTING);
        });
    }

    private interface Judge {
        Finding of(Channel channel);
    }

    private static Finding answer(Snowflake id, Reply<Channel> reply, Judge judge) {
        return reply.fold(
                judge::of,
                no -> no.code().equals(Reply.No.MISSING_ACCESS)
                        ? hidden("event channel " + id)
                        : Finding.fault("there is no event channel " + id, SETTING),
                ours -> Finding.fault("event channel " + id + ": " + ours.what(), SETTING),
                unclear -> Finding.fault(
                        "event channel " + id + ": no answer to go by (" + unclear.why() + ")", "try again"));
    }

    private Finding judge(Channel channel) {
        var parent = channel.parent();
        // A thread has the rights of its channel.
        return channel.isThread() && parent != null
                ? answer(channel.id(), discord.channel(parent), ruling -> judge(channel, inServer.in(ruling)))
                : judge(channel, inServer.in(channel));
    }

    private static Finding judge(Channel channel, Rights rights) {
        if (!rights.may(Rights.VIEW_CHANNEL) || (channel.isVoice() && !rights.may(Rights.CONNECT))) {
            return hidden(named(channel));
        }
        return rights.may(Rights.READ_MESSAGE_HISTORY)
                ? Finding.ok("the bot may read the past of " + named(channel))
                : Finding.fault(
                        "the bot may not read the past of " + named(channel) + ", which would come empty",
                        "allow its role Read Message History in the channel's settings");
    }

    private static Finding hidden(String channel) {
        return Finding.fault(
                "the bot may not see " + channel,
                "allow its role View Channel in the channel's settings, and Connect where it is one for voices");
    }

    private static String named(Channel channel) {
        return "event channel " + channel.name() + " (" + channel.id() + ")";
    }
}
