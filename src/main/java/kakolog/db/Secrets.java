package kakolog.db;

import java.security.SecureRandom;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The keys that this portal has made for itself, each of 32 random bytes, the same for as long as the database lives. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final Database database;

    public Secrets(Database database) {
        this.database = database;
    }

    /** The key of the entity tags, which are to tell nothing of the files' contents. */
    public byte[] tagKey() {
        return of("entity-tags");
    }

    /** The key of this name, made when it is first asked for. */
    private byte[] of(String name) {
        return database.reader()
                .withHandle(handle -> find(handle, name))
                .orElseGet(() -> database.writer().inTransaction(handle -> make(handle, name)));
    }

    private static Optional<byte[]> find(Handle handle, String name) {
        return handle.createQuery("select value from secret where name = :name")
                .bind("name", name)
                .mapTo(byte[].class)
                .findOne();
    }

    /** Another may have made it a moment before: the first one counts. */
    private static byte[] make(Handle handle, String name) {
        var random = new byte[BYTES];
        RANDOM.nextBytes(random);
        handle.createUpdate("insert into secret (name, value) values (:name, :value) on conflict (name) do nothing")
                .bind("name", name)
                .bind("value", random)
                .execute();
        return find(handle, name).orElseThrow();
    }
}
