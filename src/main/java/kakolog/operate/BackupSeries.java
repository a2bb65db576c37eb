package kakolog.operate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A folder of backups named by their time, of which the newest are kept. Nothing else in the folder is touched. */
public final class BackupSeries {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'kakolog-'uuuu-MM-dd'T'HH-mm-ss'Z.zip'", Locale.ROOT);
    private static final String SHAPE = "kakolog-\\d{4}-\\d{2}-\\d{2}T\\d{2}-\\d{2}-\\d{2}Z\\.zip";
    private static final Pattern OWN = Pattern.compile(SHAPE);
    private static final Pattern OWN_HALF = Pattern.compile(SHAPE + "\\.part");

    private final Backup backup;
    private final Path folder;
    private final int kept;
    private final Clock clock;

    /**
     * Begins or goes on with a series.
     *
     * @param kept how many there are at most once one is written, from 1
     */
    public BackupSeries(Backup backup, Path folder, int kept, Clock clock) {
        if (kept < 1) {
            throw new IllegalArgumentException("the one just written is always kept: " + kept);
        }
        this.backup = backup;
        this.folder = folder;
        this.kept = kept;
        this.clock = clock;
    }

    /**
     * Writes the next one, then deletes those that are too many and what killed runs have left.
     *
     * @throws IOException as {@link Backup#write}; none is deleted then
     */
    public Backup.Taken next() throws IOException {
        Files.createDirectories(folder);
        for (var left : named(OWN_HALF)) {
            PartFile.clear(left);
        }
        var file = folder.resolve(NAME.format(clock.instant().atOffset(ZoneOffset.UTC)));
        var taken = backup.write(file);
        // The new one stays whatever the clock says: it may have been put back.
        var others = named(OWN).stream().filter(other -> !other.equals(file)).toList();
        for (var old : others.subList(Math.min(kept - 1, others.size()), others.size())) {
            Files.deleteIfExists(old);
        }
        return taken;
    }

    /** Newest first. */
    private List<Path> named(Pattern shape) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file ->
                            shape.matcher(String.valueOf(file.getFileName())).matches())
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }
}
