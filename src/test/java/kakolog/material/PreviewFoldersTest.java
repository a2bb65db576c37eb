package kakolog.material;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import kakolog.Log;
import org.junit.jupiter.api.Test;

final class PreviewFoldersTest {
    @Test
    void folders_that_cannot_be_deleted_are_left_and_told_once() throws IOException {
        var unyielding = Path.of("/proc/self/ns");
        assumeTrue(Files.isDirectory(unyielding), "SKIPPED: no /proc, from which nobody deletes");
        try (var log = Log.captured()) {
            new PreviewFolders(unyielding).keepOnly(Set.of(), Set.of());

            assertEquals(1, log.text().lines().count(), log.text());
            assertTrue(log.text().contains("could not be deleted"), log.text());
        }
    }
}
