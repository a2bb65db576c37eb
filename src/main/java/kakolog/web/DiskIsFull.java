package kakolog.web;

/** There is no room to keep what was sent: 507. */
public final class DiskIsFull extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DiskIsFull() {
        super("no room on the disk", null, false, false);
    }
}
