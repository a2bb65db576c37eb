package kakolog.material;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import kakolog.blob.BlobStore;
import kakolog.material.NotTaken.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CheckedUploadTest {
    @TempDir
    Path folder;

    @Test
    void what_is_in_order_is_kept() {
        var blobs = new BlobStore(folder);
        try (var receiving = blobs.receive()) {
            receiving.write(ByteBuffer.wrap(SampleFiles.pdf()));
            var upload = CheckedUpload.check(CheckedUpload.nameOf("C:\\slides.pdf"), receiving);
            assertEquals("slides.pdf", upload.name().value());
            assertEquals(FileType.PDF, upload.file().type());
            assertEquals(SampleFiles.pdf().length, upload.file().size());
            assertEquals(
                    Optional.empty(),
                    blobs.fullFault(upload.blob(), upload.file().size()));
        }
    }

    @ParameterizedTest
    @CsvSource({"a.pdf, '', EMPTY", "a.pdf, <html>, TYPE_LIES", "a.txt, <html>, TYPE_LIES"})
    void what_is_not_leaves_nothing(String name, String content, Reason reason) {
        Path file;
        try (var receiving = new BlobStore(folder).receive()) {
            receiving.write(ByteBuffer.wrap(SampleFiles.text(content)));
            file = receiving.file();
            var refused =
                    assertThrows(NotTaken.class, () -> CheckedUpload.check(CheckedUpload.nameOf(name), receiving));
            assertEquals(reason, refused.reason());
        }
        assertFalse(Files.exists(file));
        assertEquals(0, new BlobStore(folder).sweep(Set::of));
    }

    @ParameterizedTest
    @CsvSource({"'', BAD_NAME", "../, BAD_NAME", "a.exe, WRONG_TYPE", "a, WRONG_TYPE"})
    void a_name_is_refused_before_a_byte_is_read(String name, Reason reason) {
        assertEquals(
                reason,
                assertThrows(NotTaken.class, () -> CheckedUpload.nameOf(name)).reason());
        assertEquals("wrong-type", Reason.WRONG_TYPE.word());
    }
}
