package kakolog.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import kakolog.MovableClock;
import kakolog.db.Database;
import kakolog.material.NamedBlob;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a backup takes along, what it refuses, and that a half one never has a name. */
final class BackupTest {
    private static final byte[] SLIDES = "スライド".repeat(50_000).getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private Path zip;
    private KeptFolders kept;

    @BeforeEach
    void fill() throws IOException {
        kept = new KeptFolders(folder);
        zip = folder.resolve("a.zip");
    }

    @AfterEach
    void close() {
        kept.close();
    }

    @Test
    void it_holds_database_files_of_materials_and_content() throws IOException {
        var slides = kept.upload("2021-07-06", "slides.pdf", SLIDES);
        kept.upload("2021-07-06", "again.pdf", SLIDES);
        var taken = kept.backup().write(zip);

        assertEquals(
                zip + ": the database, 1 files of materials, 2 files of content; " + Files.size(zip) + " bytes",
                taken.toString());
        try (var opened = new ZipFile(zip.toFile())) {
            var blob = "blobs/" + slides.substring(0, 2) + "/" + slides;
            assertEquals(
                    List.of("kakolog.db", blob, "content/events/2021-07-06.md", "content/site.yaml", "manifest.json"),
                    opened.stream().map(ZipEntry::getName).toList());
            assertEquals(ZipEntry.STORED, opened.getEntry(blob).getMethod());
            var manifest = new String(
                    opened.getInputStream(opened.getEntry("manifest.json")).readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(manifest.contains("\"takenAt\" : \"2021-07-06T19:14:55Z\""), manifest);
            assertTrue(manifest.contains("\"size\" : " + SLIDES.length), manifest);
        }
        assertOnly("a.zip");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(zip)));
    }

    @Test
    void older_revisions_and_the_bin_are_kept_and_outside_links_have_no_file() throws IOException {
        kept.upload("2021-07-06", "slides.pdf", SLIDES);
        kept.upload("2021-07-06", "slides.pdf", new byte[] {1});
        kept.upload("2021-05-18", "old.pdf", new byte[] {2});
        kept.database().writer().useHandle(handle -> {
            handle.execute("update material set deleted_at = 1 where name = 'old.pdf'");
            handle.execute("insert into material (event, name, title, place, publish, version)"
                    + " values ('2021-07-06', 'deck', 'deck', 1, 'ended', 1)");
            handle.execute("insert into material_revision (material, number, url, added_at, actor, actor_name)"
                    + " select id, 0, 'https://example.com/', 0, '', '' from material where name = 'deck'");
        });
        assertEquals(3, kept.backup().write(zip).blobs());
        assertEquals(
                List.of(
                        "/events/2021-05-18/materials/old.pdf (in the bin)",
                        "/events/2021-07-06/materials/slides.pdf?rev=0",
                        "/events/2021-07-06/materials/slides.pdf"),
                NamedBlob.in(kept.database()).stream().map(NamedBlob::address).toList());
    }

    @Test
    void a_missing_or_damaged_file_of_a_material_fails_it_with_its_address() throws IOException {
        var blob = kept.upload("2021-07-06", "slides.pdf", SLIDES);
        Files.write(kept.blobFile(blob), new byte[] {'X'}, StandardOpenOption.WRITE);
        assertRefused("the file of /events/2021-07-06/materials/slides.pdf is damaged, so this would be no backup;"
                + " put it back from a backup, or upload it again");

        Files.delete(kept.blobFile(blob));
        assertRefused("the file of /events/2021-07-06/materials/slides.pdf is missing, so this would be no backup;"
                + " put it back from a backup, or upload it again");
    }

    @Test
    void a_name_that_leads_elsewhere_is_not_followed() throws IOException {
        kept.upload("2021-07-06", "slides.pdf", SLIDES);
        kept.database()
                .writer()
                .useHandle(handle -> handle.execute("update material_revision set blob = '../../content/site.yaml'"));
        assertRefused("the file of /events/2021-07-06/materials/slides.pdf has a name that no file has,"
                + " so this would be no backup; put it back from a backup, or upload it again");
    }

    @Test
    void a_file_that_is_there_is_not_written_over() throws IOException {
        Files.writeString(zip, "dear to somebody");
        var refused =
                assertThrows(FileSystemException.class, () -> kept.backup().write(zip));
        assertEquals(zip + " is there already, and is not written over; name a new file", refused.getMessage());
        assertEquals("dear to somebody", Files.readString(zip));
        assertOnly("a.zip");
    }

    @Test
    void what_a_killed_run_has_left_is_written_over_and_what_another_writes_is_not() throws IOException {
        Files.writeString(folder.resolve("a.zip.part"), "half".repeat(1000));
        Files.writeString(folder.resolve("a.zip.part.db"), "half");
        try (var other = FileChannel.open(folder.resolve("a.zip.part"), StandardOpenOption.WRITE);
                var lock = other.lock()) {
            assertTrue(lock.isValid());
            assertEquals(
                    zip + " is being written by another backup; name another file",
                    assertThrows(FileSystemException.class, () -> kept.backup().write(zip))
                            .getMessage());
        }
        kept.backup().write(zip);
        assertOnly("a.zip");
        assertEquals(3, new Restore(zip, folder.resolve("restored"), folder.resolve("written")).write());
    }

    @Test
    void while_it_copies_nobody_may_sweep() throws IOException {
        kept.upload("2021-07-06", "slides.pdf", SLIDES);
        var lock = kept.data.resolve("blobs/backup.lock");
        var held = new AtomicBoolean(true);
        new Backup(kept.data, kept.content, kept.clock(), new Backup.Onlooker() {
                    @Override
                    public void leftOut(String line) {}

                    @Override
                    public void copied(long bytes) {
                        try (var sweep = FileChannel.open(lock, StandardOpenOption.WRITE)) {
                            held.set(held.get() && sweep.tryLock() == null);
                        } catch (OverlappingFileLockException heldByThisProcess) {
                            // as it should be
                        } catch (IOException failed) {
                            throw new UncheckedIOException(failed);
                        }
                    }
                })
                .write(zip);
        assertTrue(held.get());
        try (var sweep = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            assertNotNull(sweep.tryLock());
        }
    }

    @Test
    void stopped_in_the_middle_it_leaves_nothing() throws IOException {
        kept.upload("2021-07-06", "slides.pdf", SLIDES);
        var stopped = new Backup(kept.data, kept.content, kept.clock(), new Backup.Onlooker() {
            @Override
            public void leftOut(String line) {}

            @Override
            public void copied(long bytes) {
                Thread.currentThread().interrupt();
            }
        });
        assertThrows(IOException.class, () -> stopped.write(zip));
        assertTrue(Thread.interrupted());
        assertOnly();
    }

    @Test
    void an_older_kakologs_is_taken_as_it_is() throws IOException {
        kept.database().writer().useHandle(handle -> {
            handle.execute("drop table material_revision");
            handle.execute("pragma user_version = 2");
        });
        assertEquals(0, kept.backup().write(zip).blobs());
        var restored = folder.resolve("restored");
        new Restore(zip, restored, null).write();
        try (var database = Database.openBeside(restored.resolve("kakolog.db"))) {
            assertEquals(2, database.schema());
        }
    }

    @Test
    void of_content_only_plain_files_inside_are_taken_along() throws Exception {
        var secret = Files.writeString(folder.resolve("secret"), "outside");
        Files.createSymbolicLink(kept.content.resolve("outside.md"), secret);
        Files.createSymbolicLink(kept.content.resolve("folder"), folder);
        Files.createSymbolicLink(kept.content.resolve("inside.yaml"), Path.of("site.yaml"));
        Files.writeString(kept.content.resolve("back\\slash.md"), "x");
        var pipe = kept.content.resolve("pipe.md").toString();
        assertEquals(0, new ProcessBuilder("mkfifo", pipe).start().waitFor());

        assertEquals(3, kept.backup().write(zip).files());
        kept.leftOut.sort(null);
        assertEquals(
                List.of(
                        "content/back\\slash.md is not taken along: give it a plain name",
                        "content/folder is not taken along: it is no plain file in this folder",
                        "content/outside.md is not taken along: it is no plain file in this folder",
                        "content/pipe.md is not taken along: it is no plain file in this folder"),
                kept.leftOut);
    }

    @Test
    void a_backup_is_not_written_into_what_it_backs_up() {
        var inside = kept.content.resolve("a.zip");
        var refused =
                assertThrows(FileSystemException.class, () -> kept.backup().write(inside));
        assertTrue(refused.getMessage().startsWith(inside + " would lie in the content folder"), refused.getMessage());
    }

    @Test
    void without_a_database_or_with_a_newer_one_there_is_none() throws IOException {
        kept.database().writer().useHandle(handle -> handle.execute("pragma user_version = 99"));
        var newer = assertThrows(UncheckedIOException.class, () -> kept.backup().write(zip));
        assertTrue(newer.getMessage().contains("was written by a newer kakolog (schema 99"), newer.getMessage());
        Files.delete(kept.data.resolve("kakolog.db"));
        assertRefused(
                "there is no database " + kept.data.resolve("kakolog.db") + "; KAKOLOG_DATA names the data folder");
    }

    @Test
    void of_a_series_the_newest_are_kept_and_nothing_else_is_touched() throws IOException {
        var clock = new MovableClock("2021-07-07T04:14:55+09:00");
        var target = folder.resolve("backups");
        Files.createDirectories(target);
        for (var other : List.of("mine.zip", "kakolog-2021.zip", "kakolog-2021-01-01T00-00-00Z.zip.part")) {
            Files.writeString(target.resolve(other), "x");
        }
        var series = new BackupSeries(kept.backup(clock), target, 2, clock);
        for (int round = 0; round < 3; round++) {
            series.next();
            clock.advance(Duration.ofHours(6));
        }
        var newest = List.of("kakolog-2021-07-07T01-14-55Z.zip", "kakolog-2021-07-07T07-14-55Z.zip");
        assertEquals(with(newest, "kakolog-2021.zip", "mine.zip"), names(target));

        kept.upload("2021-07-06", "slides.pdf", SLIDES);
        Files.delete(kept.blobFile(KeptFolders.sha256(SLIDES)));
        assertThrows(FileSystemException.class, series::next);
        assertEquals(with(newest, "kakolog-2021.zip", "mine.zip"), names(target), "a failed one costs no other");
    }

    private void assertRefused(String words) throws IOException {
        var refused =
                assertThrows(FileSystemException.class, () -> kept.backup().write(zip));
        assertEquals(words, refused.getMessage());
        assertOnly();
    }

    /** Beside the two folders that are backed up. */
    private void assertOnly(String... files) throws IOException {
        var there = names(folder);
        there.removeAll(List.of("data", "content"));
        assertEquals(List.of(files), there);
    }

    private static List<String> with(List<String> names, String... more) {
        var all = new ArrayList<>(names);
        all.addAll(List.of(more));
        return all;
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return new ArrayList<>(files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList());
        }
    }
}
