package kakolog.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kakolog.access.Audience;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchChangesTest {
    @TempDir
    Path folder;

    private TwoEvenings evenings;

    @BeforeEach
    void open() {
        evenings = new TwoEvenings(folder);
    }

    @AfterEach
    void close() {
        evenings.close();
    }

    @Test
    void a_replaced_source_is_found_by_its_new_words_only() {
        evenings.index.replace("events/2021-05-18", "f9", List.of(TwoEvenings.agenda("2021-05-18", "a1", "", "新しい話")));
        assertEquals("a1", evenings.found("新しい"));
        assertEquals("", evenings.found("re-offer"));
        assertEquals("b2 rules", evenings.found("録画"));
        assertEquals(
                Map.of("events/2021-05-18", "f9", "events/2021-07-06", "f2", "pages/rules", "f3"),
                evenings.index.fingerprints());
    }

    @Test
    void a_removed_source_is_gone() {
        evenings.index.remove("events/2021-05-18");
        evenings.index.remove("events/never-was");
        assertEquals("b2 rules", evenings.found("録画"));
        assertEquals(
                Set.of("events/2021-07-06", "pages/rules"),
                evenings.index.fingerprints().keySet());
    }

    @Test
    void several_sources_change_together_or_not_at_all() {
        var may = new Source("events/2021-05-18", "f9", List.of(TwoEvenings.agenda("2021-05-18", "a1", "", "新しい話")));
        var thief = new Source(
                "pages/thief", "f", List.of(TwoEvenings.document("pages/thief", "b2", "録画", Audience.everyone())));
        assertThrows(JdbiException.class, () -> evenings.index.change(List.of(may, thief), List.of("pages/rules")));
        assertEquals("b2 a1 rules", evenings.found("録画"));
        evenings.index.change(List.of(may), List.of("pages/rules", "pages/never-was"));
        assertEquals("b2", evenings.found("録画"));
        assertEquals("a1", evenings.found("新しい"));
        assertEquals(Map.of("events/2021-05-18", "f9", "events/2021-07-06", "f2"), evenings.index.fingerprints());
    }

    @Test
    void a_bulk_build_replaces_everything() {
        var rows = List.of(
                TwoEvenings.agenda("2022-01-01", "n1", "", "録画の一"), TwoEvenings.agenda("2022-01-01", "n2", "", "録画の二"));
        evenings.index.replaceAll(List.of(new Source("events/2022-01-01", "n", rows)));
        assertEquals("n1 n2", evenings.found("録画"));
        assertEquals(Map.of("events/2022-01-01", "n"), evenings.index.fingerprints());
    }

    @Test
    void a_key_of_another_source_changes_nothing() {
        var thief = List.of(
                TwoEvenings.document("pages/thief", "x", "録画", Audience.everyone()),
                TwoEvenings.document("pages/thief", "a1", "録画", Audience.everyone()));
        assertThrows(JdbiException.class, () -> evenings.index.replace("pages/thief", "f", thief));
        assertEquals("b2 a1 rules", evenings.found("録画"));
        assertFalse(evenings.index.fingerprints().containsKey("pages/thief"));
    }

    @Test
    void a_document_of_another_source_is_refused() {
        var stray = List.of(TwoEvenings.document("pages/rules", "x", "録画", Audience.everyone()));
        assertThrows(IllegalArgumentException.class, () -> evenings.index.replace("pages/other", "f", stray));
    }

    @Test
    void text_with_nul_is_found_on_both_sides_of_it() {
        evenings.index.replace("pages/nul", "f", List.of(TwoEvenings.page("nul", "題", "まえがき\0あとがき")));
        assertEquals("nul", evenings.found("まえがき"));
        assertEquals("nul", evenings.found("あとがき"));
    }
}
