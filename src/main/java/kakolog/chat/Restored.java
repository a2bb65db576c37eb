package kakolog.chat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kakolog.id.Snowflake;

/**
 * Makes markup again of what an exporter has put into words: {@code @name} of people and {@code :name:} of custom emoji,
 * outside code. A name that two people share stays as it is, for nobody can tell who was meant.
 */
final class Restored {
    /** No name of Discord is longer; what is goes unrestored. */
    private static final int LONGEST = 200;

    private final Map<String, String> markup = new HashMap<>();

    /** The people that a message names; the exporter writes the nickname, older ones the account. */
    Restored people(List<Fields> mentioned) {
        mentioned.forEach(one -> name(one.text("nickname"), one));
        var nicknames = Map.copyOf(markup);
        for (var one : mentioned) {
            if (!nicknames.containsKey("@" + one.text("name"))) {
                name(one.text("name"), one);
            }
        }
        return this;
    }

    private void name(String name, Fields person) {
        var id = person.id("id");
        if (id != null && !name.isEmpty() && name.length() <= LONGEST) {
            markup.merge("@" + name, "<@" + id + ">", (one, other) -> one.equals(other) ? one : "@" + name);
        }
    }

    Restored emoji(List<Fields> inText) {
        for (var one : inText) {
            Snowflake id = one.id("id");
            var name = one.text("name");
            if (id != null && !name.isEmpty() && name.length() <= LONGEST) {
                var start = one.isTrue("isAnimated") ? "<a:" : "<:";
                markup.putIfAbsent(":" + name + ":", start + name + ":" + id + ">");
            }
        }
        return this;
    }

    String apply(String text) {
        if (markup.isEmpty()) {
            return text;
        }
        var longestFirst = markup.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        // What is longer is cut in the end anyway; here it would only cost time.
        var input = Cleaned.text(text);
        var restored = new StringBuilder(input.length() + 64);
        for (int at = 0; at < input.length(); ) {
            at = step(input, at, longestFirst, restored);
        }
        return restored.toString();
    }

    /** Writes what stands here, as code, as markup or as it is, and returns where to go on. */
    private int step(String input, int at, List<String> names, StringBuilder restored) {
        char c = input.charAt(at);
        if (c == '\\' && at + 1 < input.length()) {
            restored.append(input, at, at + 2);
            return at + 2;
        }
        if (c == '`') {
            int end = CodeSpans.end(input, at);
            restored.append(input, at, end);
            return end;
        }
        var name = c == '@' || (c == ':' && !isInMarkup(input, at)) ? found(input, at, names) : "";
        if (name.isEmpty()) {
            restored.append(c);
            return at + 1;
        }
        restored.append(markup.getOrDefault(name, name));
        return at + name.length();
    }

    private static String found(String input, int at, List<String> names) {
        for (var name : names) {
            if (input.startsWith(name, at) && (name.startsWith(":") || standsAlone(input, at, name))) {
                return name;
            }
        }
        return "";
    }

    /**
     * Whether it is no part of a longer word: {@code @Ken2} names somebody else, and {@code a@Ken.example} is an address. In
     * Japanese no blank stands around a name.
     */
    private static boolean standsAlone(String input, int at, String name) {
        int end = at + name.length();
        boolean goesOn =
                end < input.length() && isOfWord(name.charAt(name.length() - 1)) && isOfWord(input.charAt(end));
        boolean inAddress = at > 0 && isOfWord(name.charAt(1)) && isOfWord(input.charAt(at - 1));
        return !goesOn && !inAddress;
    }

    private static boolean isOfWord(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static boolean isInMarkup(String input, int colon) {
        return input.startsWith("<", colon - 1) || input.startsWith("<a", colon - 2);
    }
}
