package kakolog.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kakolog.access.Viewer.Standing;
import kakolog.db.Database;
import kakolog.id.EventSlug;
import kakolog.id.Snowflake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What many sessions cost in memory. */
final class SessionMemoryTest {
    private static final int SESSIONS = 10_000;
    private static final int ROLES = 20;
    private static final long MOST_BYTES = 20_000_000;

    @Test
    void ten_thousand_sessions_with_their_roles_fit(@TempDir Path folder) {
        var now = Instant.parse("2021-07-06T10:00:00Z");
        try (var database = Database.openKept(folder.resolve("kakolog.db"), 1);
                var checks = new RoleChecks(
                        (person, at, anew) -> Optional.of(standing(person, at)),
                        Clock.fixed(now, java.time.ZoneOffset.UTC),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(10))) {
            var sessions = new Sessions(database, Runnable::run);
            // Once, so that classes and pools are there before.
            fill(sessions, checks, now, 1);
            long before = used();
            fill(sessions, checks, now, SESSIONS);
            long bytes = used() - before;
            assertEquals(SESSIONS + 1, sessions.inUse());
            assertTrue(bytes < MOST_BYTES, bytes + " bytes");
        }
    }

    private static void fill(Sessions sessions, RoleChecks checks, Instant now, int count) {
        for (int i = 0; i < count; i++) {
            var person = new Snowflake(411111111111100000L + count * 2L + i);
            sessions.start(person, "参加者 " + i, now);
            checks.current(person, now);
        }
    }

    private static Standing standing(Snowflake person, Instant now) {
        Set<Snowflake> roles = new HashSet<>();
        for (int i = 0; i < ROLES; i++) {
            roles.add(new Snowflake(person.bits() * 31 + i));
        }
        var events = new ArrayList<>(List.of("2021-07-06", "2021-05-18"));
        return new Standing.Member(
                now,
                roles,
                false,
                false,
                Set.copyOf(events.stream().map(EventSlug::new).toList()));
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
