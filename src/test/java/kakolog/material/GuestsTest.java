package kakolog.material;

import static kakolog.material.Additions.HANAKO;
import static kakolog.material.Additions.NOW;
import static kakolog.material.Additions.addition;
import static kakolog.material.Additions.file;
import static kakolog.material.Additions.later;
import static kakolog.material.Evenings.JULY;
import static kakolog.material.Materials.WHATEVER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kakolog.db.Database;
import kakolog.record.Changes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sent by a link waits for an organizer. */
final class GuestsTest {
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
    void what_a_guest_sends_waits_until_it_is_approved() {
        var link = uploadLink(NOW);
        var sent = materials.send(List.of(addition(JULY, "a.pdf"), addition(JULY, "a.pdf")), link, NOW);
        assertEquals(
                List.of("a.pdf", "a-2.pdf"),
                sent.stream().map(material -> material.name().value()).toList());
        assertTrue(sent.stream().allMatch(Material::isWaiting));
        assertEquals(new Revision(1, file('a'), NOW, "", "speaker"), sent.get(0).latest());
        assertEquals(
                Outcome.DONE, materials.approve(sent.get(0).id(), sent.get(0).version(), HANAKO, later(1)));
        assertEquals(false, reread(sent.get(0)).isWaiting());
        assertEquals(true, reread(sent.get(1)).isWaiting());
        assertEquals(Outcome.DONE, materials.approve(sent.get(0).id(), WHATEVER, HANAKO, later(2)), "a second time");
        assertEquals(
                List.of(
                        "material-approved 2021-07-06 a by Hanako",
                        "material-sent 2021-07-06 a by speaker",
                        "material-sent 2021-07-06 a by speaker",
                        "upload-link-made 2021-07-06 speaker by Hanako"),
                Additions.record(changes));
    }

    @Test
    void a_link_that_is_used_sends_nothing_more() {
        var link = uploadLink(NOW);
        assertEquals(
                1, materials.send(List.of(addition(JULY, "a.pdf")), link, NOW).size());
        assertEquals(List.of(), materials.send(List.of(addition(JULY, "b.pdf")), link, NOW));
        assertEquals(1, materials.of(JULY).size());
    }

    @Test
    void a_link_that_expires_while_the_files_come_sends_nothing() {
        var link = uploadLink(NOW);
        assertEquals(List.of(), materials.send(List.of(addition(JULY, "a.pdf")), link, NOW.plus(Duration.ofDays(1))));
        assertEquals(List.of(), materials.of(JULY));
    }

    private UploadLink uploadLink(Instant now) {
        var links = new UploadLinks(database, changes);
        var secret = links.make(JULY, new Title("speaker"), Duration.ofDays(1), HANAKO, now);
        return links.find(secret, now).orElseThrow();
    }

    private Material reread(Material material) {
        return materials.byId(material.id()).orElseThrow();
    }
}
