package kakolog.chat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/** The entries of a zip by name, without those whose names lead out of it. */
final class ZipNames {
    private static final String MEDIA_FOLDER = "_Files";

    private final Map<String, ZipEntry> entries = new HashMap<>();
    /** By the last part of their names; those of several files are missing here. */
    private final Map<String, ZipEntry> media = new HashMap<>();

    private final Set<String> ambiguous = new HashSet<>();
    /** Of the documents; a location counts from them. */
    private final Set<String> folders = new HashSet<>();

    /** @return whether there was none of this name */
    boolean add(ZipEntry entry) {
        var name = normal(entry.getName());
        if (name == null || entry.isDirectory() || isOfTheSystem(name)) {
            return true;
        }
        if (isMedia(name)) {
            var last = last(name);
            if (media.putIfAbsent(last, entry) != null) {
                ambiguous.add(last);
            }
        }
        return entries.putIfAbsent(name, entry) == null;
    }

    /** The JSON files that are no media, by name. */
    List<Map.Entry<String, ZipEntry>> documents() {
        var documents = new ArrayList<Map.Entry<String, ZipEntry>>();
        for (var entry : entries.entrySet()) {
            if (entry.getKey().regionMatches(true, entry.getKey().length() - 5, ".json", 0, 5)
                    && !isMedia(entry.getKey())) {
                documents.add(entry);
                folders.add(entry.getKey().substring(0, entry.getKey().lastIndexOf('/') + 1));
            }
        }
        documents.sort(Map.Entry.comparingByKey());
        return documents;
    }

    /** What a document means by a location: a path from its folder, else the only medium of that name. */
    Optional<ZipEntry> medium(String location) {
        var inside = normal(location);
        if (inside != null) {
            for (var folder : folders) {
                var entry = entries.get(folder + inside);
                if (entry != null) {
                    return Optional.of(entry);
                }
            }
        }
        var last = last(location.replace('\\', '/'));
        return ambiguous.contains(last) ? Optional.empty() : Optional.ofNullable(media.get(last));
    }

    /** With slashes; null where it is absolute, names a drive or climbs. */
    private static @Nullable String normal(String name) {
        var slashed = name.replace('\\', '/');
        if (slashed.startsWith("/") || slashed.indexOf('\0') >= 0 || slashed.matches("(?s)[A-Za-z]:.*")) {
            return null;
        }
        var parts = new ArrayList<String>();
        for (var part : slashed.split("/", -1)) {
            if (part.equals("..")) {
                return null;
            }
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return parts.isEmpty() ? null : String.join("/", parts);
    }

    /** What macOS packs beside everything. */
    private static boolean isOfTheSystem(String name) {
        return name.startsWith("__MACOSX/") || last(name).startsWith("._");
    }

    private static boolean isMedia(String name) {
        return name.contains(MEDIA_FOLDER + "/");
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
