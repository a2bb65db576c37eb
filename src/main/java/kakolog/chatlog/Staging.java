package kakolog.chatlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import kakolog.chat.ChatThread;
import kakolog.chat.Listener;
import kakolog.chat.Medium;
import kakolog.chat.Medium.Kind;
import kakolog.chat.Message;
import kakolog.chat.Speaker;
import kakolog.chatlog.Staged.State;
import kakolog.id.Snowflake;
import kakolog.search.LogRow;
import org.jspecify.annotations.Nullable;

/**
 * Where a log lies while it is read: its messages in a file, what belongs to them, which repeats itself, in memory. For one thread.
 */
final class Staging implements Listener, AutoCloseable {
    private static final int BATCH = 500;

    private final StagedMessages messages;
    private final List<Message> waiting = new ArrayList<>();
    private final StagedThings things = new StagedThings();
    private String channel = "";
    private String channelName = "";
    private @Nullable Instant exportedAt;
    private Instant newest = Instant.EPOCH;
    private final Map<Long, Set<String>> released = new HashMap<>();
    private int taken;
    private @Nullable Map<String, Long> owners;

    private Staging(StagedMessages messages) {
        this.messages = messages;
    }

    /**
     * Begins to take a log.
     *
     * @param folder of what is derived, made where it is missing
     * @param room sees to it that the disk has some left, before each step
     */
    static Staging in(Path folder, Runnable room) {
        return new Staging(StagedMessages.in(folder, room));
    }

    /** Takes away what imports have left that were killed; to be called before any is under way, by whoever owns the folder. */
    static void sweep(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @throws Unfit where it is another one than was told before: a log is of one channel */
    @Override
    public void channel(Snowflake id, String name) {
        if (!channel.isEmpty() && !channel.equals(id.toString())) {
            throw new Unfit("log.import.fault.two-channels", channelName, channel, name, id.toString());
        }
        channel = id.toString();
        channelName = name.isEmpty() ? channelName : name;
    }

    @Override
    public void parent(Snowflake id, String name) {
        channel(id, name);
    }

    /** Of several files the earliest counts, for nothing of theirs is older. */
    @Override
    public void exportedAt(Instant at) {
        exportedAt = exportedAt == null || at.isBefore(exportedAt) ? at : exportedAt;
    }

    @Override
    public void thread(ChatThread thread) {
        things.put(thread);
    }

    @Override
    public void speaker(Speaker speaker) {
        things.put(speaker);
    }

    @Override
    public void name(Snowflake roleOrChannel, String name) {
        things.name(roleOrChannel, name);
    }

    @Override
    public void medium(Medium medium) {
        things.put(medium);
    }

    /** @throws Unfit where a log has no place for so many */
    @Override
    public void message(Message message) {
        waiting.add(message);
        taken++;
        // Some may come twice; those are one in the end.
        if (taken > 2 * LogRow.PLACES) {
            throw new Unfit("log.import.fault.too-many", String.valueOf(LogRow.PLACES));
        }
        newest = later(newest, message.at());
        newest = later(newest, message.editedAt());
        if (waiting.size() == BATCH) {
            flush();
        }
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }

    /** As of when Discord is known by this: when it was exported, or else what is the latest that it tells of. */
    Instant knownAt() {
        var exported = exportedAt;
        return exported == null ? newest : exported;
    }

    private void flush() {
        if (!waiting.isEmpty()) {
            put(waiting, State.NEW);
            waiting.clear();
        }
    }

    /** Puts messages in this state where they are, in place of those of the same ids. */
    void put(Collection<Message> some, State state) {
        messages.put(some, state);
        owners = null;
    }

    int count() {
        flush();
        return messages.count();
    }

    /** All messages by id, without holding them all. */
    void each(Consumer<Staged> taker) {
        flush();
        messages.each(taker);
    }

    /** Those that are not the same as the kept ones. */
    void eachOther(Consumer<Staged> taker) {
        messages.eachOther(taker);
    }

    /** Notes that a message has lost these files, by its id as stored and their keys. */
    void release(long message, Set<String> keys) {
        if (!keys.isEmpty()) {
            released.put(message, keys);
        }
    }

    /** What messages have lost. */
    Map<Long, Set<String>> released() {
        return released;
    }

    /** Notes how messages stand to the kept ones; those of whom nothing is said are new. */
    void mark(Collection<Long> ids, State state) {
        messages.mark(ids, state);
    }

    /** The messages that threads begin with, by the ids of those. */
    Map<Long, Long> openers() {
        return messages.openers();
    }

    /** The messages that files belong to, by the keys of those that belong to one alone. */
    Map<String, Long> owners() {
        var known = owners;
        if (known == null) {
            var read = messages.owners(things.media().keySet());
            owners = read;
            known = read;
        }
        return known;
    }

    /** Leaves out files of messages that have them no longer. */
    void dropWithoutOwner() {
        var owned = owners().keySet();
        things.media()
                .values()
                .removeIf(medium -> (medium.kind() == Kind.ATTACHMENT || medium.kind() == Kind.PREVIEW)
                        && !owned.contains(medium.key()));
    }

    /** The id of the channel; empty where nobody told it. */
    String channel() {
        return channel;
    }

    String channelName() {
        return channelName;
    }

    Map<Snowflake, Speaker> speakers() {
        return things.speakers();
    }

    Map<Snowflake, ChatThread> threads() {
        return things.threads();
    }

    /** Of roles and channels. */
    Map<Snowflake, String> names() {
        return things.names();
    }

    Map<String, Medium> media() {
        return things.media();
    }

    @Override
    public void close() {
        messages.close();
    }
}
