package kakolog.db;

import org.sqlite.SQLiteConfig.SynchronousMode;

/** What a database file promises once a change is acknowledged. */
public enum Durability {
    /** It survives a loss of power: each commit waits for the disk. */
    KEPT(SynchronousMode.FULL),
    /** It survives a crash of the program; a loss of power may take the last commits, and the file stays sound. */
    DERIVED(SynchronousMode.NORMAL);

    private final SynchronousMode synchronous;

    Durability(SynchronousMode synchronous) {
        this.synchronous = synchronous;
    }

    SynchronousMode synchronous() {
        return synchronous;
    }
}
