package kakolog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import kakolog.content.ContentFolder;
import kakolog.content.Snapshot;
import kakolog.db.Database;
import kakolog.db.Durability;
import kakolog.search.SearchIndex;
import kakolog.search.SearchQuery;
import kakolog.web.Unavailable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search is in step with the content, and never waits for long where it cannot be. */
final class LiveSearchTest {
    @TempDir
    Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicReference<Snapshot> content = new AtomicReference<>();

    @BeforeEach
    void prepare() throws IOException {
        Files.createDirectories(folder.resolve("events"));
        Files.createDirectories(folder.resolve("pages"));
        Files.writeString(folder.resolve("site.yaml"), "name: 雑談会\n");
        write("- 目印\n");
    }

    private void write(String agenda) throws IOException {
        var head = "---\ndate: 2021-07-06\nstart: \"19:30\"\n---\n";
        Files.writeString(folder.resolve("events/2021-07-06.md"), head + agenda);
        content.set(new ContentFolder(folder).read());
    }

    private static int found(SearchIndex index) {
        return index.search(SearchQuery.parse("目印"), Set.of("everyone"), null, 0, 10)
                .hits()
                .size();
    }

    private void run(String sql) {
        try (var beside = Database.open(folder.resolve("search.db"), Durability.DERIVED, 1)) {
            beside.writer().useHandle(handle -> handle.execute(sql));
        }
    }

    @Test
    void what_was_written_a_moment_ago_is_found_and_what_was_taken_away_is_not() throws IOException {
        try (var search = new LiveSearch(folder.resolve("search.db"), content::get)) {
            search.open();
            assertEquals(1, found(search.index()));
            write("- 目印\n- もう一つの目印\n");
            assertEquals(2, found(search.index()));
            write("- 別の話\n");
            assertEquals(0, found(search.index()));
        }
    }

    @Test
    void after_a_failure_searches_answer_as_before_and_it_is_tried_again_a_while_later() throws IOException {
        try (var search = new LiveSearch(folder.resolve("search.db"), content::get, nanos::get)) {
            search.open();
            write("- 目印\n- もう一つの目印\n");
            run("alter table source rename to mislaid");
            assertEquals(1, found(search.index()));
            run("alter table mislaid rename to source");
            nanos.addAndGet(TimeUnit.SECONDS.toNanos(9));
            assertEquals(1, found(search.index()));
            nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
            assertEquals(2, found(search.index()));
        }
    }

    @Test
    void whoever_waits_too_long_for_a_change_that_is_being_entered_is_told_to_come_again() throws Exception {
        var entering = new CountDownLatch(1);
        var enough = new CountDownLatch(1);
        try (var search = new LiveSearch(folder.resolve("search.db"), () -> given(entering, enough))) {
            search.open();
            write("- 目印\n- もう一つの目印\n");
            var change = new Thread(search::bringUpToDate, "slow");
            change.start();
            entering.await();
            assertThrows(Unavailable.class, search::index);
            enough.countDown();
            change.join();
            assertEquals(2, found(search.index()));
        }
    }

    /** The content, which the thread called slow is given only once the others have had enough. */
    private Snapshot given(CountDownLatch entering, CountDownLatch enough) {
        if (Thread.currentThread().getName().equals("slow")) {
            entering.countDown();
            try {
                enough.await();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
        return content.get();
    }
}
