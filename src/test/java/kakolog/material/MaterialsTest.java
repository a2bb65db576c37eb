package kakolog.material;

import static kakolog.material.Additions.AT_ONCE;
import static kakolog.material.Additions.HANAKO;
import static kakolog.material.Additions.NOW;
import static kakolog.material.Additions.addition;
import static kakolog.material.Additions.blob;
import static kakolog.material.Additions.file;
import static kakolog.material.Additions.later;
import static kakolog.material.Evenings.JULY;
import static kakolog.material.Evenings.MAY;
import static kakolog.material.Materials.WHATEVER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kakolog.db.Database;
import kakolog.id.EventSlug;
import kakolog.record.Change;
import kakolog.record.Changes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MaterialsTest {
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
    void what_is_added_is_there_and_survives() {
        var added = add("slides.pdf");
        assertEquals("slides.pdf", added.name().value());
        assertEquals("slides", added.title().text());
        assertEquals(0, added.place());
        assertEquals(AT_ONCE, added.publication());
        assertEquals(new Revision(1, file('a'), NOW, "11", "Hanako"), added.latest());
        assertEquals(List.of(added), materials.of(JULY));
        assertEquals(Optional.of(added), materials.find(JULY, "slides.pdf"));
        assertEquals(Optional.empty(), materials.find(MAY, "slides.pdf"));
        assertEquals(Optional.empty(), materials.find(JULY, "Slides.pdf"));
        assertEquals(List.of(added), new Materials(database, changes).all());
        assertEquals(List.of("material-added 2021-07-06 slides by Hanako"), Additions.record(changes));
    }

    @Test
    void a_name_in_its_decomposed_spelling_finds_the_same() {
        var added = add("パンフ.pdf");
        assertEquals(Optional.of(added), materials.find(JULY, "ハ\u309Aンフ.pdf"));
    }

    @Test
    void every_publication_survives() {
        for (var publication : List.of(AT_ONCE, Publication.WhenEnded.INSTANCE, Publication.Never.INSTANCE)) {
            var added = add("slides.pdf");
            assertEquals(Outcome.DONE, materials.publish(added.id(), publication, added.version(), HANAKO, NOW));
            assertEquals(publication, reread(added).publication());
        }
    }

    @Test
    void an_outside_link_has_a_name_made_of_its_title() {
        var link = new Content.Outside(URI.create("https://slides.example/quic"));
        var added = materials.add(Addition.of(JULY, link, new Title("QUIC: 入門 / 2021"), AT_ONCE), HANAKO, NOW);
        assertEquals("QUIC_ 入門 _ 2021", added.name().value());
        assertEquals("QUIC: 入門 / 2021", added.title().text());
        assertEquals(link, reread(added).latest().content());
        var dots = materials.add(Addition.of(JULY, link, new Title("..."), AT_ONCE), HANAKO, NOW);
        assertEquals("link", dots.name().value());
    }

    @Test
    void nothing_is_read_before_it_is_asked_for() {
        assertEquals(Optional.empty(), materials.peek());
        assertEquals(List.of(), materials.all());
        assertEquals(List.of(), materials.peek().orElseThrow().all());
    }

    @Test
    void two_of_one_name_are_both_kept_under_different_names() {
        assertEquals("slides.pdf", add("slides.pdf").name().value());
        assertEquals("SLIDES-2.PDF", add("SLIDES.PDF").name().value());
        assertEquals("slides.pdf", add(MAY, "slides.pdf").name().value());
    }

    @Test
    void many_of_one_name_at_once_are_all_kept() throws Exception {
        int many = 8;
        var together = new CyclicBarrier(many);
        var threads = Executors.newFixedThreadPool(many);
        try {
            List<Future<Material>> added = IntStream.range(0, many)
                    .mapToObj(number -> threads.submit(() -> {
                        together.await();
                        return add("slides.pdf");
                    }))
                    .toList();
            var names = new HashSet<String>();
            for (var each : added) {
                names.add(each.get().name().value());
            }
            assertEquals(
                    Set.of(
                            "slides.pdf",
                            "slides-2.pdf",
                            "slides-3.pdf",
                            "slides-4.pdf",
                            "slides-5.pdf",
                            "slides-6.pdf",
                            "slides-7.pdf",
                            "slides-8.pdf"),
                    names);
            assertEquals(
                    List.of(0, 1, 2, 3, 4, 5, 6, 7),
                    materials.of(JULY).stream().map(Material::place).toList());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void replacing_keeps_the_address_and_the_older_revision() {
        var added = add("slides.pdf");
        assertEquals(
                Outcome.DONE,
                materials.replace(added.id(), file('b'), added.version(), new Change.By("12", "Taro"), later(1)));
        var replaced = materials.find(JULY, "slides.pdf").orElseThrow();
        assertEquals(added.id(), replaced.id());
        assertEquals(new Revision(2, file('b'), later(1), "12", "Taro"), replaced.latest());
        assertEquals(List.of(replaced.latest(), added.latest()), materials.revisions(added.id()));
        assertEquals(Optional.of(added.latest()), materials.revision(added.id(), 1));
        assertEquals(Optional.empty(), materials.revision(added.id(), 3));
        assertEquals(Set.of(blob('a'), blob('b')), materials.blobs());
    }

    @Test
    void what_is_of_another_type_does_not_take_its_place() {
        var added = add("slides.pdf");
        var picture = new Content.File(blob('b'), 9, FileType.PNG);
        var link = new Content.Outside(URI.create("https://slides.example/"));
        assertEquals(Outcome.OTHER_TYPE, materials.replace(added.id(), picture, WHATEVER, HANAKO, NOW));
        assertEquals(Outcome.OTHER_TYPE, materials.replace(added.id(), link, WHATEVER, HANAKO, NOW));
        assertEquals(added, reread(added));
        assertEquals(1, materials.revisions(added.id()).size());
    }

    @Test
    void who_saves_over_somebody_elses_change_is_told() {
        var seen = add("slides.pdf");
        assertEquals(Outcome.DONE, materials.retitle(seen.id(), new Title("QUIC"), seen.version(), HANAKO, NOW));
        var now = reread(seen);
        assertNotEquals(seen.version(), now.version());
        long old = seen.version();
        assertEquals(
                Collections.nCopies(6, Outcome.CHANGED_MEANWHILE),
                List.of(
                        materials.retitle(seen.id(), new Title("TCP"), old, HANAKO, NOW),
                        materials.replace(seen.id(), file('b'), old, HANAKO, NOW),
                        materials.publish(seen.id(), Publication.Never.INSTANCE, old, HANAKO, NOW),
                        materials.approve(seen.id(), old, HANAKO, NOW),
                        materials.move(seen.id(), 1, old, HANAKO, NOW),
                        materials.delete(seen.id(), old, HANAKO, NOW)));
        assertEquals(now, reread(seen));
        assertEquals(2, changes.count());
        assertEquals(Outcome.DONE, materials.retitle(seen.id(), new Title("TCP"), WHATEVER, HANAKO, NOW));
    }

    @Test
    void the_version_grows_also_when_the_clock_was_turned_back() {
        var added = add("slides.pdf");
        materials.retitle(added.id(), new Title("QUIC"), WHATEVER, HANAKO, NOW.minus(Duration.ofDays(40)));
        assertTrue(reread(added).version() > added.version());
    }

    @Test
    void places_stay_in_a_row_whatever_moves_or_goes() {
        var ids = List.of("a.pdf", "b.pdf", "c.pdf", "d.pdf").stream()
                .map(name -> add(name).id())
                .toList();
        move(ids.get(3), 0, "d a b c");
        move(ids.get(3), 2, "a b d c");
        move(ids.get(0), 99, "b d c a");
        move(ids.get(0), -1, "a b d c");
        materials.delete(ids.get(1), WHATEVER, HANAKO, NOW);
        assertEquals("a d c", order());
        materials.restore(ids.get(1), WHATEVER, HANAKO, NOW);
        assertEquals("a d c b", order());
    }

    private void move(long id, int place, String expected) {
        assertEquals(Outcome.DONE, materials.move(id, place, WHATEVER, HANAKO, NOW));
        assertEquals(expected, order());
        assertEquals(
                List.of(0, 1, 2, 3),
                materials.of(JULY).stream().map(Material::place).toList());
    }

    private String order() {
        return String.join(
                " ",
                materials.of(JULY).stream()
                        .map(material -> material.title().text())
                        .toList());
    }

    @Test
    void a_move_to_where_it_is_is_none() {
        var added = add("slides.pdf");
        assertEquals(Outcome.DONE, materials.move(added.id(), 0, added.version(), HANAKO, NOW));
        assertEquals(added, reread(added));
        assertEquals(1, changes.count());
    }

    @Test
    void each_change_writes_its_line_of_the_record() {
        long id = add("slides.pdf").id();
        add("other.pdf");
        materials.retitle(id, new Title("QUIC"), WHATEVER, HANAKO, NOW);
        materials.publish(id, Publication.Never.INSTANCE, WHATEVER, HANAKO, NOW);
        materials.replace(id, file('b'), WHATEVER, HANAKO, NOW);
        materials.move(id, 1, WHATEVER, HANAKO, NOW);
        materials.delete(id, WHATEVER, HANAKO, NOW);
        materials.restore(id, WHATEVER, HANAKO, NOW);
        assertEquals(
                List.of(
                        "material-restored 2021-07-06 QUIC by Hanako",
                        "material-deleted 2021-07-06 QUIC by Hanako",
                        "material-moved 2021-07-06 QUIC by Hanako",
                        "material-replaced 2021-07-06 QUIC by Hanako",
                        "material-published 2021-07-06 QUIC by Hanako",
                        "material-renamed 2021-07-06 QUIC by Hanako",
                        "material-added 2021-07-06 other by Hanako",
                        "material-added 2021-07-06 slides by Hanako"),
                Additions.record(changes));
    }

    @Test
    void who_listens_sees_what_was_changed() {
        var titles = new AtomicInteger();
        materials.onChange(() -> titles.addAndGet(materials.of(JULY).size()));
        add("a.pdf");
        add("b.pdf");
        assertEquals(3, titles.get());
    }

    @Test
    void a_change_that_fails_changes_nothing() {
        var added = add("slides.pdf");
        database.writer().useHandle(handle -> handle.execute("drop table change"));
        assertThrows(
                RuntimeException.class, () -> materials.retitle(added.id(), new Title("QUIC"), WHATEVER, HANAKO, NOW));
        assertEquals(added, reread(added));
        assertEquals(List.of(added), new Materials(database, changes).all());
    }

    private Material reread(Material material) {
        return materials.byId(material.id()).orElseThrow();
    }

    private Material add(String name) {
        return add(JULY, name);
    }

    private Material add(EventSlug event, String name) {
        return materials.add(addition(event, name), HANAKO, NOW);
    }
}
