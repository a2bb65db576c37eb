package kakolog.material;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kakolog.blob.BlobId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where what is made of PDFs lies, a folder for each. */
record PreviewFolders(Path all) {
    private static final Logger LOG = LoggerFactory.getLogger(PreviewFolders.class);

    Path of(BlobId pdf) {
        return all.resolve(pdf.sha256());
    }

    /** Is there when all is there that there will be. */
    Path done(BlobId pdf) {
        return of(pdf).resolve("done");
    }

    /** Takes away those of PDFs that are in neither; one that cannot be taken away is left for the next time. */
    void keepOnly(Set<BlobId> pdfs, Set<BlobId> more) throws IOException {
        if (!Files.isDirectory(all)) {
            return;
        }
        var names =
                Stream.concat(pdfs.stream(), more.stream()).map(BlobId::sha256).collect(Collectors.toSet());
        int left = 0;
        try (var folders = Files.list(all)) {
            for (var old : folders.toList()) {
                if (!names.contains(String.valueOf(old.getFileName())) && !isDeleted(old)) {
                    left++;
                }
            }
        }
        if (left > 0) {
            LOG.warn("{} folders of what was made of PDFs could not be deleted", left);
        }
    }

    private static boolean isDeleted(Path old) {
        try (var inside = Files.walk(old)) {
            for (var file : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
            return true;
        } catch (IOException | UncheckedIOException inUse) {
            return false;
        }
    }
}
