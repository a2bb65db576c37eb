package kakolog.demo;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import kakolog.discord.Guild;
import kakolog.discord.Rights;
import kakolog.id.Snowflake;

/** The routes about channels and their threads; what is written there goes to {@link MessageRoutes}. */
final class ChannelRoutes {
    private static final Pattern CHANNEL =
            Pattern.compile("/channels/(\\d{1,20})(/threads/archived/public|/messages|/messages/(\\d{1,20}))?");
    private static final int MOST = 100;
    private static final int PRIVATE_THREAD = 12;

    private final Community community;
    private final Channels channels;
    private final MessageRoutes messages;

    ChannelRoutes(Community community, MessageRoutes messages) {
        this.community = community;
        this.channels = community.channels();
        this.messages = messages;
    }

    static boolean isOne(String path) {
        return path.startsWith("/channels/");
    }

    Told answer(Asked asked, String path) {
        var shape = CHANNEL.matcher(path);
        if (!shape.matches()) {
            return Told.error(404, 0, "404: Not Found");
        }
        var room = Snowflake.of(shape.group(1)).flatMap(channels::room);
        if (room.isEmpty()) {
            return Told.error(404, 10003, "Unknown Channel");
        }
        var rights = rightsIn(room.get());
        boolean connects = !room.get().channel().isVoice() || rights.may(Rights.CONNECT);
        if (!rights.may(Rights.VIEW_CHANNEL) || !connects) {
            return Told.missingAccess();
        }
        if (shape.group(2) == null) {
            return Told.json(200, ChannelBodies.of(room.get(), channels));
        }
        if (shape.group(2).startsWith("/messages")) {
            return messages.answer(asked, room.get(), shape.group(3), rights.may(Rights.READ_MESSAGE_HISTORY));
        }
        return rights.may(Rights.READ_MESSAGE_HISTORY)
                ? archived(asked, room.get().channel().id())
                : Told.missingAccess();
    }

    /** Those that the bot may not see are among them. */
    Told ofGuild() {
        return Told.json(
                200,
                channels.rooms().stream()
                        .filter(room -> !room.isThread())
                        .map(room -> ChannelBodies.of(room, channels))
                        .toList());
    }

    Told active() {
        var threads = channels.rooms().stream()
                .filter(Room::isActive)
                .filter(room -> rightsIn(room).may(Rights.VIEW_CHANNEL))
                .sorted(Comparator.comparing(Room::openedAt).reversed())
                .toList();
        return Told.json(200, threads(threads));
    }

    private Told archived(Asked asked, Snowflake channel) {
        var query = asked.query();
        Instant before = Instant.MAX;
        try {
            if (query.containsKey("before")) {
                before = OffsetDateTime.parse(query.get("before")).toInstant();
            }
        } catch (DateTimeException notATime) {
            return MessageRoutes.malformed("before", "DATE_TIME_TYPE_PARSE", "Could not parse. Should be ISO8601.");
        }
        var limit = query.getOrDefault("limit", "50");
        if (!limit.matches("\\d{1,3}") || Integer.parseInt(limit) < 2 || Integer.parseInt(limit) > MOST) {
            return MessageRoutes.malformed("limit", "NUMBER_TYPE_MAX", "int value should be between 2 and 100.");
        }
        var all = channels.rooms().stream()
                .filter(archivedIn(channel, before))
                .sorted(newestFirst())
                .toList();
        int most = Integer.parseInt(limit);
        var body = threads(all.stream().limit(most).toList());
        body.put("has_more", all.size() > most);
        return Told.json(200, body);
    }

    private static Predicate<Room> archivedIn(Snowflake channel, Instant before) {
        return room -> room.isArchived()
                && room.channel().type() != PRIVATE_THREAD
                && channel.equals(room.channel().parent())
                && room.changedAt().isBefore(before);
    }

    private static Comparator<Room> newestFirst() {
        return Comparator.comparing(Room::changedAt).reversed();
    }

    private Map<String, Object> threads(List<Room> threads) {
        var body = new LinkedHashMap<String, Object>();
        body.put(
                "threads",
                threads.stream().map(room -> ChannelBodies.of(room, channels)).toList());
        body.put("members", List.of());
        return body;
    }

    /** A thread has the rights of its channel. */
    private Rights rightsIn(Room room) {
        var parent = room.channel().parent();
        var judged = !room.isThread() || parent == null
                ? room
                : channels.room(parent).orElse(room);
        var guild = new Guild(Community.GUILD, "", Person.HANAKO.id());
        return Rights.of(guild, Bodies.botAsMember(), community.roles()).in(judged.channel());
    }
}
