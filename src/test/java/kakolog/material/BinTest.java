package kakolog.material;

import static kakolog.material.Additions.HANAKO;
import static kakolog.material.Additions.NOW;
import static kakolog.material.Additions.addition;
import static kakolog.material.Additions.blob;
import static kakolog.material.Additions.file;
import static kakolog.material.Additions.later;
import static kakolog.material.Evenings.JULY;
import static kakolog.material.Materials.WHATEVER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kakolog.db.Database;
import kakolog.record.Changes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is deleted, for thirty days and after them. */
final class BinTest {
    @TempDir
    Path folder;

    private Database database;
    private Changes changes;
    private Materials materials;

    @BeforeEach
    void open() {
        database = Database.openKept(folder.resolve("kakolog.db"), 2);
        changes = new Changes(database);
        materials = new Materials(database, changes);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_is_deleted_is_in_the_bin_and_its_address_is_free() {
        var first = add("slides.pdf");
        assertEquals(Outcome.DONE, materials.delete(first.id(), first.version(), HANAKO, later(1)));
        assertEquals(List.of(), materials.of(JULY));
        assertEquals(Optional.empty(), materials.find(JULY, "slides.pdf"));
        assertEquals(later(1), materials.bin(JULY).get(0).deletedAt());
        assertEquals(Outcome.GONE, materials.delete(first.id(), WHATEVER, HANAKO, NOW));
        assertEquals(Outcome.GONE, materials.retitle(first.id(), new Title("QUIC"), WHATEVER, HANAKO, NOW));
        assertEquals("slides.pdf", add("slides.pdf").name().value());
        assertEquals(Outcome.DONE, materials.restore(first.id(), WHATEVER, HANAKO, NOW));
        assertEquals(
                "slides-2.pdf", materials.byId(first.id()).orElseThrow().name().value());
        assertEquals(List.of(), materials.bin(JULY));
        assertEquals(Outcome.GONE, materials.restore(first.id(), WHATEVER, HANAKO, NOW));
    }

    @Test
    void the_bin_shows_the_latest_first() {
        for (var name : List.of("a.pdf", "b.pdf")) {
            materials.delete(add(name).id(), WHATEVER, HANAKO, later(name.charAt(0)));
        }
        assertEquals(
                List.of("b", "a"),
                materials.bin(JULY).stream()
                        .map(material -> material.title().text())
                        .toList());
    }

    @Test
    void after_thirty_days_in_the_bin_it_is_gone_with_all_its_revisions() {
        var added = add("slides.pdf");
        materials.replace(added.id(), file('b'), WHATEVER, HANAKO, NOW);
        materials.delete(added.id(), WHATEVER, HANAKO, NOW);
        assertEquals(0, materials.purge(NOW.plus(Duration.ofDays(30))));
        assertEquals(Set.of(blob('a'), blob('b')), materials.blobs());
        assertEquals(1, materials.purge(NOW.plus(Duration.ofDays(30)).plusMillis(1)));
        assertEquals(Optional.empty(), materials.byId(added.id()));
        assertEquals(List.of(), materials.revisions(added.id()));
        assertEquals(Set.of(), materials.blobs());
        assertEquals(
                "material-purged 2021-07-06 slides by ",
                Additions.record(changes).get(0));
    }

    @Test
    void a_material_that_is_not_there_is_gone() {
        assertEquals(Outcome.GONE, materials.retitle(99, new Title("QUIC"), WHATEVER, HANAKO, NOW));
        assertEquals(Outcome.GONE, materials.restore(99, WHATEVER, HANAKO, NOW));
        assertEquals(0, changes.count());
    }

    private Material add(String name) {
        return materials.add(addition(JULY, name), HANAKO, NOW);
    }
}
