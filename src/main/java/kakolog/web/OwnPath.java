package kakolog.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Where to go next, if it is a path of this site; anything else is the home page. */
public final class OwnPath {
    /** One slash, then neither a slash nor a backslash (browsers read both as another host), and no blanks or control characters. */
    private static final Pattern PATH = Pattern.compile("/(?![/\\\\])[\\x21-\\x7E&&[^\\\\\"<>]]{0,4000}");

    private OwnPath() {}

    public static String of(String wanted) {
        return PATH.matcher(wanted).matches() ? wanted : "/";
    }

    /** A path as a value in another address. */
    public static String encode(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    /** One part of a path or query, percent-encoded. */
    public static String part(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
