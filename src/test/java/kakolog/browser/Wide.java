package kakolog.browser;

import java.util.List;

/** What makes a page scroll sideways: on a wide screen, a phone and a small phone. */
final class Wide {
    private static final String TOO_WIDE = """
            document.scrollingElement.scrollWidth <= innerWidth
              ? ''
              : [...document.body.querySelectorAll('*')]
                  .filter((part) => part.getBoundingClientRect().right > innerWidth)
                  .map((part) => part.outerHTML.slice(0, 80))
                  .slice(0, 3)
                  .join(' ') || 'something'
            """;

    private static final List<Integer> WIDTHS = List.of(1280, 360, 320);

    private Wide() {}

    /** The first parts that stick out; empty where there are none. */
    static String parts(Visitor visitor) {
        var found = new StringBuilder();
        for (int width : WIDTHS) {
            visitor.resize(width);
            var parts = String.valueOf(visitor.page().evaluate(TOO_WIDE));
            if (!parts.isEmpty()) {
                found.append("at %d px: %s%n".formatted(width, parts));
            }
        }
        return found.toString();
    }
}
