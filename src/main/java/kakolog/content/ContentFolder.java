package kakolog.content;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kakolog.id.EventSlug;
import org.jspecify.annotations.Nullable;

/**
 * Reads the content folder, again and again: a file that has not changed is not read twice, a file that has become faulty
 * keeps its last good version. For one thread.
 */
public final class ContentFolder {
    private static final Pattern PAGE_NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final String ENDING = ".md";
    /** Names of files that somebody meant to be read. */
    private static final Pattern MEANT = Pattern.compile("(?i)[^.].*\\.(md|markdown|mdown|txt)");

    private final Path folder;
    private final Map<Path, Known<?>> known = new ConcurrentHashMap<>();
    private @Nullable Site site;

    /** What a file looked like when it was read: time and size of the file, and its identity where it was replaced. */
    private record Stamp(
            long modifiedNanos, long size, @Nullable Object identity) {}

    private static final Stamp GONE = new Stamp(0, -2, null);

    private record Known<T>(Stamp stamp, @Nullable T lastGood, List<Fault> faults) {}

    public ContentFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads what has changed since the last time.
     *
     * @throws IOException where the folder itself cannot be read
     */
    public Snapshot read() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString(), null, "no folder of content here");
        }
        var faults = new ArrayList<Fault>();
        readSite(faults);
        var current = site == null ? Site.unnamed() : site;
        List<Event> events = readAll("events", faults, (name, bytes) -> {
            var found = new Faults("events/" + name + ENDING);
            var slug = EventSlug.of(name);
            if (slug.isEmpty()) {
                found.add(
                        1,
                        "the file name " + name,
                        "a date as 2021-07-06.md, a second event of a day as 2021-07-06-2.md");
            }
            var event = slug.flatMap(valid -> EventFile.read(valid, bytes, current, found));
            return new Reading<>(event.orElse(null), found.all());
        });
        List<Page> pages = readAll("pages", faults, (name, bytes) -> {
            var found = new Faults("pages/" + name + ENDING);
            if (!PAGE_NAME.matcher(name).matches()) {
                found.add(1, "the file name " + name, "lower-case letters, digits and hyphens");
            }
            return new Reading<>(PageFile.read(name, bytes, found).orElse(null), found.all());
        });
        return new Snapshot(current, events, pages, faults);
    }

    /** What has changed on disk since the last reading, told cheaply: equal answers mean nothing has. */
    public int fingerprint() {
        int fingerprint = stamp(folder.resolve(SiteFile.NAME)).hashCode();
        for (var name : List.of("events", "pages")) {
            for (var file : files(name, new ArrayList<>())) {
                fingerprint = 31 * fingerprint + file.hashCode();
                fingerprint = 31 * fingerprint + stamp(file).hashCode();
            }
        }
        return fingerprint;
    }

    private record Reading<T>(@Nullable T value, List<Fault> faults) {}

    /** An event's times hang on the defaults of site.yaml, so all are read again when that changes. */
    private void readSite(List<Fault> faults) {
        var file = folder.resolve(SiteFile.NAME);
        var before = site;
        if (!Files.exists(file)) {
            if (site != null) {
                faults.add(
                        new Fault(SiteFile.NAME, 1, "the file is gone", "it back in its place; it counts as it was"));
            }
        } else {
            var read = read(file, SiteFile.NAME, bytes -> {
                var found = new Faults(SiteFile.NAME);
                return new Reading<Site>(SiteFile.read(bytes, found).orElse(null), found.all());
            });
            faults.addAll(read.faults());
            site = read.lastGood();
        }
        if (!Objects.equals(before, site)) {
            known.replaceAll((path, value) ->
                    path.equals(file) ? value : new Known<>(new Stamp(0, -1, null), value.lastGood(), value.faults()));
        }
    }

    private <T> List<T> readAll(String below, List<Fault> faults, BiFunction<String, byte[], Reading<T>> reader) {
        var files = files(below, faults);
        known.keySet().removeIf(file -> file.startsWith(folder.resolve(below)) && !files.contains(file));
        // Files are independent of one another, and reading a thousand of them is most of a start.
        var read = files.parallelStream()
                .map(file -> {
                    var fileName = String.valueOf(file.getFileName());
                    var name = fileName.substring(0, fileName.length() - ENDING.length());
                    return read(file, below + "/" + fileName, bytes -> reader.apply(name, bytes));
                })
                .toList();
        read.forEach(file -> faults.addAll(file.faults()));
        return read.stream().flatMap(file -> Stream.ofNullable(file.lastGood())).toList();
    }

    private <T> Known<T> read(Path file, String shownName, Function<byte[], Reading<T>> reader) {
        var stamp = stamp(file);
        @SuppressWarnings("unchecked") // a path is always read by the same reader
        var before = (Known<T>) known.get(file);
        if (before != null && (before.stamp().equals(stamp) || stamp.equals(GONE))) {
            return before;
        }
        var reading = readBytes(file).map(reader).orElseGet(() -> unreadable(shownName));
        var lastGood = reading.value() != null ? reading.value() : before == null ? null : before.lastGood();
        var now = new Known<T>(stamp, lastGood, reading.faults());
        known.put(file, now);
        return now;
    }

    /** Plain files alone: a pipe would be waited for, a device never ends. */
    private static Optional<byte[]> readBytes(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (var in = Files.newInputStream(file)) {
            return Optional.of(in.readNBytes(TextFile.SIZE + 1));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static <T> Reading<T> unreadable(String shownName) {
        return new Reading<>(
                null, List.of(new Fault(shownName, 1, "a file that cannot be read", "a plain, readable file")));
    }

    /**
     * The files of one folder. While the folder cannot be listed, or is gone, all that were known stay: tools that
     * synchronise and mounts that come late do this, and the archive shall not empty itself for it.
     */
    private List<Path> files(String below, List<Fault> faults) {
        var inside = folder.resolve(below);
        var files = new ArrayList<Path>();
        var before = known.keySet().stream()
                .filter(file -> file.startsWith(inside))
                .sorted()
                .toList();
        try (var all = Files.newDirectoryStream(inside)) {
            for (var file : all) {
                var name = String.valueOf(file.getFileName());
                if (name.endsWith(ENDING) && !name.startsWith(".")) {
                    files.add(file);
                } else if (MEANT.matcher(name).matches()) {
                    faults.add(new Fault(below + "/" + name, 1, "a file that is not read", "the ending " + ENDING));
                }
            }
        } catch (NoSuchFileException | NotDirectoryException gone) {
            if (!before.isEmpty()) {
                faults.add(new Fault(
                        below, 1, "the folder is gone", "it back in its place; its files count as they were"));
            }
            return before;
        } catch (IOException | DirectoryIteratorException unreadable) {
            faults.add(new Fault(below, 1, "a folder that cannot be read", "a readable folder"));
            return before;
        }
        files.sort(null);
        return files;
    }

    private static Stamp stamp(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(
                    attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS), attributes.size(), attributes.fileKey());
        } catch (IOException gone) {
            return GONE;
        }
    }
}
