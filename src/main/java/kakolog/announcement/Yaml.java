package kakolog.announcement;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes the few values of our files as YAML: plain where that is safe beyond doubt, else in double quotes. */
final class Yaml {
    private static final Pattern PLAIN =
            Pattern.compile("(?!(?i:true|false|null|yes|no|on|off)$)\\p{L}(?:[\\p{L}\\p{N} ._/+＋-]*[\\p{L}\\p{N}+_])?");

    private Yaml() {}

    static String scalar(String value) {
        return PLAIN.matcher(value).matches() ? value : quoted(value);
    }

    static String quoted(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    static String list(List<String> values) {
        return values.stream().map(Yaml::scalar).collect(Collectors.joining(", ", "[", "]"));
    }
}
