package kakolog.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import kakolog.RunningKakolog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The switch between Japanese and English. */
@TestInstance(Lifecycle.PER_CLASS)
final class LanguageTest {
    private final Browser browser = Browser.open();
    private final RunningKakolog kakolog = RunningKakolog.start();

    @AfterAll
    void stop() {
        kakolog.close();
        browser.close();
    }

    @ParameterizedTest(name = "with scripts: {0}")
    @ValueSource(booleans = {true, false})
    void choice_is_remembered_on_the_next_page(boolean scripts) {
        try (var visitor = scripts ? browser.visitor(kakolog) : browser.visitorWithoutScripts(kakolog)) {
            var page = visitor.page();
            visitor.open("/events");
            says(page, "ja", "イベント");

            press(page, "English");
            assertThat(page).hasURL(kakolog.url("/events"));
            says(page, "en", "Events");
            visitor.open("/topics");
            says(page, "en", "Topics");

            press(page, "日本語");
            says(page, "ja", "話題");
        }
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name)).click();
    }

    private static void says(Page page, String language, String heading) {
        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1)))
                .hasText(heading);
    }
}
