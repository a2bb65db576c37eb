package kakolog.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kakolog.discord.Channel;
import kakolog.discord.Channel.Overwrite;
import org.jspecify.annotations.Nullable;

/** A channel of the community, or a thread in one; null for what is only a thread's. */
record Room(Channel channel, @Nullable Side side) {

    /**
     * What only threads have.
     *
     * @param changedAt when it was last archived or taken out of the archive
     * @param active whether it is in the list of the active ones, and
     * @param archived in that of the archive: at some moments it is in both
     */
    record Side(Person owner, Instant openedAt, Instant changedAt, boolean active, boolean archived) {}

    boolean isThread() {
        return side != null;
    }

    boolean isActive() {
        return side != null && side.active();
    }

    boolean isArchived() {
        return side != null && side.archived();
    }

    /** Long ago for what is no thread. */
    Instant openedAt() {
        return side == null ? Instant.EPOCH : side.openedAt();
    }

    /** Long ago for what is no thread. */
    Instant changedAt() {
        return side == null ? Instant.EPOCH : side.changedAt();
    }

    Room with(Overwrite overwrite) {
        var all = new ArrayList<>(channel.overwrites());
        all.removeIf(one -> one.id().equals(overwrite.id()));
        all.add(overwrite);
        return new Room(
                new Channel(
                        channel.id(),
                        channel.name(),
                        channel.type(),
                        channel.guild(),
                        channel.parent(),
                        List.copyOf(all)),
                side);
    }

    Room with(Instant changedAt, boolean active, boolean archived) {
        if (side == null) {
            throw new IllegalArgumentException("no thread: " + channel.name());
        }
        return new Room(channel, new Side(side.owner(), side.openedAt(), changedAt, active, archived));
    }
}
