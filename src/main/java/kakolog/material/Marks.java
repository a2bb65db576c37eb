package kakolog.material;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import kakolog.db.Database;
import kakolog.id.EventSlug;
import kakolog.record.Change;
import kakolog.record.Change.Kind;
import kakolog.record.Changes;
import org.jspecify.annotations.Nullable;

/** The events over whose materials the reader's name and the time are shown faintly. Thread safe. */
public final class Marks {
    private final Database database;
    private final Changes changes;
    private volatile @Nullable Set<EventSlug> current;

    /** Asks nothing of the database yet. */
    public Marks(Database database, Changes changes) {
        this.database = database;
        this.changes = changes;
    }

    public boolean isOn(EventSlug event) {
        var known = current;
        return (known != null ? known : read()).contains(event);
    }

    private synchronized Set<EventSlug> read() {
        var read = database.reader()
                .withHandle(handle -> handle.createQuery("select event from marked_event").mapTo(String.class).stream()
                        .map(EventSlug::new)
                        .collect(Collectors.toUnmodifiableSet()));
        current = read;
        return read;
    }

    /** Switches it on or off; does nothing where it is so already. */
    public void switchTo(EventSlug event, boolean on, Change.By by, Instant now) {
        database.writer().useTransaction(handle -> {
            var statement = on
                    ? "insert into marked_event (event) values (:event) on conflict (event) do nothing"
                    : "delete from marked_event where event = :event";
            if (handle.createUpdate(statement).bind("event", event.value()).execute() == 1) {
                var kind = on ? Kind.MARK_SWITCHED_ON : Kind.MARK_SWITCHED_OFF;
                changes.add(handle, by.made(now, kind, event.value(), ""));
            }
        });
        read();
    }
}
