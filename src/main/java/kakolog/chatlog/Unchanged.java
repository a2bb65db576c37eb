package kakolog.chatlog;

import java.util.Map;
import java.util.Objects;
import kakolog.chat.ChatThread;
import kakolog.db.Database;
import kakolog.id.EventSlug;
import kakolog.id.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of what was staged what the log has anyway, people, names and files, so that nothing of it is written again; and, where
 * the log knows Discord as of later, what it has otherwise.
 */
final class Unchanged {
    private final Database kept;
    private final EventSlug event;
    private final Staging staging;
    private final boolean older;

    /** @param older whether what is kept is known as of later than what was staged */
    Unchanged(Database kept, EventSlug event, Staging staging, boolean older) {
        this.kept = kept;
        this.event = event;
        this.staging = staging;
        this.older = older;
    }

    /** @param copies of the media that were staged, by their keys */
    void leaveOut(Map<String, Copy> copies) {
        speakers();
        names();
        threads();
        media(copies);
    }

    private void speakers() {
        kept.reader()
                .useHandle(handle -> handle.createQuery(
                                "select " + Cast.SPEAKER + " from log_speaker where event = :event")
                        .bind("event", event.value())
                        .map((row, context) -> Cast.speaker(row))
                        .forEach(speaker -> leaveOut(staging.speakers(), speaker.id(), speaker)));
    }

    private <T> void leaveOut(Map<Snowflake, T> staged, Snowflake id, T value) {
        if (older || value.equals(staged.get(id))) {
            staged.remove(id);
        }
    }

    private void names() {
        kept.reader()
                .useHandle(handle -> handle.createQuery("select id, name from log_name where event = :event")
                        .bind("event", event.value())
                        .map((row, context) -> Map.entry(OrderedIds.id(row.getLong("id")), row.getString("name")))
                        .forEach(name -> leaveOut(staging.names(), name.getKey(), name.getValue())));
    }

    /** A thread that has lost its name has lost it with a message that was taken away. */
    private void threads() {
        if (!older) {
            return;
        }
        kept.reader()
                .useHandle(handle -> handle.createQuery("select id, name from log_thread where event = :event")
                        .bind("event", event.value())
                        .map((row, context) -> new ChatThread(OrderedIds.id(row.getLong("id")), row.getString("name")))
                        .forEach(thread -> staging.threads().replace(thread.id(), thread)));
    }

    private record Known(
            String key,
            String name,
            @Nullable Long message,
            @Nullable String fault) {}

    private void media(Map<String, Copy> copies) {
        var owners = staging.owners();
        kept.reader()
                .useHandle(handle -> handle.createQuery(
                                "select key, name, message, fault from log_medium where event = :event")
                        .bind("event", event.value())
                        .map((row, context) -> new Known(
                                row.getString("key"),
                                row.getString("name"),
                                row.getObject("message") == null ? null : row.getLong("message"),
                                row.getString("fault")))
                        .forEach(known -> {
                            var medium = staging.media().get(known.key());
                            var copy = copies.get(known.key());
                            if (medium != null
                                    && medium.name().equals(known.name())
                                    && Objects.equals(owners.get(known.key()), known.message())
                                    && (copy == null
                                            || (copy.blob() == null && Objects.equals(copy.fault(), known.fault())))) {
                                staging.media().remove(known.key());
                            }
                        }));
    }
}
