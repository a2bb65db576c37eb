package kakolog.blob;

/** While it is open, this process sweeps nothing: several may be open at once. For one thread. */
public final class Stay implements AutoCloseable {
    private final BlobStore store;
    private boolean over;

    Stay(BlobStore store) {
        this.store = store;
    }

    @Override
    public void close() {
        if (!over) {
            over = true;
            store.letGo();
        }
    }
}
