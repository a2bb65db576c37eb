package kakolog.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class MessagesTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

    @Test
    void arguments_stand_where_the_message_says() {
        assertEquals("締切まであと 5 時間 9 分", Messages.in(Language.JA).get("next.left", "5 時間 9 分"));
    }

    @Test
    void an_argument_that_looks_like_a_placeholder_stays_as_it_is() {
        assertEquals("{1} / 3 ページ", Messages.in(Language.JA).get("pager.place", "{1}", 3));
    }

    @Test
    void a_word_goes_with_its_number() {
        var english = Messages.in(Language.EN);
        assertEquals("1 message by 1 person", english.get("log.extent", "1", "1"));
        assertEquals("1,024 messages by 16 people", english.get("log.extent", "1,024", "16"));
        assertEquals("0 votes", english.get("log.votes", 0));
    }

    @Test
    void an_unknown_key_is_a_bug() {
        assertThrows(
                IllegalArgumentException.class, () -> Messages.in(Language.EN).get("no.such.key"));
    }

    @Test
    void both_languages_have_the_same_keys_and_placeholders() {
        var japanese = Messages.words(Language.JA);
        var english = Messages.words(Language.EN);
        assertEquals(new TreeSet<>(japanese.keySet()), new TreeSet<>(english.keySet()));
        japanese.forEach(
                (key, words) -> assertEquals(placeholders(words), placeholders(english.getOrDefault(key, "")), key));
    }

    @Test
    void every_key_of_a_template_is_there() throws IOException {
        var used = Pattern.compile("frame\\.t\\(\"([a-z0-9_.-]+)\"[,)]");
        try (var templates = Files.walk(Path.of("src/main/jte"))) {
            for (var template : templates.filter(Files::isRegularFile).toList()) {
                used.matcher(Files.readString(template))
                        .results()
                        .forEach(key -> assertTrue(
                                Messages.words(Language.JA).containsKey(key.group(1)), template + ": " + key.group(1)));
            }
        }
    }

    private static Set<String> placeholders(String words) {
        var found = new TreeSet<String>();
        PLACEHOLDER.matcher(words).results().forEach(placeholder -> found.add(placeholder.group()));
        return found;
    }
}
