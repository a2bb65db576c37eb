package kakolog.blob;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import kakolog.access.Granted;

/**
 * The folder of all bytes that are kept, each file named by its SHA-256. First the bytes are kept, then the row that names
 * them is committed: whatever happens in between leaves bytes that nobody names, which the next sweep takes away. Thread safe.
 */
public final class BlobStore {
    static final String INCOMING = "incoming";
    static final String LOCK = "backup.lock";

    private final Path folder;
    private final Set<Path> underWay = ConcurrentHashMap.newKeySet();
    /** Those whose bytes were looked at since the start, and when the file was last changed then. */
    private final Map<BlobId, FileTime> sound = new ConcurrentHashMap<>();
    /** One permit for each who keeps bytes or copies them, all of them for who sweeps. */
    private final Semaphore users = new Semaphore(Integer.MAX_VALUE);

    private boolean prepared;

    /** @param folder made when something is first received */
    public BlobStore(Path folder) {
        this.folder = folder;
    }

    /** Begins to take bytes. */
    public Receiving receive() {
        var file = folder.resolve(INCOMING).resolve(UUID.randomUUID().toString());
        underWay.add(file);
        try {
            prepare();
            return new Receiving(this, file);
        } catch (IOException failed) {
            underWay.remove(file);
            throw DiskFull.or(failed);
        }
    }

    /**
     * Sees to it beforehand that so many bytes fit.
     *
     * @throws DiskFull where less than a reserve would stay free: 5 % of the disk, at most 500 MB
     */
    public void makeRoomFor(long bytes) {
        try {
            prepare();
            Disk.makeRoomFor(bytes, folder);
        } catch (IOException failed) {
            throw DiskFull.or(failed);
        }
    }

    private synchronized void prepare() throws IOException {
        if (!prepared) {
            Files.createDirectories(folder.resolve(INCOMING));
            var above = folder.toAbsolutePath().getParent();
            if (above != null) {
                Disk.sync(above);
            }
            prepared = true;
        }
    }

    /** From here on nothing is swept, until the row is there or given up. */
    void enter() {
        users.acquireUninterruptibly();
    }

    void leave(Path file, boolean entered) {
        underWay.remove(file);
        if (entered) {
            users.release();
        }
    }

    /** Gives a file, complete and on the disk, its name. It takes the place of one of that name, whatever became of that. */
    void place(Path file, BlobId blob) throws IOException {
        var own = folder.resolve(blob.folder());
        Files.createDirectories(own);
        Files.move(file, fileOf(blob), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        // Both each time: whoever made the folder may have been killed before it was on the disk.
        Disk.sync(own);
        Disk.sync(folder);
    }

    private Path fileOf(BlobId blob) {
        return folder.resolve(blob.folder()).resolve(blob.sha256());
    }

    /**
     * The file of a thing's bytes, for whom the policy has let in. Looked at whole the first time after a start, so that no
     * bytes leave that are not those that came; that takes about a second for 300 MB.
     *
     * @throws BlobMissing where it is not there
     * @throws BlobDamaged where it holds other bytes
     */
    public Path open(Granted<? extends Kept> thing) {
        var blob = thing.thing().blob();
        var file = unguarded(blob);
        try {
            var changed = Files.getLastModifiedTime(file);
            if (!changed.equals(sound.get(blob))) {
                Inspection.fullFault(file, blob, Files.size(file)).ifPresent(fault -> {
                    throw new BlobDamaged(fault);
                });
                sound.put(blob, changed);
            }
            return file;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The file of a blob for work that answers nobody, as reading a PDF into the index.
     *
     * @throws BlobMissing where it is not there
     */
    public Path unguarded(BlobId blob) {
        var file = fileOf(blob);
        if (!Files.isRegularFile(file)) {
            throw new BlobMissing(blob);
        }
        return file;
    }

    /** What is wrong with a blob by its size; empty where nothing is. */
    public Optional<String> fault(BlobId blob, long size) {
        return Inspection.fault(fileOf(blob), blob, size);
    }

    /** What is wrong with a blob, all of which is read; empty where nothing is. */
    public Optional<String> fullFault(BlobId blob, long size) {
        return Inspection.fullFault(fileOf(blob), blob, size);
    }

    /**
     * Takes away what was never kept and what nobody names. Does nothing while a backup copies, or while somebody who has kept
     * bytes has not committed the row yet.
     *
     * @param named asked when no row can come in between
     * @return how many files are gone
     */
    public int sweep(Supplier<Set<BlobId>> named) {
        if (!Files.isDirectory(folder) || !users.tryAcquire(Integer.MAX_VALUE)) {
            return 0;
        }
        try (var channel = openLock();
                var lock = channel.tryLock()) {
            return lock == null ? 0 : Sweep.of(folder, underWay, named.get());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            users.release(Integer.MAX_VALUE);
        }
    }

    /** Keeps the sweeps of this process away, for whoever keeps many files before the rows that name them are committed. */
    public Stay stay() {
        users.acquireUninterruptibly();
        return new Stay(this);
    }

    /** Keeps sweeps away; one at a time in a process. */
    public Holding hold() {
        users.acquireUninterruptibly();
        try {
            Files.createDirectories(folder);
            return new Holding(this, lockShared());
        } catch (IOException | RuntimeException failed) {
            users.release();
            throw failed instanceof IOException io ? new UncheckedIOException(io) : (RuntimeException) failed;
        }
    }

    private FileChannel lockShared() throws IOException {
        var channel = openLock();
        try {
            channel.lock(0, Long.MAX_VALUE, true);
            return channel;
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    void letGo() {
        users.release();
    }

    private FileChannel openLock() throws IOException {
        // To be locked shared it must be readable, to be locked alone writable.
        return FileChannel.open(
                folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}
