package kakolog.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import kakolog.MovableClock;
import kakolog.db.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the doctor says of the files of materials and of the disk they lie on. */
final class MaterialCheckupTest {
    private static final String SLIDES = "/events/2021-07-06/materials/slides.pdf";
    private static final String MEND = "; put it back from a backup, or upload it again";

    @TempDir
    private Path folder;

    private KeptFolders kept;
    private String older;
    private String newer;

    @BeforeEach
    void fill() throws IOException {
        kept = new KeptFolders(folder);
        older = kept.upload("2021-07-06", "slides.pdf", new byte[] {1, 2, 3});
        newer = kept.upload("2021-07-06", "slides.pdf", new byte[] {4, 5, 6, 7});
        kept.upload("2021-05-18", "same.pdf", new byte[] {1, 2, 3});
    }

    @AfterEach
    void close() {
        kept.close();
    }

    @Test
    void all_are_there() {
        assertEquals(
                List.of("note: materials: 2, and logs, with 2 files, 7 bytes, compared by size and SHA-256"),
                examine(2_000_000));
    }

    @Test
    void a_missing_one_is_a_fault_wherever_it_is_named() throws IOException {
        Files.delete(kept.blobFile(older));
        assertEquals(
                List.of(
                        "fault: the file of /events/2021-05-18/materials/same.pdf is missing" + MEND,
                        "fault: the file of " + SLIDES + "?rev=0 is missing" + MEND,
                        "note: materials: 2, and logs, with 2 files, 7 bytes, compared by size and SHA-256"),
                examine(2_000_000));
    }

    @Test
    void a_shortened_one_and_one_that_cannot_be_a_file_are_faults() throws IOException {
        Files.write(kept.blobFile(newer), new byte[] {4});
        kept.database()
                .writer()
                .useHandle(handle -> handle.execute("update material_revision set blob = '../lock' where size = 3"));
        assertEquals(
                List.of(
                        "fault: the file of /events/2021-05-18/materials/same.pdf has a name that no file has" + MEND,
                        "fault: the file of " + SLIDES + "?rev=0 has a name that no file has" + MEND,
                        "fault: the file of " + SLIDES + " is 1 bytes long instead of 4" + MEND,
                        "note: materials: 2, and logs, with 2 files, 7 bytes, compared by size and SHA-256",
                        "note: 1 files in " + kept.data.resolve("blobs")
                                + " that nothing names; the next start sweeps them"),
                examine(2_000_000));
    }

    @Test
    void a_flipped_bit_is_a_fault_unless_there_is_too_much_to_hash() throws IOException {
        Files.write(kept.blobFile(newer), new byte[] {5}, StandardOpenOption.WRITE);
        assertEquals(
                List.of(
                        "fault: the file of " + SLIDES + " is damaged" + MEND,
                        "note: materials: 2, and logs, with 2 files, 7 bytes, compared by size and SHA-256"),
                examine(7));
        assertEquals(
                List.of(
                        "note: materials: 2, and logs, with 2 files, 7 bytes, compared by size alone, since they are many"),
                examine(6));
    }

    @Test
    void the_doctor_tells_of_them() throws IOException {
        Files.delete(kept.blobFile(newer));
        var clock = new MovableClock("2021-07-06T18:50:00+09:00");
        var url = URI.create("https://kakolog.example");
        var findings = new Doctor(new Doctor.Setup(kept.content, kept.data, url, true, null, clock, true)).examine();
        assertEquals(
                List.of("fault: the file of " + SLIDES + " is missing" + MEND),
                findings.stream()
                        .filter(Finding::isFault)
                        .map(Finding::toString)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "500000000, 1000000000000, false",
        "499999999, 1000000000000, true",
        "50000000,     1000000000, false",
        "49999999,     1000000000, true",
    })
    void a_full_disk_is_a_fault(long free, long size, boolean isFault) {
        assertEquals(isFault, new DiskRoom(folder, free, size).finding().isFault());
    }

    private List<String> examine(long mostHashed) {
        try (var database = Database.openBeside(kept.data.resolve("kakolog.db"))) {
            return new MaterialCheckup(kept.data, mostHashed)
                    .examine(database).stream().map(Finding::toString).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
