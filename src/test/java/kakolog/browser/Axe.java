package kakolog.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;

/** What axe finds to mend on a page: light and dark, on a phone and on a wide screen. */
final class Axe {
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

    private Axe() {}

    /** Empty where there is nothing. */
    static String violations(Visitor visitor) {
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
