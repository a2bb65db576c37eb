package kakolog.chatlog;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kakolog.chat.Medium;
import kakolog.id.EventSlug;
import kakolog.id.Snowflake;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Brings in what belongs to the messages of a log once they are there: who speaks, what things are called, files. */
final class MergedThings {
    private static final int BATCH = 1_000;

    private final Handle handle;
    private final EventSlug event;
    private final Staging staging;
    /** Those of whom something was taken away, and of whom this log has nothing else. */
    private final Set<Snowflake> silent;

    /** @param gone people of whom something was taken away, by their ids as stored */
    MergedThings(Handle handle, EventSlug event, Staging staging, Set<Long> gone) {
        this.handle = handle;
        this.event = event;
        this.staging = staging;
        this.silent = gone.stream()
                .filter(person -> !hasSpoken(person))
                .map(OrderedIds::id)
                .collect(Collectors.toSet());
    }

    private boolean hasSpoken(long person) {
        return handle.createQuery("select exists (select 1 from log_message where author = :person and event = :event)")
                .bind("person", person)
                .bind("event", event.value())
                .mapTo(Boolean.class)
                .one();
    }

    /** @param copies of the media that were staged, by their keys */
    void write(Map<String, Copy> copies) {
        speakers();
        names();
        media(copies);
    }

    private void speakers() {
        try (var batch = handle.prepareBatch("""
                insert into log_speaker (event, id, name, account, bot, color)
                values (:event, :id, :name, :account, :bot, :color)
                on conflict (event, id) do update set name = :name, account = :account, bot = :bot, color = :color
                """)) {
            for (var speaker : staging.speakers().values()) {
                if (!silent.contains(speaker.id())) {
                    add(batch.bind("event", event.value())
                            .bind("id", OrderedIds.of(speaker.id()))
                            .bind("name", speaker.name())
                            .bind("account", speaker.account())
                            .bind("bot", speaker.bot())
                            .bind("color", speaker.color()));
                }
            }
            execute(batch);
        }
    }

    private void names() {
        try (var batch = handle.prepareBatch("""
                insert into log_name (event, id, name) values (:event, :id, :name)
                on conflict (event, id) do update set name = :name
                """)) {
            staging.names()
                    .forEach((id, name) -> add(batch.bind("event", event.value())
                            .bind("id", OrderedIds.of(id))
                            .bind("name", name)));
            execute(batch);
        }
    }

    /** One that could not be copied now takes nothing from one that was copied before. */
    private void media(Map<String, Copy> copies) {
        // By what is kept of each message: what an older export still has is none of it.
        var owners = staging.owners();
        staging.released().forEach((message, keys) -> Belongings.release(handle, event.value(), message, keys));
        Belongings.settle(handle, event.value());
        var hidden = new HashSet<String>();
        silent.forEach(person -> hidden.add(Medium.avatar(person)));
        try (var batch = handle.prepareBatch("""
                insert into log_medium (event, key, kind, name, blob, size, type, fault, message)
                values (:event, :key, :kind, :name, :blob, :size, :type, :fault, :message)
                on conflict (event, key) do update set name = :name,
                  message = case when message is null then :message else min(message, :message) end,
                  blob = coalesce(:blob, blob), size = coalesce(:size, size), type = coalesce(:type, type),
                  fault = case when coalesce(:blob, blob) is null then :fault end
                """)) {
            for (var medium : staging.media().values()) {
                boolean wanted = isShared(medium.kind()) || owners.containsKey(medium.key());
                if (wanted && !hidden.contains(medium.key())) {
                    add(bind(medium, copies.getOrDefault(medium.key(), Copy.LEFT_OUT), batch)
                            .bind("message", owners.get(medium.key())));
                }
            }
            execute(batch);
        }
        // Not of messages that were taken away, even while this was being read.
        Belongings.settle(handle, event.value());
    }

    private static boolean isShared(Medium.Kind kind) {
        return switch (kind) {
            case AVATAR, EMOJI, STICKER -> true;
            case ATTACHMENT, PREVIEW -> false;
        };
    }

    private PreparedBatch bind(Medium medium, Copy copy, PreparedBatch batch) {
        var blob = copy.blob();
        return batch.bind("event", event.value())
                .bind("key", medium.key())
                .bind("kind", medium.kind().name())
                .bind("name", medium.name())
                .bind("blob", blob == null ? null : blob.sha256())
                .bind("size", blob == null ? null : (Long) copy.size())
                .bind("type", blob == null ? null : copy.type())
                .bind("fault", copy.fault());
    }

    private static void add(PreparedBatch batch) {
        batch.add();
        if (batch.size() == BATCH) {
            batch.execute();
        }
    }

    static void execute(PreparedBatch batch) {
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}
