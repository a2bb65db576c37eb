package kakolog.demo;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import kakolog.discord.Channel;
import kakolog.discord.Channel.Overwrite;
import kakolog.discord.Rights;
import kakolog.id.Snowflake;
import org.jspecify.annotations.Nullable;

/** The channels of a community and what was written there. Begins with a few that are empty. Thread safe. */
public final class Channels {
    public static final Snowflake CATEGORY = new Snowflake(498230000000000400L);
    /** Where the evenings are held. */
    public static final Snowflake EVENT = new Snowflake(498230000000000401L);

    public static final Snowflake VOICE = new Snowflake(498230000000000402L);

    private static final int TEXT = 0;
    private static final int PUBLIC_THREAD = 11;
    private static final int PRIVATE_THREAD = 12;
    private static final int THREAD_CREATED = 18;
    private static final int THREAD_STARTER = 21;
    private static final long EPOCH = 1_420_070_400_000L;

    private final Map<Snowflake, Room> rooms = new LinkedHashMap<>();
    private final Map<Snowflake, NavigableMap<Long, Posted>> messages = new LinkedHashMap<>();
    private long next;
    private boolean mayReadMessages = true;
    private int page = Integer.MAX_VALUE;

    Channels() {
        reset();
    }

    synchronized void reset() {
        rooms.clear();
        messages.clear();
        next = 1;
        mayReadMessages = true;
        page = Integer.MAX_VALUE;
        put(CATEGORY, "イベント", 4, null);
        put(EVENT, "event", TEXT, CATEGORY);
        put(VOICE, "会場", 2, CATEGORY);
    }

    /** @param type as Discord numbers it; 0 for text */
    public synchronized Snowflake add(String name, int type, @Nullable Snowflake category) {
        var id = new Snowflake(498230000000000500L + next++);
        put(id, name, type, category);
        return id;
    }

    /** Deletes it with all that is in it; of a channel's threads nothing is heard any more either. */
    public synchronized void remove(Snowflake channel) {
        rooms.keySet()
                .removeIf(id -> id.equals(channel)
                        || channel.equals(existing(id).channel().parent()));
        messages.keySet().retainAll(rooms.keySet());
    }

    /** The id under which it stands there now. */
    public synchronized Snowflake post(Snowflake channel, Post post) {
        existing(channel);
        var id = idAt(post.at);
        var files = post.attachments.stream()
                .map(file -> new Posted.Kept(idAt(post.at), file))
                .toList();
        keep(new Posted(id, channel, post, post.text, null, null, files));
        return id;
    }

    public synchronized void edit(Snowflake channel, Snowflake message, String text, Instant at) {
        keep(message(channel, message).orElseThrow().edited(text, at));
    }

    public synchronized void delete(Snowflake channel, Snowflake message) {
        in(channel).remove(message.bits());
    }

    /** A thread that begins from a message; it has the message's id. */
    public synchronized Snowflake openThread(
            Snowflake channel, Snowflake message, String name, Person owner, Instant at) {
        keep(message(channel, message).orElseThrow().opening(message));
        putThread(message, name, PUBLIC_THREAD, channel, owner, at);
        post(
                message,
                Post.by(owner, "", at)
                        .ofType(THREAD_STARTER)
                        .with(
                                "message_reference",
                                Map.of(
                                        "type", 0,
                                        "channel_id", channel.toString(),
                                        "guild_id", Community.GUILD.toString(),
                                        "message_id", message.toString())));
        return message;
    }

    /** A thread that begins from no message; the channel says that it was opened. */
    public synchronized Snowflake openThread(Snowflake channel, String name, Person owner, Instant at) {
        var id = idAt(at);
        putThread(id, name, PUBLIC_THREAD, channel, owner, at);
        post(
                channel,
                Post.by(owner, name, at)
                        .ofType(THREAD_CREATED)
                        .with(
                                "message_reference",
                                Map.of(
                                        "type", 0,
                                        "channel_id", id.toString(),
                                        "guild_id", Community.GUILD.toString())));
        return id;
    }

    /** A thread for those who are invited, to which the bot is. */
    public synchronized Snowflake openPrivateThread(Snowflake channel, String name, Person owner, Instant at) {
        var id = idAt(at);
        putThread(id, name, PRIVATE_THREAD, channel, owner, at);
        return id;
    }

    public synchronized void archive(Snowflake thread, Instant at) {
        rooms.put(thread, existing(thread).with(at, false, true));
    }

    /** As happens for a moment: it is in the list of the active threads and in the archive, too. */
    public synchronized void halfArchive(Snowflake thread, Instant at) {
        rooms.put(thread, existing(thread).with(at, true, true));
    }

    /** The bot may no longer see this channel. */
    public void hide(Snowflake channel) {
        deny(channel, Rights.VIEW_CHANNEL);
    }

    /** The bot may see this channel, but not its past. */
    public void forgetHistory(Snowflake channel) {
        deny(channel, Rights.READ_MESSAGE_HISTORY);
    }

    public void deny(Snowflake channel, int right) {
        overwrite(channel, new Overwrite(Community.BOT, true, BigInteger.ZERO, BigInteger.ZERO.setBit(right)));
    }

    /** Takes the place of what the channel said of this role or member. */
    public synchronized void overwrite(Snowflake channel, Overwrite overwrite) {
        rooms.put(channel, existing(channel).with(overwrite));
    }

    /** Messages come without their text, as for an application that has no right to it. */
    public synchronized void withoutMessageContent() {
        mayReadMessages = false;
    }

    /** Pages of messages hold no more than this, whatever is asked, as Discord reserves for itself. */
    public synchronized void shortenPages(int most) {
        page = most;
    }

    synchronized int page() {
        return page;
    }

    synchronized boolean mayReadMessages() {
        return mayReadMessages;
    }

    synchronized Optional<Room> room(Snowflake id) {
        return Optional.ofNullable(rooms.get(id));
    }

    synchronized List<Room> rooms() {
        return List.copyOf(rooms.values());
    }

    /** Oldest first. */
    synchronized List<Posted> messages(Snowflake channel) {
        return new ArrayList<>(in(channel).values());
    }

    synchronized Optional<Posted> message(Snowflake channel, Snowflake id) {
        return Optional.ofNullable(in(channel).get(id.bits()));
    }

    synchronized Optional<Post.Attachment> attachment(Snowflake channel, Snowflake id) {
        return in(channel).values().stream()
                .map(Posted::files)
                .flatMap(Collection::stream)
                .filter(kept -> kept.id().equals(id))
                .map(Posted.Kept::file)
                .findFirst();
    }

    private void keep(Posted posted) {
        in(posted.channel()).put(posted.id().bits(), posted);
    }

    private void put(Snowflake id, String name, int type, @Nullable Snowflake parent) {
        rooms.put(id, new Room(new Channel(id, name, type, Community.GUILD, parent, List.of()), null));
    }

    private void putThread(Snowflake id, String name, int type, Snowflake parent, Person owner, Instant at) {
        var channel = new Channel(id, name, type, Community.GUILD, parent, List.of());
        rooms.put(id, new Room(channel, new Room.Side(owner, at, at, true, false)));
    }

    private Room existing(Snowflake id) {
        return Optional.ofNullable(rooms.get(id))
                .orElseThrow(() -> new IllegalArgumentException("no such channel: " + id));
    }

    private NavigableMap<Long, Posted> in(Snowflake channel) {
        return messages.computeIfAbsent(channel, first -> new TreeMap<>(Long::compareUnsigned));
    }

    private Snowflake idAt(Instant at) {
        return new Snowflake((at.toEpochMilli() - EPOCH) << 22 | (next++ & 0x3f_ffff));
    }
}
