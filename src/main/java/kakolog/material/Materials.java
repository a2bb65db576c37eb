package kakolog.material;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import kakolog.blob.BlobId;
import kakolog.blob.DiskFull;
import kakolog.blob.FileName;
import kakolog.db.Database;
import kakolog.id.EventSlug;
import kakolog.record.Change;
import kakolog.record.Change.Kind;
import kakolog.record.Changes;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The materials of all events: kept in the database, and all of them in memory, so that a page asks no SQL. Each change writes
 * its line of the change record with it, and is seen by whoever asks from then on. Thread safe.
 *
 * <p>A change takes the version that whoever asks for it has seen, or {@link #WHATEVER}. All throw {@link DiskFull} where there
 * is no room.
 */
public final class Materials {
    /** For a change that counts whoever has saved in between. */
    public static final long WHATEVER = -1;

    private static final Duration IN_BIN = Duration.ofDays(30);

    private final Database database;
    private final Changes changes;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable AllMaterials current;

    /** Asks nothing of the database yet. */
    public Materials(Database database, Changes changes) {
        this.database = database;
        this.changes = changes;
    }

    /** Has this run after each change, in the thread that made it. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** All materials as they are now, read when first asked for. */
    public AllMaterials now() {
        var known = current;
        return known != null ? known : readOnce();
    }

    /** All materials as they are now, where they have been read. */
    public Optional<AllMaterials> peek() {
        return Optional.ofNullable(current);
    }

    private synchronized AllMaterials readOnce() {
        var known = current;
        return known != null ? known : read();
    }

    /** One at a time, so that what was read earlier never takes the place of what was read later. */
    private synchronized AllMaterials read() {
        try {
            var read = new AllMaterials(database.reader().withHandle(MaterialRows::all));
            current = read;
            return read;
        } catch (RuntimeException unreadable) {
            current = null;
            throw unreadable;
        }
    }

    public List<Material> of(EventSlug event) {
        return now().of(event);
    }

    public Optional<Material> find(EventSlug event, String name) {
        return now().find(event, name);
    }

    public Optional<Material> byId(long id) {
        return now().byId(id);
    }

    public List<Material> bin(EventSlug event) {
        return now().bin(event);
    }

    public List<Material> all() {
        return now().all();
    }

    /** All that ever stood at a material's address, the latest first. */
    public List<Revision> revisions(long id) {
        return database.reader().withHandle(handle -> MaterialRows.revisions(handle, id));
    }

    public Optional<Revision> revision(long id, int number) {
        return revisions(id).stream()
                .filter(revision -> revision.number() == number)
                .findFirst();
    }

    /** The blobs of all revisions, of those in the bin too: whatever else lies in the store may go. */
    public Set<BlobId> blobs() {
        return database.reader()
                .withHandle(handle ->
                        MaterialRows.blobs(handle).stream().map(BlobId::new).collect(Collectors.toSet()));
    }

    /** Adds a material, as the last of its event. */
    public Material add(Addition addition, Change.By by, Instant now) {
        long id = write(handle -> add(handle, addition, false, by, now));
        return byId(id).orElseThrow();
    }

    /**
     * Adds what a guest sends by a link, all of it or nothing, and closes the link with it. It waits for an organizer.
     *
     * @return what was added; empty where the link was closed or has expired meanwhile
     */
    public List<Material> send(List<Addition> additions, UploadLink link, Instant now) {
        List<Long> ids = write(handle -> {
            if (!UploadLinks.use(handle, link, now)) {
                return List.of();
            }
            var by = new Change.By("", link.label());
            return additions.stream()
                    .map(addition -> add(handle, addition, true, by, now))
                    .toList();
        });
        return ids.stream().map(id -> byId(id).orElseThrow()).toList();
    }

    private long add(Handle handle, Addition addition, boolean waiting, Change.By by, Instant now) {
        var others = MaterialRows.of(handle, addition.event());
        var name = addition.name().uniqueAmong(names(others));
        long id = MaterialRows.insert(handle, addition, name, others.size(), waiting, now);
        MaterialRows.insert(handle, id, new Revision(1, addition.content(), now, by.actor(), by.actorName()));
        var kind = waiting ? Kind.MATERIAL_SENT : Kind.MATERIAL_ADDED;
        changes.add(
                handle,
                by.made(now, kind, addition.event().value(), addition.title().text()));
        return id;
    }

    private static List<FileName> names(List<Material> materials) {
        return materials.stream().map(Material::name).toList();
    }

    /** Puts something else at the same address; what stood there before is kept. */
    public Outcome replace(long id, Content content, long seen, Change.By by, Instant now) {
        return change(id, seen, false, (handle, material) -> {
            if (!material.latest().content().canBecome(content)) {
                return Outcome.OTHER_TYPE;
            }
            int number = material.latest().number() + 1;
            MaterialRows.insert(handle, id, new Revision(number, content, now, by.actor(), by.actorName()));
            return save(handle, material, Kind.MATERIAL_REPLACED, by, now);
        });
    }

    /** Gives it another title; its address stays. */
    public Outcome retitle(long id, Title title, long seen, Change.By by, Instant now) {
        return change(
                id,
                seen,
                false,
                (handle, material) -> save(handle, material.titled(title), Kind.MATERIAL_RENAMED, by, now));
    }

    /** Says from when on it is published. */
    public Outcome publish(long id, Publication publication, long seen, Change.By by, Instant now) {
        return change(
                id,
                seen,
                false,
                (handle, material) -> save(handle, material.published(publication), Kind.MATERIAL_PUBLISHED, by, now));
    }

    /** Takes what a guest has sent: it is published as it says from now on. */
    public Outcome approve(long id, long seen, Change.By by, Instant now) {
        return change(
                id,
                seen,
                false,
                (handle, material) -> material.isWaiting()
                        ? save(handle, material.approved(), Kind.MATERIAL_APPROVED, by, now)
                        : Outcome.DONE);
    }

    /**
     * Moves it to another place among those of its event.
     *
     * @param place counted from 0; beyond the last it becomes the last
     */
    public Outcome move(long id, int place, long seen, Change.By by, Instant now) {
        return change(id, seen, false, (handle, material) -> {
            var others = new ArrayList<>(MaterialRows.of(handle, material.event()));
            others.removeIf(other -> other.id() == id);
            int there = Math.max(0, Math.min(place, others.size()));
            if (there == material.place()) {
                return Outcome.DONE;
            }
            var moved = material.placed(there);
            others.add(there, moved);
            renumber(handle, others);
            return save(handle, moved, Kind.MATERIAL_MOVED, by, now);
        });
    }

    /** So that the places of an event are 0, 1, 2 and so forth. */
    private static void renumber(Handle handle, List<Material> ordered) {
        for (int place = 0; place < ordered.size(); place++) {
            MaterialRows.place(handle, ordered.get(place).id(), place);
        }
    }

    /** Puts it into the bin, for 30 days. */
    public Outcome delete(long id, long seen, Change.By by, Instant now) {
        return change(id, seen, false, (handle, material) -> {
            save(handle, material.deleted(now), Kind.MATERIAL_DELETED, by, now);
            renumber(handle, MaterialRows.of(handle, material.event()));
            return Outcome.DONE;
        });
    }

    /** Takes it out of the bin, as the last of its event; under another name where its own was taken meanwhile. */
    public Outcome restore(long id, long seen, Change.By by, Instant now) {
        return change(id, seen, true, (handle, material) -> {
            var others = MaterialRows.of(handle, material.event());
            var restored = material.restored(material.name().uniqueAmong(names(others)), others.size());
            return save(handle, restored, Kind.MATERIAL_RESTORED, by, now);
        });
    }

    /**
     * Forgets what has been in the bin for 30 days; its bytes go with the next sweep.
     *
     * @return how many materials are gone
     */
    public int purge(Instant now) {
        var before = now.minus(IN_BIN);
        if (all().stream().noneMatch(material -> material.isDeletedBefore(before))) {
            return 0;
        }
        return write(handle -> {
            var over = MaterialRows.deletedBefore(handle, before);
            over.forEach(material -> {
                MaterialRows.delete(handle, material.id());
                changes.add(handle, made(material, Kind.MATERIAL_PURGED, new Change.By("", ""), now));
            });
            return over.size();
        });
    }

    private Outcome save(Handle handle, Material changed, Kind kind, Change.By by, Instant now) {
        MaterialRows.update(handle, changed, now);
        changes.add(handle, made(changed, kind, by, now));
        return Outcome.DONE;
    }

    private static Change made(Material material, Kind kind, Change.By by, Instant now) {
        return by.made(now, kind, material.event().value(), material.title().text());
    }

    private Outcome change(long id, long seen, boolean inBin, BiFunction<Handle, Material, Outcome> step) {
        return write(handle -> {
            var material = MaterialRows.byId(handle, id).filter(found -> found.isDeleted() == inBin);
            if (material.isEmpty()) {
                return Outcome.GONE;
            }
            return seen >= 0 && seen != material.get().version()
                    ? Outcome.CHANGED_MEANWHILE
                    : step.apply(handle, material.get());
        });
    }

    private <T> T write(Function<Handle, T> step) {
        T result;
        try {
            result = database.writer().inTransaction(step::apply);
        } catch (RuntimeException failed) {
            throw DiskFull.or(failed);
        }
        read();
        listeners.forEach(Runnable::run);
        return result;
    }
}
