package kakolog.material;

import static kakolog.material.Evenings.JULY;
import static kakolog.material.Evenings.MAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kakolog.blob.BlobId;
import kakolog.db.Database;
import kakolog.db.Secrets;
import kakolog.record.Change;
import kakolog.record.Changes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links for speakers, marks over pages, and the tags of files. */
final class UploadLinksTest {
    private static final Instant NOW = Instant.parse("2021-07-06T21:10:00+09:00");
    private static final Change.By HANAKO = new Change.By("11", "Hanako");

    @TempDir
    Path folder;

    private Database database;
    private Changes changes;
    private UploadLinks links;

    @BeforeEach
    void open() {
        database = Database.openKept(folder.resolve("kakolog.db"), 2);
        changes = new Changes(database);
        links = new UploadLinks(database, changes);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_link_is_found_by_its_secret_until_it_expires() {
        var secret = make();
        assertTrue(secret.matches("[A-Za-z0-9_-]{43}"), secret);
        var link =
                links.find(secret, NOW.plus(Duration.ofDays(7)).minusMillis(1)).orElseThrow();
        assertEquals(JULY, link.event());
        assertEquals("speaker", link.label());
        assertEquals("Hanako", link.madeBy());
        assertEquals(Optional.empty(), links.find(secret, NOW.plus(Duration.ofDays(7))));
        assertNotEquals(secret, make());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "' or 1=1 --"})
    void another_secret_finds_nothing(String secret) {
        make();
        assertEquals(Optional.empty(), links.find(secret, NOW));
    }

    @Test
    void the_hash_opens_nothing() {
        make();
        assertEquals(Optional.empty(), links.find(links.of(JULY).get(0).hash(), NOW));
    }

    @Test
    void a_link_that_is_taken_back_is_closed() {
        var secret = make();
        var hash = links.of(JULY).get(0).hash();
        assertFalse(links.takeBack(MAY, hash, HANAKO, NOW), "by another event");
        assertTrue(links.takeBack(JULY, hash, HANAKO, NOW));
        assertFalse(links.takeBack(JULY, hash, HANAKO, NOW), "a second time");
        assertEquals(Optional.empty(), links.find(secret, NOW));
        assertEquals(NOW, links.of(JULY).get(0).closedAt());
        assertEquals(
                List.of("upload-link-closed", "upload-link-made"),
                changes.newest(0, 9).stream()
                        .map(change -> change.kind().word())
                        .toList());
    }

    @Test
    void the_secret_is_kept_nowhere() throws IOException {
        var secret = make();
        database.close();
        var file = new String(Files.readAllBytes(folder.resolve("kakolog.db")), StandardCharsets.ISO_8859_1);
        assertTrue(file.contains("speaker"));
        assertFalse(file.contains(secret));
    }

    private String make() {
        return links.make(JULY, new Title("speaker"), Duration.ofDays(7), HANAKO, NOW);
    }

    @Test
    void marks_are_switched_for_one_event() {
        var marks = new Marks(database, changes);
        assertFalse(marks.isOn(JULY));
        marks.switchTo(JULY, true, HANAKO, NOW);
        marks.switchTo(JULY, true, HANAKO, NOW);
        assertTrue(marks.isOn(JULY));
        assertFalse(marks.isOn(MAY));
        assertTrue(new Marks(database, changes).isOn(JULY));
        marks.switchTo(JULY, false, HANAKO, NOW);
        assertFalse(marks.isOn(JULY));
        assertEquals(
                List.of("mark-switched-off", "mark-switched-on"),
                changes.newest(0, 9).stream()
                        .map(change -> change.kind().word())
                        .toList());
    }

    @Test
    void a_tag_is_the_same_for_the_same_revision_only_and_tells_no_hash() {
        var blob = new BlobId("a".repeat(64));
        var tag = new EntityTags(new Secrets(database)).of(blob, 1, 1);
        assertTrue(tag.matches("[A-Za-z0-9_-]{22}"), tag);
        var again = new EntityTags(new Secrets(database));
        assertEquals(tag, again.of(blob, 1, 1));
        assertNotEquals(tag, again.of(blob, 1, 2));
        assertNotEquals(tag, again.of(blob, 2, 1));
        assertNotEquals(tag, again.of(new BlobId("b".repeat(64)), 1, 1));
        try (var other = Database.openKept(folder.resolve("other.db"), 1)) {
            assertNotEquals(tag, new EntityTags(new Secrets(other)).of(blob, 1, 1), "by the key of another portal");
        }
    }
}
