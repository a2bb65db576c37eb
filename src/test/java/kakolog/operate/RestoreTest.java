package kakolog.operate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kakolog.RunningKakolog;
import kakolog.demo.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a restored portal has, and that of a backup which is not whole and right nothing is written. */
final class RestoreTest {
    private static final byte[] SLIDES = "スライド".repeat(50_000).getBytes(StandardCharsets.UTF_8);
    private static final String BLOB = KeptFolders.sha256(SLIDES);
    private static final String BLOB_ENTRY = "blobs/" + BLOB.substring(0, 2) + "/" + BLOB;
    private static final String SITE = "content/site.yaml";

    @TempDir
    private Path folder;

    private Path zip;
    private Path data;
    private Path content;
    private KeptFolders kept;

    @BeforeEach
    void backUp() throws IOException {
        kept = new KeptFolders(folder);
        kept.upload("2021-07-06", "slides.pdf", SLIDES);
        zip = folder.resolve("a.zip");
        data = folder.resolve("elsewhere");
        content = folder.resolve("written");
        kept.backup().write(zip);
    }

    @AfterEach
    void close() {
        kept.close();
    }

    @Test
    void all_comes_back() throws IOException {
        assertEquals(4, new Restore(zip, data, content).write());
        assertArrayEquals(SLIDES, Files.readAllBytes(HeldBlobs.file(data, BLOB)));
        assertEquals(-1, Files.mismatch(kept.content.resolve("site.yaml"), content.resolve("site.yaml")));
        var event = "events/2021-07-06.md";
        assertEquals(-1, Files.mismatch(kept.content.resolve(event), content.resolve(event)));
        assertEquals(List.of("blobs", "kakolog.db"), names(data));
    }

    @Test
    void empty_folders_that_are_there_are_filled_as_they_are() throws IOException {
        var before = Files.readAttributes(Files.createDirectory(data), "unix:ino");
        Files.createDirectory(content);
        assertEquals(4, new Restore(zip, data, content).write());
        assertEquals(List.of("blobs", "kakolog.db"), names(data));
        assertEquals(List.of("events", "site.yaml"), names(content));
        assertEquals(before, Files.readAttributes(data, "unix:ino"));
    }

    @Test
    void without_a_content_folder_the_data_alone_is_written() throws IOException {
        assertEquals(2, new Restore(zip, data, null).write());
        assertEquals(List.of("a.zip", "content", "data", "elsewhere"), names(folder));
    }

    @Test
    void the_restored_portal_starts_and_knows_what_it_knew() throws IOException {
        var second = folder.resolve("b.zip");
        try (var kakolog = RunningKakolog.withDiscord()) {
            kakolog.as(Person.TARO).get("/me");
            new Backup(kakolog.data(), kept.content, kakolog.clock(), new Silent()).write(second);
        }
        new Restore(second, data, content).write();
        try (var restored = RunningKakolog.withDiscord(content, Map.of("KAKOLOG_DATA", data.toString()))) {
            assertEquals(200, restored.get("/events/2021-07-06").statusCode());
            assertEquals(200, restored.as(Person.TARO).get("/me").statusCode());
        }
        assertTrue(Files.exists(data.resolve("derived")), "it ran there");
    }

    @Test
    void a_folder_that_is_not_empty_is_refused() throws IOException {
        Files.createDirectory(data);
        var note = Files.writeString(data.resolve("note"), "dear");
        assertRefused(zip, FileSystemException.class, data + " is not empty; name a new or empty folder");
        Files.delete(note);

        Files.createDirectory(content);
        Files.writeString(content.resolve("note"), "dear");
        assertRefused(zip, FileSystemException.class, content + " is not empty; name a new or empty folder");
        assertEquals(List.of(), names(data));
    }

    @Test
    void nothing_is_made_where_its_folder_is_missing() {
        data = folder.resolve("no/data");
        assertRefused(zip, FileSystemException.class, folder.resolve("no") + " is no folder; make it first");
        assertFalse(Files.exists(folder.resolve("no")));
    }

    @Test
    void a_newer_schema_is_refused_as_at_the_start() throws IOException {
        var forged = ForgedBackup.of(zip).schema(99).write(zip);
        assertRefused(
                forged, UncheckedIOException.class, forged + " was written by a newer kakolog (schema 99, this one");
        assertEquals(List.of("a.zip", "content", "data", "forged.zip"), names(folder));
    }

    @Test
    void cut_off_anywhere_it_is_refused() throws IOException {
        var bytes = Files.readAllBytes(zip);
        var cut = folder.resolve("cut.zip");
        for (int length : List.of(0, 1, 100, bytes.length / 2, bytes.length - 30, bytes.length - 1)) {
            Files.write(cut, Arrays.copyOf(bytes, length));
            assertRefused(cut, UnusableBackup.class, cut + " cannot be restored: it is no zip, or was cut off (");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void nothing_is_written_of_a_forged_one(String what, Consumer<ForgedBackup> forging, String words)
            throws IOException {
        var forgery = ForgedBackup.of(zip);
        forging.accept(forgery);
        var forged = forgery.write(zip);
        assertRefused(forged, UnusableBackup.class, forged + " cannot be restored: " + words);
        assertEquals(List.of("a.zip", "content", "data", "forged.zip"), names(folder), what);
    }

    static Stream<Arguments> forgeries() {
        var more = new byte[] {1, 2, 3};
        return Stream.of(
                forgery(
                        "an entry that the manifest does not name",
                        forged -> forged.put("content/more.md", more),
                        "its manifest does not name content/more.md, which is in it"),
                forgery("a lacking entry", forged -> forged.files().remove(SITE), "it lacks " + SITE),
                forgery(
                        "a doubled entry",
                        forged -> forged.addAndName("content/sitf.yaml", more).rename("content/sitf.yaml", SITE),
                        "it holds " + SITE + " twice"),
                forgery(
                        "a doubled name",
                        forged -> forged.name(SITE, 1, BLOB),
                        "its manifest names " + SITE + " twice"),
                outside("content/../evil"),
                outside("content/a/../../../evil"),
                outside("../evil"),
                outside("/etc/evil"),
                outside("content//evil"),
                outside("content/./evil"),
                outside("content\\..\\evil"),
                outside("content/..\\evil"),
                outside("content/"),
                outside("derived/search.db"),
                outside("blobs/incoming/1"),
                outside("blobs/" + BLOB),
                outside("blobs/00/" + BLOB),
                outside("kakolog.db-wal"),
                forgery(
                        "a name of two lines",
                        forged -> forged.addAndName("content/a\nb", more),
                        "its manifest names content/a b, which no backup has like this"),
                forgery(
                        "a file of another's name",
                        forged -> forged.put(BLOB_ENTRY, more).name(BLOB_ENTRY, 3, KeptFolders.sha256(more)),
                        "its manifest names " + BLOB_ENTRY + ", which no backup has like this"),
                forgery(
                        "a file as folder",
                        forged -> forged.addAndName(SITE + "/evil", more),
                        "its manifest names " + SITE + "/evil, and what it lies in as a file"),
                forgery(
                        "another size",
                        forged -> forged.put(SITE, more),
                        SITE + " in it has another size than its manifest says"),
                forgery(
                        "other bytes",
                        forged -> forged.flip(SITE),
                        SITE + " in it is damaged (its SHA-256 is another)"),
                forgery(
                        "a bomb",
                        forged -> forged.addAndName("content/bomb", new byte[50_000_000])
                                .claim("content/bomb", 3),
                        "content/bomb in it has another size than its manifest says"),
                forgery("no manifest", forged -> forged.manifest(null), "it has no manifest.json"),
                forgery("no JSON", forged -> forged.manifest("[".repeat(5000)), "manifest.json in it cannot be und"),
                forgery("no entries", forged -> forged.manifest("{\"format\":1}"), "manifest.json in it cannot be und"),
                forgery("another format", forged -> forged.format(2), "it is of format 2, and this kakolog knows 1"),
                forgery("another schema", forged -> forged.schema(2), "its database is of another schema than its"),
                forgery("no database", forged -> forged.drop("kakolog.db"), "it has no kakolog.db"),
                forgery(
                        "a database that is none",
                        forged -> forged.drop("kakolog.db")
                                .addAndName(
                                        "kakolog.db", "no database".repeat(1000).getBytes(StandardCharsets.UTF_8)),
                        "its database cannot be read ("),
                forgery(
                        "no file of a material",
                        forged -> forged.drop(BLOB_ENTRY),
                        "it lacks the file of /events/2021-07-06/materials/slides.pdf;"));
    }

    private static Arguments forgery(String what, Consumer<ForgedBackup> forging, String words) {
        return Arguments.of(what, forging, words);
    }

    private static Arguments outside(String name) {
        return forgery(
                "the name " + name,
                forged -> forged.addAndName(name, new byte[] {1, 2, 3}),
                "its manifest names " + name + ", which no backup has like this; nothing was written");
    }

    private void assertRefused(Path file, Class<? extends Exception> type, String beginning) {
        var refused = assertThrows(type, () -> new Restore(file, data, content).write());
        var words = refused instanceof UncheckedIOException wrapped
                ? wrapped.getCause().getMessage()
                : refused.getMessage();
        assertTrue(words.startsWith(beginning), words);
        assertEquals(1, words.lines().count(), words);
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    /** Looks on and says nothing. */
    private record Silent() implements Backup.Onlooker {
        @Override
        public void leftOut(String line) {}

        @Override
        public void copied(long bytes) {}
    }
}
