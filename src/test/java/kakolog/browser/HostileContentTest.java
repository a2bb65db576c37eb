package kakolog.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.options.AriaRole;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and questions that try to run scripts of their own; each sets {@code window.hostile} where it succeeds. */
final class HostileContentTest {
    /** Each stands in a page, in an agenda, in titles and names, and is searched for. */
    private static final List<String> CORPUS = List.of(
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
    private static final String DANGEROUS = """
            [...document.querySelectorAll('*')]
              .filter((part) => part.getAttributeNames().some((name) => name.startsWith('on'))
                || part.matches('iframe, object, embed, style, base, script:not([src^="/assets/site."])')
                || /^(?!https?:|mailto:)/.test(part.href ?? 'https:'))
              .map((part) => part.outerHTML)
              .join('\\n')
            """;

    @TempDir
    Path content;

    @Test
    void nothing_of_theirs_runs_even_without_the_policy() throws IOException {
        var paths = write();
        try (var browser = Browser.open();
                var kakolog = RunningKakolog.start(content);
                var visitor = browser.visitor(kakolog);
                var withoutPolicy = browser.visitorWithoutPolicy(kakolog)) {
            kakolog.clock().set("2022-01-01T12:00:00+09:00");
            visitor.open("/events");
            paths.addAll(addresses(visitor));
            visitor.open("/topics");
            paths.addAll(addresses(visitor));
            for (var path : paths) {
                for (var anyone : List.of(visitor, withoutPolicy)) {
                    anyone.open(path);
                    assertEquals("", anyone.page().evaluate(DANGEROUS), path);
                    assertEquals("undefined", anyone.page().evaluate("typeof hostile"), path);
                }
                visitor.expectNoFaults();
            }
        }
    }

    @Test
    void they_are_shown_as_they_were_written() throws IOException {
        write();
        try (var browser = Browser.open();
                var kakolog = RunningKakolog.start(content);
                var visitor = browser.visitorWithoutScripts(kakolog)) {
            for (int number = 0; number < CORPUS.size(); number++) {
                if (visitor.open("/events/" + day(number)).ok()) {
                    assertThat(visitor.page().locator(".hero-title")).hasText(CORPUS.get(number));
                }
            }
            visitor.open("/");
            assertThat(visitor.page().getByRole(AriaRole.CONTENTINFO)).containsText("<script>");
        }
    }

    /** Writes the corpus as content and tells the paths to look at. */
    private Set<String> write() throws IOException {
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
        var paths = new LinkedHashSet<>(List.of("/", "/events", "/topics", "/links", "/search", "/events?year=%22%3E"));
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
            paths.add("/events/" + day(number));
            paths.add("/pages/hostile-" + number);
            var asked = URLEncoder.encode(hostile, StandardCharsets.UTF_8);
            paths.add("/search?q=" + asked);
            paths.add("/links?host=" + asked);
            paths.add("/nowhere/" + asked.replace("+", "%20").replace("%2F", ""));
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
