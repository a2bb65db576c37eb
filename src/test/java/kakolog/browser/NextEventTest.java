package kakolog.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import kakolog.RunningKakolog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** How the next event stands, told by a page that stays open through the evening. */
@TestInstance(Lifecycle.PER_CLASS)
final class NextEventTest {
    private final Browser browser = Browser.open();
    private final RunningKakolog kakolog = RunningKakolog.start();

    @AfterAll
    void stop() {
        kakolog.close();
        browser.close();
    }

    @Test
    void state_changes_by_itself() {
        kakolog.clock().set("2021-07-05T12:00:00+09:00");
        try (var visitor = browser.visitor(kakolog)) {
            visitor.page().clock().install();
            visitor.open("/");
            var label = visitor.page().locator(".panel-label");
            assertThat(label).hasText("受付中");
            assertThat(visitor.page().locator(".closed-note")).hasCount(0);
            visitor.page().evaluate("window.notReloaded = true");

            passes(visitor, "2021-07-06T00:00:00+09:00", "締切済み");
            assertThat(visitor.page().locator(".closed-note")).hasCount(1);
            assertThat(visitor.page().locator(".signup-copy")).isVisible();
            passes(visitor, "2021-07-06T19:15:00+09:00", "視聴 URL 公開中");
            passes(visitor, "2021-07-06T19:25:00+09:00", "テスト配信中");
            passes(visitor, "2021-07-06T19:30:00+09:00", "配信中");
            visitor.page().waitForFunction("window.notReloaded");

            passes(visitor, "2021-07-06T21:00:00+09:00", "終了");
            assertThat(visitor.page().locator(".steps")).hasCount(0);
        }
    }

    /** The clock of the page runs on until the script has asked the server again and was answered. */
    private void passes(Visitor visitor, String time, String label) {
        kakolog.clock().set(time);
        var panel = visitor.page().locator(".panel-label");
        visitor.page().waitForCondition(() -> {
            visitor.page().clock().runFor(25_000);
            return panel.textContent().equals(label);
        });
    }
}
