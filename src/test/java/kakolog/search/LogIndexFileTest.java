package kakolog.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kakolog.access.Audience;
import kakolog.db.Database;
import kakolog.db.Durability;
import kakolog.id.EventSlug;
import kakolog.id.Snowflake;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogIndexFileTest {
    private static final EventSlug EVENT = new EventSlug("2021-05-18");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("derived/logs.db");
    }

    @Test
    void it_is_there_again_after_closing() {
        fill();
        try (var index = open()) {
            assertEquals(300, count(index));
            assertEquals(Map.of(EVENT, "f"), index.fingerprints());
        }
    }

    @Test
    void another_version_is_made_anew() {
        fill();
        try (var database = Database.open(file, Durability.DERIVED, 1)) {
            database.writer().useHandle(handle -> handle.execute("pragma user_version = 99"));
        }
        assertIsMadeAnew();
    }

    @Test
    void half_a_file_is_made_anew() throws IOException {
        fill();
        var bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertIsMadeAnew();
    }

    @Test
    void searches_beside_changes_see_whole_states_only() throws Exception {
        var done = new AtomicBoolean();
        var threads = Executors.newFixedThreadPool(2);
        try (var index = open()) {
            fill(index, 300);
            var searches = IntStream.range(0, 2)
                    .mapToObj(i -> threads.submit(() -> {
                        var seen = new ArrayList<Integer>();
                        while (!done.get()) {
                            seen.add(count(index));
                        }
                        return seen;
                    }))
                    .toList();
            for (int i = 0; i < 20; i++) {
                fill(index, i % 2 == 0 ? 200 : 300);
            }
            done.set(true);
            for (var search : searches) {
                assertTrue(Set.of(200, 300).containsAll(search.get()));
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void what_is_put_in_order_holds_nothing_of_a_log_that_was_removed() {
        try (var index = open()) {
            fill(index, 300);
            var secret = new EventSlug("2021-05-19");
            var speaker = new LogSpeaker(new Snowflake(2), List.of("秘密の人"));
            var entry = new LogEntry(0, "鍵", speaker.id(), Set.of());
            index.replace(
                    secret,
                    "f",
                    Audience.everyone(),
                    List.of(speaker),
                    List.of(entry).iterator());
            index.optimize();
            assertEquals(1, rows("name"));
            assertEquals(4, rows("posting"));
            index.remove(secret);
            assertEquals(0, rows("name"));
            index.optimize();
            assertEquals(3, rows("posting"));
            index.remove(EVENT);
            assertEquals(0, rows("posting"));
        }
    }

    private int rows(String table) {
        try (var database = Database.open(file, Durability.DERIVED, 1)) {
            return database.reader()
                    .withHandle(handle -> handle.createQuery("select count(*) from " + table)
                            .mapTo(Integer.class)
                            .one());
        }
    }

    private LogIndex open() {
        return LogIndex.open(file, rows -> rows.stream().collect(Collectors.toMap(row -> row, row -> "目印")));
    }

    private void assertIsMadeAnew() {
        try (var index = open()) {
            assertEquals(Map.of(), index.fingerprints());
            fill(index, 300);
            assertEquals(300, count(index));
        }
    }

    private void fill() {
        try (var index = open()) {
            fill(index, 300);
        }
    }

    private static void fill(LogIndex index, int messages) {
        var entries =
                IntStream.range(0, messages).mapToObj(place -> new LogEntry(place, "目印", new Snowflake(1), Set.of()));
        index.replace(EVENT, "f", Audience.everyone(), Set.of(), entries.iterator());
    }

    private static int count(LogIndex index) {
        return index.search(SearchQuery.parse("目印"), Set.of("everyone"), Findable.ALL, 0, 10, 1000)
                .count();
    }
}
