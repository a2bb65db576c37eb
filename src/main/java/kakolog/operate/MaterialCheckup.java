package kakolog.operate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kakolog.db.Database;
import kakolog.material.NamedBlob;

/** Compares the files of materials and logs with what the database says of them. */
final class MaterialCheckup {
    /** What to do about a file that is not as it was uploaded. */
    static final String MEND = "put it back from a backup, or upload it again";

    /** Above this many bytes, half a minute of hashing, files are compared by their sizes alone. */
    static final long MOST_HASHED = 2_000_000_000L;

    private final Path data;
    private final long mostHashed;

    /** What is wrong with a file that was looked into, empty where nothing is, by its name. */
    private final Map<String, String> known = new HashMap<>();

    /** @param mostHashed above how many bytes in all they are compared by size alone; see {@link #MOST_HASHED} */
    MaterialCheckup(Path data, long mostHashed) {
        this.data = data;
        this.mostHashed = mostHashed;
    }

    List<Finding> examine(Database database) throws IOException {
        var named = KeptFile.in(database);
        var sizes = named.stream().collect(Collectors.toMap(KeptFile::blob, KeptFile::size, Math::max));
        long bytes = sizes.values().stream().mapToLong(Long::longValue).sum();
        boolean hashing = bytes <= mostHashed;
        var findings = new ArrayList<Finding>();
        for (var blob : named) {
            var wrong = wrong(blob, hashing);
            if (!wrong.isEmpty()) {
                findings.add(Finding.fault("the file of " + blob.address() + " " + wrong, MEND));
            }
        }
        findings.add(Finding.note("materials: " + materials(database) + ", and logs, with " + sizes.size() + " files, "
                + bytes + " bytes, compared by " + (hashing ? "size and SHA-256" : "size alone, since they are many")));
        unnamed(sizes.keySet(), findings);
        return findings;
    }

    private static long materials(Database database) {
        return NamedBlob.in(database).stream().filter(NamedBlob::newest).count();
    }

    private String wrong(KeptFile named, boolean hashing) {
        if (!HeldBlobs.NAME.matcher(named.blob()).matches()) {
            return "has a name that no file has";
        }
        var file = HeldBlobs.file(data, named.blob());
        try {
            long size = Files.size(file);
            if (size != named.size()) {
                return "is " + size + " bytes long instead of " + named.size();
            }
            return hashing ? known.computeIfAbsent(named.blob(), blob -> damage(file, blob)) : "";
        } catch (NoSuchFileException missing) {
            return "is missing";
        } catch (IOException unreadable) {
            return "cannot be read";
        }
    }

    private static String damage(Path file, String blob) {
        try (var in = Files.newInputStream(file)) {
            var copied = Copied.of(in, OutputStream.nullOutputStream(), Long.MAX_VALUE, Copied.UNWATCHED);
            return copied.sha256().equals(blob) ? "" : "is damaged";
        } catch (IOException unreadable) {
            return "cannot be read";
        }
    }

    private void unnamed(Set<String> named, List<Finding> findings) throws IOException {
        var folder = HeldBlobs.in(data);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.walk(folder, 2)) {
            long nobodys = files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> HeldBlobs.NAME.matcher(name).matches() && !named.contains(name))
                    .count();
            if (nobodys > 0) {
                findings.add(Finding.note(
                        nobodys + " files in " + folder + " that nothing names; the next start sweeps them"));
            }
        }
    }
}
