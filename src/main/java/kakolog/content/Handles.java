package kakolog.content;

import java.util.List;
import java.util.regex.Pattern;

/** Reads lines that name people and nothing else: {@code @voluntas @melpon (予定)}. */
final class Handles {
    private static final Pattern HANDLE = Pattern.compile("@([A-Za-z0-9](?:[A-Za-z0-9_.-]{0,62}[A-Za-z0-9_])?)");
    private static final Pattern LINE = Pattern.compile("(?:" + HANDLE.pattern()
            + "(?:\\s*[(（][^()（）]{1,20}[)）])?)(?:[\\s,、]+" + HANDLE.pattern() + "(?:\\s*[(（][^()（）]{1,20}[)）])?)*");

    private Handles() {}

    /** The handles (without the @) of a line that holds nothing else but notes in brackets; empty for any other line. */
    static List<String> in(String line) {
        var text = line.strip();
        if (!text.startsWith("@") || text.length() > 1000 || !LINE.matcher(text).matches()) {
            return List.of();
        }
        return HANDLE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }
}
