package kakolog.content;

import java.util.List;
import java.util.regex.Pattern;

/** Reads lines that name people and nothing else: {@code @voluntas @melpon (予定)}. */
public final class Handles {
    private static final Pattern HANDLE = Pattern.compile("@([A-Za-z0-9](?:[A-Za-z0-9_.-]{0,62}[A-Za-z0-9_])?)");
    private static final Pattern LINE = Pattern.compile("(?:" + HANDLE.pattern()
            + "(?:\\s*[(（][^()（）]{1,20}[)）])?)(?:[\\s,、]+" + HANDLE.pattern() + "(?:\\s*[(（][^()（）]{1,20}[)）])?)*");

    private Handles() {}

    /** The handles (without the @) of a line that holds nothing else but notes in brackets; empty for any other line. */
    public static List<String> in(String line) {
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

    /** Such a line as HTML, each handle a link to the person's page. */
    static String html(String line) {
        var html = new StringBuilder();
        var found = HANDLE.matcher(line);
        int done = 0;
        while (found.find()) {
            html.append(escaped(line.substring(done, found.start())))
                    .append("<a class=\"person\" href=\"/people/")
                    .append(found.group(1))
                    .append("\">")
                    .append(found.group())
                    .append("</a>");
            done = found.end();
        }
        return html.append(escaped(line.substring(done))).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
