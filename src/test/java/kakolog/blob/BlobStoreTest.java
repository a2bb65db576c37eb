package kakolog.blob;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kakolog.ChildJava;
import kakolog.access.Audience;
import kakolog.access.Granted;
import kakolog.access.Policy;
import kakolog.access.Viewer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BlobStoreTest {
    /** Of the word "slides", by sha256sum. */
    private static final BlobId SLIDES = new BlobId("fd2c8f1dc03ce50ff48749f0a7a1bbf62f03c4960e07db60a4f55fedb3b752b5");

    @TempDir
    Path folder;

    private record Thing(BlobId blob) implements Kept {
        @Override
        public Audience audience() {
            return Audience.everyone();
        }
    }

    @Test
    void what_is_kept_is_named_by_its_hash_and_opened_by_who_may() throws IOException {
        var blob = keep("slides");
        assertEquals(SLIDES, blob);
        assertEquals("slides", Files.readString(blobs().open(granted(blob))));
        assertEquals(List.of("fd/" + SLIDES), files());
    }

    @Test
    void bytes_that_come_in_pieces_are_one_blob() {
        try (var receiving = blobs().receive()) {
            receiving.write(bytes("sli"));
            receiving.write(ByteBuffer.allocateDirect(3).put(bytes("des")).flip());
            assertEquals(6, receiving.size());
            assertEquals(SLIDES, receiving.keep());
        }
    }

    @Test
    void the_same_bytes_are_kept_once() throws IOException {
        assertEquals(keep("slides"), keep("slides"));
        assertEquals(List.of("fd/" + SLIDES), files());
    }

    @Test
    void bytes_that_come_again_heal_what_became_of_the_first_ones() throws IOException {
        var file = blobs().open(granted(keep("slides")));
        Files.writeString(file, "sl");
        keep("slides");
        assertEquals("slides", Files.readString(file));
    }

    @Test
    void what_is_given_up_leaves_nothing() throws IOException {
        try (var receiving = blobs().receive()) {
            receiving.write(bytes("half of the sli"));
            assertTrue(Files.exists(receiving.file()));
        }
        assertEquals(List.of(), files());
    }

    @Test
    void a_blob_that_is_not_there_is_named() {
        var missing = assertThrows(BlobMissing.class, () -> blobs().open(granted(SLIDES)));
        assertTrue(String.valueOf(missing.getMessage()).contains(SLIDES.sha256()));
    }

    @Test
    void faults_are_told() throws IOException {
        var blobs = blobs();
        assertEquals(Optional.of("blob " + SLIDES + " is missing"), blobs.fault(SLIDES, 6));
        var file = blobs.open(granted(keep("slides")));
        assertEquals(Optional.empty(), blobs.fullFault(SLIDES, 6));
        Files.writeString(file, "slydes");
        assertEquals(Optional.empty(), blobs.fault(SLIDES, 6));
        assertEquals(Optional.of("blob " + SLIDES + " has other bytes than it had"), blobs.fullFault(SLIDES, 6));
        Files.writeString(file, "sli");
        assertEquals(Optional.of("blob " + SLIDES + " has 3 bytes instead of 6"), blobs.fault(SLIDES, 6));
    }

    @Test
    void a_sweep_takes_what_nobody_names_and_what_was_never_finished() throws IOException {
        var named = keep("named");
        keep("not named");
        Files.writeString(folder.resolve("blobs/incoming/left-by-a-crash"), "ha");
        Files.writeString(folder.resolve("blobs/notes.txt"), "somebody's");
        assertEquals(2, blobs().sweep(() -> Set.of(named)));
        assertEquals(List.of(named.folder() + "/" + named, "notes.txt"), files());
    }

    @Test
    void a_sweep_of_a_store_that_never_had_anything_is_none() {
        assertEquals(0, blobs().sweep(Set::of));
    }

    @Test
    void a_sweep_leaves_what_is_being_received() throws IOException {
        var blobs = blobs();
        try (var receiving = blobs.receive()) {
            receiving.write(bytes("sli"));
            assertEquals(0, blobs.sweep(Set::of));
            receiving.write(bytes("des"));
            assertEquals(SLIDES, receiving.keep());
        }
        assertEquals("slides", Files.readString(blobs.open(granted(SLIDES))));
    }

    @Test
    void no_sweep_comes_between_the_bytes_and_their_row() {
        var blobs = blobs();
        try (var receiving = blobs.receive()) {
            receiving.write(bytes("slides"));
            receiving.keep();
            assertEquals(0, blobs.sweep(Set::of));
        }
        assertEquals(1, blobs.sweep(Set::of));
    }

    @Test
    void no_sweep_comes_while_a_backup_copies() throws IOException {
        var blobs = blobs();
        keep(blobs, "slides");
        try (var backup = blobs.hold()) {
            assertEquals(0, blobs.sweep(Set::of));
            assertEquals("slides", Files.readString(backup.file(SLIDES)));
            keep(blobs, "others are kept meanwhile");
        }
        assertEquals(2, blobs.sweep(Set::of));
    }

    @Test
    void no_sweep_comes_while_another_process_holds_the_lock() throws Exception {
        keep("slides");
        var other =
                ChildJava.of(Holder.class, folder + "/blobs", SLIDES.sha256()).start();
        try (var said = other.inputReader();
                var told = other.outputWriter()) {
            assertEquals("held " + SLIDES, said.readLine());
            assertEquals(0, blobs().sweep(Set::of));
            told.write("let go\n");
            told.flush();
            assertEquals("let go", said.readLine());
            assertEquals(1, blobs().sweep(Set::of));
        }
        assertEquals(0, other.waitFor());
    }

    @Test
    void a_file_that_needs_more_than_the_disk_has_is_refused_beforehand() {
        assertThrows(DiskFull.class, () -> blobs().makeRoomFor(Long.MAX_VALUE));
        blobs().makeRoomFor(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "../../etc/passwd"})
    void only_a_hash_is_an_id(String text) {
        assertEquals(Optional.empty(), BlobId.of(text));
        assertThrows(IllegalArgumentException.class, () -> new BlobId(text));
        assertEquals(Optional.empty(), BlobId.of(SLIDES.sha256().toUpperCase(Locale.ROOT)));
        assertEquals(Optional.of(SLIDES), BlobId.of(SLIDES.sha256()));
    }

    private BlobStore blobs() {
        return new BlobStore(folder.resolve("blobs"));
    }

    private BlobId keep(String text) {
        return keep(blobs(), text);
    }

    private static BlobId keep(BlobStore blobs, String text) {
        try (var receiving = blobs.receive()) {
            receiving.write(bytes(text));
            return receiving.keep();
        }
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Granted<Thing> granted(BlobId blob) {
        return new Policy().grant(Viewer.anonymous(), new Thing(blob));
    }

    /** All files of the store but its lock, sorted. */
    private List<String> files() throws IOException {
        var store = folder.resolve("blobs");
        try (Stream<Path> walk = Files.walk(store)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> store.relativize(file).toString())
                    .filter(name -> !name.equals(BlobStore.LOCK))
                    .sorted()
                    .toList();
        }
    }
}
