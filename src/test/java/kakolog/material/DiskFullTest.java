package kakolog.material;

import static kakolog.material.Evenings.JULY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kakolog.SmallDisk;
import kakolog.blob.BlobStore;
import kakolog.blob.DiskFull;
import kakolog.blob.Receiving;
import kakolog.db.Database;
import kakolog.record.Change;
import kakolog.record.Changes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk of 8 MB that runs full; skipped where this user may not mount one. */
final class DiskFullTest {
    private static final Instant NOW = Instant.parse("2021-07-06T21:10:00+09:00");
    private static final Change.By HANAKO = new Change.By("11", "Hanako");

    @TempDir
    Path disk;

    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        mounted = SmallDisk.mount(disk, "8m");
        assumeTrue(mounted, "a tmpfs can be mounted");
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            SmallDisk.unmount(disk);
        }
    }

    @Test
    void an_upload_that_does_not_fit_is_refused_by_name_and_leaves_nothing() {
        var blobs = new BlobStore(disk.resolve("blobs"));
        try (var first = blobs.receive();
                var second = blobs.receive()) {
            write(first, 5);
            var kept = first.keep();
            assertThrows(DiskFull.class, () -> write(second, 5));
            // It would take the place of a whole file of the same hash.
            assertThrows(IllegalStateException.class, second::keep);
            assertEquals(Optional.empty(), blobs.fullFault(kept, 5_000_000));
        }
        assertThrows(DiskFull.class, () -> blobs.makeRoomFor(5_000_000));
        blobs.makeRoomFor(1_000_000);
        assertEquals(1, blobs.sweep(Set::of));
        try (var third = blobs.receive()) {
            write(third, 5);
            third.keep();
        }
    }

    private static void write(Receiving receiving, int megabytes) {
        for (int part = 0; part < megabytes; part++) {
            receiving.write(ByteBuffer.allocate(1_000_000));
        }
    }

    @Test
    void a_row_that_does_not_fit_is_refused_by_name_and_all_goes_on_once_there_is_room() throws IOException {
        try (var database = Database.openKept(disk.resolve("kakolog.db"), 1)) {
            var materials = new Materials(database, new Changes(database));
            var blobs = new BlobStore(disk.resolve("blobs"));
            var first = add(materials, blobs, 1);
            var ballast = disk.resolve("ballast");
            SmallDisk.fill(ballast);
            assertThrows(DiskFull.class, () -> add(materials, blobs, 2));
            assertThrows(DiskFull.class, () -> {
                while (true) {
                    // has no bytes but its row's
                    materials.add(link(), HANAKO, NOW);
                }
            });
            assertEquals(Optional.empty(), database.fault());
            var kept = materials.all();
            assertEquals(first, kept.get(0));
            assertEquals(kept, new Materials(database, new Changes(database)).all());
            Files.delete(ballast);
            var last = add(materials, blobs, 3);
            assertEquals(last, materials.byId(last.id()).orElseThrow());
            assertEquals(Optional.empty(), database.fault());
            assertEquals(List.of(), faults(materials, blobs));
        }
    }

    private static Addition link() {
        var outside = Content.Outside.of("https://slides.example/" + "a".repeat(1_900));
        return Addition.of(JULY, outside.orElseThrow(), new Title("link"), Publication.Never.INSTANCE);
    }

    private static List<String> faults(Materials materials, BlobStore blobs) {
        return materials.all().stream()
                .flatMap(material -> material.latest().content().file().stream())
                .flatMap(file -> blobs.fullFault(file.blob(), file.size()).stream())
                .toList();
    }

    private static Material add(Materials materials, BlobStore blobs, int content) {
        try (var receiving = blobs.receive()) {
            receiving.write(ByteBuffer.wrap(SampleFiles.text("number " + content)));
            var upload = CheckedUpload.check(CheckedUpload.nameOf("a.txt"), receiving);
            var addition = Addition.of(JULY, upload, new Title("a"), Publication.Never.INSTANCE);
            return materials.add(addition, HANAKO, NOW);
        } catch (UncheckedIOException unnamed) {
            throw new AssertionError("not by its name", unnamed);
        }
    }
}
