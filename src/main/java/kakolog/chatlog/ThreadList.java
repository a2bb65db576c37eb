package kakolog.chatlog;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kakolog.discord.Channel;
import kakolog.discord.ChannelThread;
import kakolog.discord.Discord;
import kakolog.discord.Threads;
import kakolog.id.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * Finds the public threads of a channel in which something may have been written within a window; private ones are for
 * those who were invited, whoever reads the channel.
 */
final class ThreadList {
    private final Discord discord;
    private final Patient patient;
    private final Window window;

    ThreadList(Discord discord, Patient patient, Window window) {
        this.discord = discord;
        this.patient = patient;
        this.window = window;
    }

    /** Each once, though one that is just being archived is in both of Discord's lists. */
    List<ChannelThread> of(Channel channel, Snowflake guild) throws Stop {
        Map<Snowflake, ChannelThread> found = new LinkedHashMap<>();
        for (var thread : patient.ask(() -> discord.activeThreads(guild)).threads()) {
            if (thread.parent().equals(channel.id())) {
                consider(thread, found);
            }
        }
        Instant before = null;
        do {
            var oldest = before;
            var page = patient.ask(() -> discord.archivedThreads(channel.id(), oldest));
            page.threads().forEach(thread -> consider(thread, found));
            before = next(page, before);
        } while (before != null);
        return List.copyOf(found.values());
    }

    /** Null where no older page can matter: what was archived before the window has nothing in it. */
    private @Nullable Instant next(Threads page, @Nullable Instant before) {
        var oldest = page.threads().stream()
                .map(ChannelThread::archivedAt)
                .min(Instant::compareTo)
                .orElse(Instant.MIN);
        boolean goesOn = before == null || oldest.isBefore(before);
        return page.more() && goesOn && !oldest.isBefore(window.from()) ? oldest : null;
    }

    private void consider(ChannelThread thread, Map<Snowflake, ChannelThread> found) {
        var last = thread.lastMessage();
        // The newest message's id stays when it is deleted, so it tells the latest time at least.
        boolean reaches = last == null || !window.isBefore(last);
        if (!thread.isPrivate() && reaches && !window.isOver(thread.id())) {
            found.putIfAbsent(thread.id(), thread);
        }
    }
}
