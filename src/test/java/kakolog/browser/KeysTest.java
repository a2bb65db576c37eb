package kakolog.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import kakolog.RunningKakolog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The site by the keyboard alone. */
@TestInstance(Lifecycle.PER_CLASS)
final class KeysTest {
    private final Browser browser = Browser.open();
    private final RunningKakolog kakolog = RunningKakolog.start();

    @AfterAll
    void stop() {
        kakolog.close();
        browser.close();
    }

    @Test
    void slash_goes_to_the_search_field_and_escape_leaves_it() {
        try (var visitor = browser.visitor(kakolog)) {
            visitor.open("/");
            visitor.page().keyboard().press("/");
            assertThat(field(visitor)).isFocused();
            assertThat(field(visitor)).hasValue("");
            visitor.page().keyboard().press("Escape");
            assertThat(field(visitor)).not().isFocused();
        }
    }

    @Test
    void question_mark_opens_the_list_of_keys_and_escape_closes_it() {
        try (var visitor = browser.visitor(kakolog)) {
            visitor.open("/");
            visitor.page().keyboard().press("?");
            var list = visitor.page().getByRole(AriaRole.DIALOG);
            assertThat(list).isVisible();
            assertThat(list).hasAccessibleName("キー操作");
            visitor.page().keyboard().press("Escape");
            assertThat(list).isHidden();
        }
    }

    @Test
    void g_and_a_letter_go_to_a_list() {
        try (var visitor = browser.visitor(kakolog)) {
            visitor.open("/");
            visitor.page().keyboard().type("ge");
            assertThat(visitor.page()).hasURL(kakolog.url("/events"));
            visitor.page().keyboard().type("gt");
            assertThat(visitor.page()).hasURL(kakolog.url("/topics"));
            visitor.page().keyboard().type("gl");
            assertThat(visitor.page()).hasURL(kakolog.url("/links"));
        }
    }

    @Test
    void keys_do_nothing_while_typing() {
        try (var visitor = browser.visitor(kakolog)) {
            visitor.open("/");
            field(visitor).click();
            visitor.page().keyboard().type("ge?/");
            assertThat(field(visitor)).hasValue("ge?/");
            assertThat(visitor.page().locator(".keys")).isHidden();
            assertThat(visitor.page()).hasURL(kakolog.url("/"));
        }
    }

    @Test
    void first_tab_offers_to_skip_to_the_content() {
        try (var visitor = browser.visitor(kakolog)) {
            visitor.open("/");
            visitor.page().keyboard().press("Tab");
            var skip = visitor.page().getByText("本文へ");
            assertThat(skip).isFocused();
            assertThat(skip).isInViewport();
            visitor.page().keyboard().press("Enter");
            assertThat(visitor.page().getByRole(AriaRole.MAIN)).isFocused();
        }
    }

    private static Locator field(Visitor visitor) {
        return visitor.page().locator(".masthead").getByRole(AriaRole.SEARCHBOX);
    }
}
