package kakolog.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.Stream;
import kakolog.RunningKakolog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Axe finds nothing to mend: light and dark, on a phone and on a wide screen. */
@TestInstance(Lifecycle.PER_CLASS)
final class AccessibilityTest {
    /** Run as it is, since the builder around it answers in objects of another Jackson than ours. */
    private static final String AXE = AxeBuilder.getAxeScript() + "\n;null";

    private static final String VIOLATIONS = """
            async (rules) => {
              const found = await axe.run(document, { runOnly: rules, resultTypes: ['violations'], preload: false });
              const told = (node) => '    ' + node.html + ' ' + node.failureSummary;
              return found.violations
                .map((rule) => [rule.id + ': ' + rule.help, ...rule.nodes.slice(0, 5).map(told)].join('\\n'))
                .join('\\n');
            }
            """;

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice");
    /** All that can differ in the dark. */
    private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

    private static final List<Integer> WIDTHS = List.of(360, 1280);
    private static final List<ColorScheme> SCHEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);

    private final Browser browser = Browser.open();
    private final RunningKakolog kakolog = RunningKakolog.start();
    private final Visitor visitor = browser.visitor(kakolog);

    @AfterAll
    void stop() {
        visitor.close();
        kakolog.close();
        browser.close();
    }

    static Stream<String> pages() {
        return PublicPages.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void page_has_no_violation(String path) {
        visitor.open(path);
        assertEquals("", violations(visitor));
    }

    @Test
    void home_page_has_no_violation_in_any_state() {
        // A site of its own: its clock only goes forward.
        try (var evening = RunningKakolog.start();
                var guest = browser.visitor(evening)) {
            for (var moment : List.of("05T12:00 受付中", "06T12:00 締切済み", "06T19:20 視聴 URL 公開中", "06T19:45 配信中")) {
                evening.clock().set("2021-07-" + moment.substring(0, 8) + ":00+09:00");
                guest.open("/");
                assertThat(guest.page().locator(".panel-label")).hasText(moment.substring(9));
                assertEquals("", violations(guest), moment);
            }
            guest.page().keyboard().press("?");
            assertEquals("", violations(guest), "list of keys");
        }
    }

    private static String violations(Visitor visitor) {
        var found = new StringBuilder();
        visitor.page().evaluate(AXE);
        for (var scheme : SCHEMES) {
            visitor.page().emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
            for (var width : WIDTHS) {
                visitor.resize(width);
                var told = String.valueOf(
                        visitor.page().evaluate(VIOLATIONS, scheme == ColorScheme.DARK ? COLOURS : RULES));
                if (!told.isEmpty()) {
                    found.append("%s at %d px%n%s%n".formatted(scheme, width, told));
                }
            }
        }
        return found.toString();
    }
}
