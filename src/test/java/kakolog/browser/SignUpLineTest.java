package kakolog.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import kakolog.RunningKakolog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The line that people paste in #event to take part. */
@TestInstance(Lifecycle.PER_CLASS)
final class SignUpLineTest {
    private static final String LINE = "2021 年 7 月 6 日 (火) 19:30~ のイベントに参加します";

    private final Browser browser = Browser.open();
    private final RunningKakolog kakolog = RunningKakolog.start();

    SignUpLineTest() {
        kakolog.clock().set("2021-07-05T12:00:00+09:00");
    }

    @AfterAll
    void stop() {
        kakolog.close();
        browser.close();
    }

    @Test
    void button_copies_the_line_and_says_so() {
        try (var visitor = browser.visitor(kakolog)) {
            visitor.open("/");
            var button = new GetByRoleOptions().setName("参加表明をコピー");
            visitor.page().getByRole(AriaRole.BUTTON, button).click();
            assertThat(visitor.page().getByRole(AriaRole.STATUS)).hasText("コピーしました");
            assertEquals(LINE, visitor.clipboard());
        }
    }

    @Test
    void without_scripts_one_click_selects_the_line() {
        try (var visitor = browser.visitorWithoutScripts(kakolog)) {
            visitor.open("/");
            assertThat(visitor.page().locator(".signup-copy")).isHidden();
            var line = visitor.page().locator(".signup-line");
            assertThat(line).hasText(LINE);
            assertThat(line).hasCSS("user-select", "all");
        }
    }
}
