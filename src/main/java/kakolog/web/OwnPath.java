package kakolog.web;

import java.util.regex.Pattern;

/** Where to go next, if it is a path of this site; anything else is the home page. */
final class OwnPath {
    /** One slash, then neither a slash nor a backslash (browsers read both as another host), and no blanks or control characters. */
    private static final Pattern PATH = Pattern.compile("/(?![/\\\\])[\\x21-\\x7E&&[^\\\\\"<>]]{0,4000}");

    private OwnPath() {}

    static String of(String wanted) {
        return PATH.matcher(wanted).matches() ? wanted : "/";
    }
}
