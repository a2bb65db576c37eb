package kakolog.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kakolog.RunningKakolog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Files and questions that try to run scripts of their own; each sets {@code window.hostile} where it succeeds. */
@TestInstance(Lifecycle.PER_CLASS)
final class HostileContentTest {
    /** Each stands in a page, in an agenda, in titles and names, and is searched for. */
    static final List<String> CORPUS = List.of(
            "\"><script>hostile=1</script>",
            "<script>hostile=1</script>",
            "</title><script>hostile=1</script>",
            "--><script>hostile=1</script><!--",
            "<img src=x onerror=hostile=1>",
            "<svg/onload=hostile=1>",
            "<iframe srcdoc='<script>parent.hostile=1</script>'></iframe>",
            "\" onmouseover=\"hostile=1\" autofocus onfocus=\"hostile=1",
            "' onmouseover='hostile=1",
            "</pre></textarea></style><img src=x onerror=hostile=1>",
            "[link](javascript:hostile=1)",
            "[link](JavaScript:hostile=1)",
            "[link](java&#115;cript:hostile=1)",
            "[link](data:text/html,<script>hostile=1</script>)",
            "[link](https://a.example/\"onmouseover=\"hostile=1)",
            "[<img src=x onerror=hostile=1>](https://a.example/)",
            "[link](https://a.example/ \"x\\\" onmouseover=\\\"hostile=1\")",
            "![image](x\"onerror=\"hostile=1)",
            "<javascript:hostile=1>",
            "https://a.example/\"onmouseover=\"hostile=1",
            "`</code><script>hostile=1</script>`",
            "@taro\"onmouseover=\"hostile=1",
            "@taro <script>hostile=1</script>",
            "$unsafe{\"<script>hostile=1</script>\"} ${page} @raw <script>hostile=1</script>",
            "{{constructor.constructor('hostile=1')()}}");

    /** Whatever could run something later: handlers, scripts that are not ours, addresses that are scripts. */
    static final String DANGEROUS = """
            [...document.querySelectorAll('*')]
              .filter((part) => part.getAttributeNames().some((name) => name.startsWith('on'))
                || part.matches('iframe, object, embed, style, base, script:not([src^="/assets/"])')
                || /^(?!https?:|mailto:)/.test(new URL(part.href?.baseVal ?? part.href ?? '/', document.baseURI)))
              .map((part) => part.outerHTML)
              .join('\\n')
            """;

    private final Browser browser = Browser.open();
    private RunningKakolog kakolog;

    @BeforeAll
    void start(@TempDir Path content) throws IOException {
        writeTo(content);
        kakolog = RunningKakolog.start(content);
        kakolog.clock().set("2022-01-01T12:00:00+09:00");
    }

    @AfterAll
    void stop() {
        kakolog.close();
        browser.close();
    }

    @Test
    void nothing_of_theirs_runs_even_without_the_policy() {
        try (var visitor = browser.visitorWithoutPolicy(kakolog)) {
            var paths = contentPaths();
            visitor.open("/topics");
            paths.addAll(addresses(visitor));
            for (var path : paths) {
                isHarmless(visitor, path);
            }
        }
    }

    @Test
    void nothing_of_what_is_asked_for_runs_even_without_the_policy() {
        try (var visitor = browser.visitorWithoutPolicy(kakolog)) {
            for (var hostile : CORPUS) {
                var asked = URLEncoder.encode(hostile, StandardCharsets.UTF_8);
                isHarmless(visitor, "/search?q=" + asked);
                isHarmless(visitor, "/nowhere/" + asked.replace("+", "%20").replace("%2F", "") + "?year=" + asked);
            }
            var everything = URLEncoder.encode(String.join(" ", CORPUS), StandardCharsets.UTF_8);
            isHarmless(visitor, "/links?year=" + everything + "&topic=" + everything + "&host=" + everything);
            isHarmless(visitor, "/events?year=" + everything);
        }
    }

    /** Whoever reads the reports of browsers is not called for nothing. */
    @Test
    void policy_has_nothing_to_report() {
        try (var visitor = browser.visitor(kakolog)) {
            for (var path : contentPaths()) {
                visitor.open(path);
                visitor.expectNoFaults();
            }
        }
    }

    @Test
    void they_are_shown_as_they_were_written() {
        try (var visitor = browser.visitorWithoutScripts(kakolog)) {
            int shown = 0;
            for (int number = 0; number < CORPUS.size(); number++) {
                if (visitor.open("/events/" + day(number)).ok()) {
                    assertThat(visitor.page().locator(".hero-title")).hasText(CORPUS.get(number));
                    shown++;
                }
            }
            // The others have links or images that no file may have.
            assertEquals(CORPUS.size() - 5, shown);
            visitor.open("/");
            assertThat(visitor.page().locator("h1")).containsText("2022");
            assertThat(visitor.page().locator(".footer-words")).containsText("\"><script>hostile=1</script>");
        }
    }

    static void isHarmless(Visitor visitor, String path) {
        visitor.open(path);
        assertEquals("", visitor.page().evaluate(DANGEROUS), path);
        assertEquals("undefined", visitor.page().evaluate("typeof hostile"), path);
    }

    private static void writeTo(Path content) throws IOException {
        Files.createDirectories(content.resolve("events"));
        Files.createDirectories(content.resolve("pages"));
        Files.writeString(content.resolve("site.yaml"), """
                name: '</title><script>hostile=1</script>'
                tagline: '"><script>hostile=1</script>'
                usual: '<img src=x onerror=hostile=1>'
                invite: https://a.example/'onmouseover='hostile=1
                event_channel:
                  name: '<script>hostile=1</script>'
                topics:
                  - name: '"><script>hostile=1</script> topic'
                    aliases: ['<img src=x onerror=hostile=1>']
                """);
        for (int number = 0; number < CORPUS.size(); number++) {
            var hostile = CORPUS.get(number);
            var quoted = "'" + hostile.replace("'", "''") + "'";
            Files.writeString(content.resolve("events/" + day(number) + ".md"), """
                    ---
                    date: %s
                    start: "19:30"
                    title: %s
                    role: %s
                    ---

                    Of %s

                    - Of %s
                      - [Of %s](https://a.example/%d)
                      - Of %s

                        ```
                        %s
                        ```
                    """.formatted(
                            day(number), quoted, quoted, hostile, hostile, hostile, number, hostile, hostile));
            Files.writeString(
                    content.resolve("pages/hostile-" + number + ".md"), """
                    ---
                    title: %s
                    ---

                    ## %s

                    %s
                    """.formatted(quoted, hostile, hostile));
        }
    }

    private static Set<String> contentPaths() {
        var paths = new LinkedHashSet<>(List.of("/", "/events", "/topics", "/links", "/search?q=Of"));
        for (int number = 0; number < CORPUS.size(); number++) {
            paths.add("/events/" + day(number));
            paths.add("/pages/hostile-" + number);
        }
        return paths;
    }

    /** The first is still to come. */
    private static LocalDate day(int number) {
        return LocalDate.of(2022, 1, 4).minusDays(number);
    }

    private static List<String> addresses(Visitor visitor) {
        var found = new ArrayList<String>();
        for (var link : visitor.page().locator("main a[href^='/']").all()) {
            found.add(String.valueOf(link.getAttribute("href")));
        }
        return found;
    }
}
