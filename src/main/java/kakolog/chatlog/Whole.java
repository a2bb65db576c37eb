package kakolog.chatlog;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kakolog.id.EventSlug;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What was read of a log, from which follows what else is gone: in each channel or thread what lies between the first and the last
 * of what was read. An export of a part says nothing of the rest, and one of the channel nothing of its threads. Ids are as stored.
 */
final class Whole {
    /** By thread; null for the channel. */
    private final Map<@Nullable Long, Span> rooms = new HashMap<>();

    private final Set<Long> read = new HashSet<>();

    private record Span(long first, long last) {
        Span with(Span other) {
            return new Span(Math.min(first, other.first), Math.max(last, other.last));
        }

        boolean holds(long id) {
            return id >= first && id <= last;
        }
    }

    private record Known(long id, @Nullable Long thread) {}

    void holds(long id, @Nullable Long thread) {
        read.add(id);
        rooms.merge(thread, new Span(id, id), Span::with);
    }

    /** Messages of an event's log that are gone. */
    List<Long> others(Handle handle, EventSlug event) {
        return handle
                .createQuery("select id, thread from log_message where event = :event")
                .bind("event", event.value())
                .map((row, context) ->
                        new Known(row.getLong("id"), row.getObject("thread") == null ? null : row.getLong("thread")))
                .stream()
                .filter(this::isGone)
                .map(Known::id)
                .toList();
    }

    private boolean isGone(Known known) {
        var span = rooms.get(known.thread());
        return span != null && span.holds(known.id()) && !read.contains(known.id());
    }
}
