package kakolog.blob;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kakolog.text.CleanText;

/**
 * The name of a material: the last part of its address, and of the file that is downloaded. At most 200 bytes in UTF-8, and
 * fit for any file system.
 */
public record FileName(String value) {
    private static final int MOST_BYTES = 200;
    /** Longer ones are words after a dot. */
    private static final Pattern EXTENSION = Pattern.compile(".+(\\.[A-Za-z0-9]{1,10})", Pattern.DOTALL);
    /** What Windows takes for a device, whatever follows the dot. */
    private static final Pattern DEVICE = Pattern.compile(
            "(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9¹²³])\\s*(\\..*)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern NOT_IN_WINDOWS = Pattern.compile("[<>:\"|?*]");
    private static final Pattern ENDS = Pattern.compile("^[.\\h]+|[.\\h]+$");

    public FileName {
        if (value.isEmpty()
                || value.equals(".")
                || value.equals("..")
                || value.chars().anyMatch(FileName::parts)) {
            throw new IllegalArgumentException("not the name of a file");
        }
    }

    private static boolean parts(int character) {
        return character == '/' || character == '\\' || Character.isISOControl(character);
    }

    /** The name that a file of somebody else is kept by; empty where nothing of it is left. */
    public static Optional<FileName> of(String raw) {
        int folders = Math.max(raw.lastIndexOf('/'), raw.lastIndexOf('\\'));
        var visible = CleanText.of(raw.substring(folders + 1));
        var name = trim(NOT_IN_WINDOWS.matcher(visible).replaceAll("_"));
        if (DEVICE.matcher(name).matches()) {
            name = "_" + name;
        }
        return name.isEmpty() ? Optional.empty() : Optional.of(joined(name, ""));
    }

    private static String trim(String name) {
        return ENDS.matcher(name).replaceAll("");
    }

    /** This name with something added before its extension, cut where it would be too long. */
    private static FileName joined(String name, String addition) {
        var extension = dotted(name);
        var stem = name.substring(0, name.length() - extension.length());
        var end = addition + extension;
        return new FileName(trim(CleanText.cut(stem, MOST_BYTES - end.length())) + end);
    }

    private static String dotted(String name) {
        var match = EXTENSION.matcher(name);
        return match.matches() ? match.group(1) : "";
    }

    /** What follows the last dot, in lower case; empty where nothing does. */
    public String extension() {
        var dotted = dotted(value);
        return dotted.isEmpty() ? "" : dotted.substring(1).toLowerCase(Locale.ROOT);
    }

    /** The name without the dot and what follows it. */
    public String stem() {
        return value.substring(0, value.length() - dotted(value).length());
    }

    /** This name, or {@code slides-2.pdf} and so forth where others have it, be it in another case. */
    public FileName uniqueAmong(Collection<FileName> taken) {
        var folded = taken.stream().map(FileName::folded).collect(Collectors.toSet());
        var candidate = this;
        for (int number = 2; folded.contains(candidate.folded()); number++) {
            candidate = joined(value, "-" + number);
        }
        return candidate;
    }

    /** Two names that fold to the same are one file on many machines. */
    private String folded() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
