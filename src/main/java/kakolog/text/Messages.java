package kakolog.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of the pages in both languages: plain text with {@code {0}} for arguments that are ready strings, and with
 * {@code {0|page|pages}} for the word that goes with one, or with another number, of them. What English lacks falls back to
 * Japanese; a key that neither has is a bug and raises.
 */
public final class Messages {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)([^{}]*)}");
    private static final Map<Language, Map<String, String>> ALL = load();

    private final Language language;

    private Messages(Language language) {
        this.language = language;
    }

    /** The messages of one language. */
    public static Messages in(Language language) {
        return new Messages(language);
    }

    /** The language these messages are in. */
    public Language language() {
        return language;
    }

    /**
     * The message of this key, its {@code {0}}, {@code {1}} … replaced.
     *
     * @throws IllegalArgumentException where no language knows the key
     */
    public String get(String key, Object... arguments) {
        var message = words(language).getOrDefault(key, words(Language.JA).get(key));
        if (message == null) {
            throw new IllegalArgumentException("no message with the key " + key);
        }
        // One pass, so that an argument that itself looks like a placeholder stays as it is.
        return PLACEHOLDER
                .matcher(message)
                .replaceAll(found -> Matcher.quoteReplacement(
                        replacement(found, String.valueOf(arguments[Integer.parseInt(found.group(1))]))));
    }

    private static String replacement(MatchResult found, String argument) {
        var words = found.group(2).split("\\|", -1);
        return words.length < 3 ? argument : argument.equals("1") ? words[1] : words[2];
    }

    /** Every key and its words, unreplaced; for the test that compares the languages. */
    static Map<String, String> words(Language language) {
        return ALL.getOrDefault(language, Map.of());
    }

    private static Map<Language, Map<String, String>> load() {
        var all = new EnumMap<Language, Map<String, String>>(Language.class);
        for (var language : Language.values()) {
            var file = "/messages/" + language.code() + ".properties";
            try (var in = Messages.class.getResourceAsStream(file)) {
                if (in == null) {
                    throw new IllegalStateException("the jar lacks " + file);
                }
                var properties = new Properties();
                properties.load(new StringReader(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
                var words = new HashMap<String, String>();
                properties.forEach((key, message) -> words.put((String) key, (String) message));
                all.put(language, words);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return all;
    }
}
