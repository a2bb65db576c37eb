package kakolog.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
import java.util.stream.IntStream;
import kakolog.access.Audience;
import kakolog.db.Database;
import kakolog.db.Durability;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchIndexFileTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("derived/search.db");
    }

    @Test
    void it_is_there_again_after_closing() {
        fill();
        try (var index = SearchIndex.open(file)) {
            assertEquals(300, count(index));
            assertEquals(Map.of("pages/a", "f"), index.fingerprints());
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
    void something_else_under_its_name_is_made_anew() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "no database".repeat(1000));
        assertIsMadeAnew();
    }

    @Test
    void an_empty_file_is_made_anew() throws IOException {
        Files.createDirectories(file.getParent());
        Files.createFile(file);
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
    void a_damaged_page_anywhere_is_made_anew_or_does_no_harm() throws IOException {
        fill();
        var sound = Files.readAllBytes(file);
        for (int page = 0; page * 4096 < sound.length; page += 3) {
            var damaged = sound.clone();
            Arrays.fill(damaged, page * 4096, (page + 1) * 4096, (byte) 0x5A);
            Files.write(file, damaged);
            try (var index = SearchIndex.open(file)) {
                int expected = index.fingerprints().isEmpty() ? 0 : 300;
                assertEquals(expected, count(index), "page " + page);
            }
        }
    }

    @Test
    void a_build_that_breaks_off_leaves_the_state_before_it() {
        fill();
        try (var index = SearchIndex.open(file)) {
            var documents = new ArrayList<>(documents("pages/b", 50));
            documents.add(documents.get(0));
            var broken = List.of(new Source("pages/b", "g", documents));
            assertThrows(RuntimeException.class, () -> index.replaceAll(broken));
            assertEquals(300, count(index));
        }
        try (var index = SearchIndex.open(file)) {
            assertEquals(Map.of("pages/a", "f"), index.fingerprints());
            assertEquals(300, count(index));
        }
    }

    @Test
    void a_copy_taken_in_the_middle_of_a_build_opens_in_the_state_before_it() throws IOException {
        fill();
        var copy = folder.resolve("copy/search.db");
        Files.createDirectories(copy.getParent());
        try (var database = Database.open(file, Durability.DERIVED, 1)) {
            database.writer().useTransaction(handle -> {
                var writer = new IndexWriter(handle);
                writer.removeAll();
                writer.add(List.of(new Source("pages/b", "g", documents("pages/b", 5000))));
                for (var suffix : List.of("", "-wal")) {
                    Files.copy(Path.of(file + suffix), Path.of(copy + suffix));
                }
            });
        }
        try (var index = SearchIndex.open(copy)) {
            assertEquals(Map.of("pages/a", "f"), index.fingerprints());
            assertEquals(300, count(index));
        }
    }

    @Test
    void searches_beside_changes_see_whole_states_only() throws Exception {
        var done = new AtomicBoolean();
        var threads = Executors.newFixedThreadPool(2);
        try (var index = SearchIndex.open(file)) {
            index.replace("pages/a", "f", documents("pages/a", 300));
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
                index.replace("pages/a", "f" + i, documents("pages/a", i % 2 == 0 ? 200 : 300));
            }
            done.set(true);
            for (var search : searches) {
                assertTrue(Set.of(200, 300).containsAll(search.get()));
            }
        } finally {
            threads.shutdown();
        }
    }

    private void assertIsMadeAnew() {
        try (var index = SearchIndex.open(file)) {
            assertEquals(Map.of(), index.fingerprints());
            index.replace("pages/a", "f", documents("pages/a", 300));
            assertEquals(300, count(index));
        }
    }

    private void fill() {
        try (var index = SearchIndex.open(file)) {
            index.replace("pages/a", "f", documents("pages/a", 300));
        }
    }

    private static int count(SearchIndex index) {
        return index.search(SearchQuery.parse("目印"), Set.of("everyone"), null, 0, 300)
                .hits()
                .size();
    }

    private static List<Document> documents(String source, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Document(
                        source + "#" + i,
                        Kind.PAGE,
                        source,
                        null,
                        "/" + i,
                        "目印 " + i,
                        "",
                        "本文 " + i,
                        Audience.everyone(),
                        false))
                .toList();
    }
}
