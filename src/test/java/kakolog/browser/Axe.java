package kakolog.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What axe finds to mend on a page: light and dark, on a phone and on a wide screen. */
final class Axe {
    /** Run as it is, since the builder around it answers in objects of another Jackson than ours. */
    private static final String AXE = AxeBuilder.getAxeScript() + "\n;null";

    private static final String VIOLATIONS = """
            async (wish) => {
              const found = await axe.run(document, { ...wish, resultTypes: ['violations'], preload: false });
              const told = (node) => '    ' + node.html + ' ' + node.failureSummary;
              return found.violations
                .map((rule) => [rule.id + ': ' + rule.help, ...rule.nodes.slice(0, 5).map(told)].join('\\n'))
                .join('\\n');
            }
            """;

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice");
    /** All that can differ in the dark, and what takes longest. */
    private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

    private static final Map<String, Map<String, Boolean>> WITHOUT_COLOURS =
            COLOURS.stream().collect(Collectors.toMap(rule -> rule, rule -> Map.of("enabled", false)));

    private record Look(ColorScheme scheme, int width, Map<String, ?> wish) {}

    /**
     * Colours on the phone alone: what is shown there is shown on a wide screen, as the style sheet's test sees to, in letters
     * that are no smaller, which need less contrast.
     */
    private static final List<Look> LOOKS = List.of(
            new Look(ColorScheme.DARK, 360, Map.of("runOnly", COLOURS)),
            new Look(ColorScheme.LIGHT, 360, Map.of("runOnly", RULES)),
            new Look(ColorScheme.LIGHT, 1280, Map.of("runOnly", RULES, "rules", WITHOUT_COLOURS)));

    private Axe() {}

    /** Empty where there is nothing. */
    static String violations(Visitor visitor) {
        var found = new StringBuilder();
        visitor.page().evaluate(AXE);
        for (var look : LOOKS) {
            visitor.page().emulateMedia(new EmulateMediaOptions().setColorScheme(look.scheme()));
            visitor.resize(look.width());
            var told = String.valueOf(visitor.page().evaluate(VIOLATIONS, look.wish()));
            if (!told.isEmpty()) {
                found.append("%s at %d px%n%s%n".formatted(look.scheme(), look.width(), told));
            }
        }
        return found.toString();
    }
}
