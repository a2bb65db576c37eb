package kakolog.operate;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup holds, as it tells itself.
 *
 * @param format how it is laid out
 * @param schema the schema of its database
 * @param takenAt ISO 8601, UTC
 */
record Manifest(int format, int schema, String takenAt, List<Entry> entries) {
    static final int FORMAT = 1;
    static final String NAME = "manifest.json";
    static final String DATABASE = "kakolog.db";
    static final String CONTENT = "content/";
    private static final Pattern BLOB = Pattern.compile("blobs/([0-9a-f]{2})/(\\1[0-9a-f]{62})");
    /** What stands for letters that could not be read is one of these. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\\\\uFFFD]");

    /**
     * One file.
     *
     * @param name its path in the backup
     * @param size in bytes
     * @param sha256 in hexadecimal
     */
    record Entry(String name, long size, String sha256) {
        Entry {
            Objects.requireNonNull(name);
            Objects.requireNonNull(sha256);
        }

        boolean ofContent() {
            return isContentName(name);
        }

        /** The SHA-256 by which a material names it; empty where it is no file of a material. */
        Optional<String> blob() {
            return Optional.of(BLOB.matcher(name))
                    .filter(shape -> shape.matches())
                    .map(shape -> shape.group(2));
        }

        private boolean isFit() {
            boolean known = name.equals(DATABASE)
                    || ofContent()
                    || blob().filter(sha256::equals).isPresent();
            return known && size >= 0 && HeldBlobs.NAME.matcher(sha256).matches();
        }
    }

    Manifest {
        Objects.requireNonNull(takenAt);
        entries = List.copyOf(entries);
    }

    /** Empty where it is no manifest. */
    static Optional<Manifest> read(byte[] json) {
        try {
            return Optional.of(new JsonMapper().readValue(json, Manifest.class));
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    byte[] json() {
        return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    /** Whether a file of the content folder may be called so: below it, and on any system. */
    static boolean isContentName(String name) {
        return name.startsWith(CONTENT)
                && !UNFIT.matcher(name).find()
                && Stream.of(name.split("/", -1))
                        .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
    }

    /** The first thing wrong with what it says; empty where it can be gone by. */
    Optional<String> fault() {
        var unfit = entries.stream().filter(entry -> !entry.isFit()).findFirst();
        if (unfit.isPresent()) {
            return Optional.of("its manifest names " + unfit.get().name() + ", which no backup has like this");
        }
        var names = new HashSet<String>();
        var doubled = entries.stream().filter(entry -> !names.add(entry.name())).findFirst();
        if (doubled.isPresent()) {
            return Optional.of("its manifest names " + doubled.get().name() + " twice");
        }
        var under = names.stream().filter(name -> liesInAFile(name, names)).findFirst();
        if (under.isPresent()) {
            return Optional.of("its manifest names " + under.get() + ", and what it lies in as a file");
        }
        return names.contains(DATABASE) ? Optional.empty() : Optional.of("it has no " + DATABASE);
    }

    private static boolean liesInAFile(String name, Set<String> names) {
        for (int slash = name.lastIndexOf('/'); slash > 0; slash = name.lastIndexOf('/', slash - 1)) {
            if (names.contains(name.substring(0, slash))) {
                return true;
            }
        }
        return false;
    }
}
