package kakolog.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import kakolog.discord.Channel.Overwrite;
import kakolog.id.Snowflake;
import org.jspecify.annotations.Nullable;

/** Channels and threads as Discord sends them. */
final class ChannelBodies {
    private ChannelBodies() {}

    static Map<String, @Nullable Object> of(Room room, Channels channels) {
        var side = room.side();
        return side == null ? channel(room, channels) : thread(room, side, channels);
    }

    private static Map<String, @Nullable Object> channel(Room room, Channels channels) {
        var body = common(room, channels);
        body.put("position", 0);
        body.put(
                "permission_overwrites",
                room.channel().overwrites().stream()
                        .map(ChannelBodies::overwrite)
                        .toList());
        body.put("topic", null);
        body.put("nsfw", false);
        body.put("icon_emoji", null);
        body.put("theme_color", null);
        if (room.channel().isVoice()) {
            body.put("bitrate", 64000);
            body.put("user_limit", 0);
            body.put("rtc_region", null);
        }
        return body;
    }

    private static Map<String, @Nullable Object> thread(Room room, Room.Side side, Channels channels) {
        var metadata = new LinkedHashMap<String, @Nullable Object>();
        metadata.put("archived", side.archived() && !side.active());
        metadata.put("archive_timestamp", MessageBodies.time(side.changedAt()));
        metadata.put("auto_archive_duration", 1440);
        metadata.put("locked", false);
        metadata.put("create_timestamp", MessageBodies.time(side.openedAt()));
        int count = channels.messages(room.channel().id()).size();
        var body = common(room, channels);
        body.put("owner_id", side.owner().id().toString());
        body.put("thread_metadata", metadata);
        body.put("message_count", count);
        body.put("total_message_sent", count);
        body.put("member_count", 2);
        body.put("member_ids_preview", null);
        return body;
    }

    private static Map<String, @Nullable Object> common(Room room, Channels channels) {
        var channel = room.channel();
        var all = channels.messages(channel.id());
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("id", channel.id().toString());
        body.put("type", channel.type());
        body.put("guild_id", Community.GUILD.toString());
        body.put("name", channel.name());
        body.put("parent_id", text(channel.parent()));
        body.put(
                "last_message_id",
                all.isEmpty() ? null : all.get(all.size() - 1).id().toString());
        body.put("rate_limit_per_user", 0);
        body.put("flags", 0);
        return body;
    }

    private static @Nullable String text(@Nullable Snowflake id) {
        return id == null ? null : id.toString();
    }

    private static Map<String, Object> overwrite(Overwrite overwrite) {
        var body = new LinkedHashMap<String, Object>();
        body.put("id", overwrite.id().toString());
        body.put("type", overwrite.ofMember() ? 1 : 0);
        body.put("allow", overwrite.allow().toString());
        body.put("deny", overwrite.deny().toString());
        return body;
    }
}
