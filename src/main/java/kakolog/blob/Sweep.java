package kakolog.blob;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Takes away what a store need not keep. */
final class Sweep {
    private Sweep() {}

    static int of(Path folder, Set<Path> underWay, Set<BlobId> named) throws IOException {
        int gone = 0;
        for (var unfinished : in(folder.resolve(BlobStore.INCOMING))) {
            gone += !underWay.contains(unfinished) && Files.deleteIfExists(unfinished) ? 1 : 0;
        }
        for (var own : in(folder)) {
            gone += isOfBlobs(own) ? ofFolder(own, named) : 0;
        }
        return gone;
    }

    private static int ofFolder(Path own, Set<BlobId> named) throws IOException {
        int gone = 0;
        for (var file : in(own)) {
            // What is no blob was not put here by us.
            var blob = BlobId.of(String.valueOf(file.getFileName()));
            if (blob.isPresent() && !named.contains(blob.get())) {
                Files.delete(file);
                gone++;
            }
        }
        return gone;
    }

    private static boolean isOfBlobs(Path folder) {
        return String.valueOf(folder.getFileName()).length() == 2 && Files.isDirectory(folder);
    }

    private static List<Path> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
