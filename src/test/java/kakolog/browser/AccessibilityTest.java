package kakolog.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
        assertEquals("", Axe.violations(visitor));
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
                assertEquals("", Axe.violations(guest), moment);
            }
            guest.page().keyboard().press("?");
            assertEquals("", Axe.violations(guest), "list of keys");
        }
    }
}
