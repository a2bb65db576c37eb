package kakolog.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Whatever stands in a message, its HTML holds only what is listed here, and none of its words are lost. */
final class MarkupSafetyTest {
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("strong", Set.of()),
            Map.entry("em", Set.of()),
            Map.entry("u", Set.of()),
            Map.entry("s", Set.of()),
            Map.entry("br", Set.of()),
            Map.entry("code", Set.of("class")),
            Map.entry("pre", Set.of("class")),
            Map.entry("ul", Set.of()),
            Map.entry("ol", Set.of("start")),
            Map.entry("li", Set.of()),
            Map.entry("h4", Set.of("class")),
            Map.entry("h5", Set.of("class")),
            Map.entry("h6", Set.of("class")),
            Map.entry("blockquote", Set.of("class")),
            Map.entry("bdi", Set.of("class")),
            Map.entry("time", Set.of("datetime")),
            Map.entry("a", Set.of("href", "rel")),
            Map.entry("img", Set.of("class", "alt", "title", "src", "width", "height", "loading")),
            Map.entry("span", Set.of("class", "tabindex", "role", "aria-label")),
            Map.entry("div", Set.of("class", "tabindex", "role", "aria-label")));

    private static final Map<String, Pattern> VALUES = Map.ofEntries(
            Map.entry(
                    "class",
                    Pattern.compile("spoiler|emoji|mention|subtext|heading|quote|code|language-[a-z0-9+#.-]{1,20}")),
            Map.entry("href", Pattern.compile("(?i)https?://[^\\s\"<>\\\\]+")),
            Map.entry("src", Pattern.compile("/media/44\\?a=1&b=\"2\"")),
            Map.entry("rel", Pattern.compile("nofollow noopener noreferrer")),
            Map.entry("dir", Pattern.compile("auto")),
            Map.entry("start", Pattern.compile("[0-9]{1,9}")),
            Map.entry("alt", Pattern.compile(":[A-Za-z0-9_]+:")),
            Map.entry("title", Pattern.compile(":[A-Za-z0-9_]+:")),
            Map.entry("datetime", Pattern.compile("-?[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z")),
            Map.entry("tabindex", Pattern.compile("0")),
            Map.entry("role", Pattern.compile("group")),
            Map.entry("aria-label", Pattern.compile("ネタバレ")),
            Map.entry("width", Pattern.compile("22")),
            Map.entry("height", Pattern.compile("22")),
            Map.entry("loading", Pattern.compile("lazy")));

    @ParameterizedTest
    @FieldSource("kakolog.chat.HostileTexts#ALL")
    void hostile_text_is_shown_and_nothing_else(String hostile) {
        for (var text : List.of(
                hostile,
                "||**" + hostile + "**||",
                "> - " + hostile,
                "`" + hostile,
                "[" + hostile,
                "\u202E" + hostile)) {
            assertHolds(Markup.html(text, new KnownNames()), text);
        }
        assertHolds(Markup.html("<@11>", new KnownNames(hostile)), hostile);
    }

    @Test
    void twenty_thousand_random_texts_hold_only_what_is_allowed_and_all_their_words() {
        var random = new Random(20210518);
        var pieces = List.of(
                "*",
                "**",
                "_",
                "__",
                "~~",
                "||",
                "`",
                "```",
                "> ",
                ">>> ",
                "# ",
                "-# ",
                "- ",
                "  - ",
                "1. ",
                "\n",
                "[",
                "](",
                ")",
                "(",
                "]",
                "<",
                ">",
                "\\",
                "\"",
                "'",
                "&",
                " ",
                "https://a.example/",
                "javascript:",
                "<@11>",
                "<:x:44>",
                "<t:1>",
                "<script>",
                "\u202E",
                "\u2066",
                "\0",
                "\uD83D",
                "@here",
                "</x:1>",
                "```java\n");
        for (int round = 0; round < 20_000; round++) {
            var text = new StringBuilder();
            int words = 0;
            for (int piece = random.nextInt(40); piece >= 0; piece--) {
                text.append(
                        random.nextInt(4) == 0 ? " wo" + words++ + "rd " : pieces.get(random.nextInt(pieces.size())));
            }
            var body = assertHolds(Markup.html(text.toString(), new KnownNames()), text.toString());
            var shown = body.wholeText();
            var plain = Markup.plain(text.toString());
            for (int word = 0; word < words; word++) {
                assertTrue(
                        shown.contains("wo" + word + "rd") && plain.contains("wo" + word + "rd"),
                        () -> text + "\n" + body);
            }
        }
    }

    private static Element assertHolds(String html, String text) {
        var body = Jsoup.parseBodyFragment(html).body();
        for (var element : body.getAllElements()) {
            if (!element.normalName().equals("body")) {
                assertAllowed(element, text);
            }
        }
        assertEquals(strictly(html), tags(body), () -> "balanced: " + text + "\n" + html);
        assertTrue(html.chars().noneMatch(c -> c == 0 || c == 0x1B), text);
        return body;
    }

    private static void assertAllowed(Element element, String text) {
        var attributes = ALLOWED.get(element.normalName());
        assertTrue(attributes != null, () -> element + " of " + text);
        for (Attribute attribute : element.attributes()) {
            var name = attribute.getKey();
            assertTrue(name.equals("dir") || attributes.contains(name), () -> element + " of " + text);
            assertTrue(VALUES.get(name).matcher(attribute.getValue()).matches(), () -> element + " of " + text);
        }
    }

    /** The same read as XML, where nothing is mended: what opens and closes as it was written. */
    private static String strictly(String html) {
        var parser = Parser.xmlParser().setTrackErrors(10);
        var closed = html.replaceAll("<(br|img)((?: [a-z-]+=\"[^\"]*\")*)>", "<$1$2/>");
        Document document = parser.parseInput(closed, "");
        assertTrue(parser.getErrors().isEmpty(), () -> parser.getErrors() + " of " + html);
        return tags(document);
    }

    private static String tags(Element root) {
        var tags = new StringBuilder();
        root.traverse((node, depth) -> {
            if (node instanceof Element element && depth > 0) {
                tags.append(depth)
                        .append(element.normalName().toLowerCase(Locale.ROOT))
                        .append(' ');
            }
        });
        return tags.toString();
    }
}
