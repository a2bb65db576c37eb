package kakolog.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Locale;
import kakolog.RunningKakolog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A search from the head of any page. */
@TestInstance(Lifecycle.PER_CLASS)
final class SearchTest {
    private final Browser browser = Browser.open();
    private final RunningKakolog kakolog = RunningKakolog.start();

    @AfterAll
    void stop() {
        kakolog.close();
        browser.close();
    }

    @Test
    void what_is_typed_is_found_by_kind_and_marked() {
        try (var visitor = browser.visitor(kakolog)) {
            var page = visitor.page();
            visitor.open("/topics");
            page.getByRole(AriaRole.SEARCHBOX).fill("quic");
            page.keyboard().press("Enter");
            assertThat(page).hasURL(kakolog.url("/search?q=quic"));
            assertThat(page.locator("main").getByRole(AriaRole.SEARCHBOX)).hasValue("quic");
            for (var kind : List.of("アジェンダ", "リンク")) {
                var heading = new GetByRoleOptions().setName(kind).setLevel(2);
                assertThat(page.getByRole(AriaRole.HEADING, heading)).isVisible();
            }
            var marked = page.locator("mark").allInnerTexts();
            assertFalse(marked.isEmpty());
            marked.forEach(words -> assertEquals("quic", words.toLowerCase(Locale.ROOT)));
        }
    }

    @Test
    void hit_leads_to_the_item_in_its_agenda() {
        try (var visitor = browser.visitor(kakolog)) {
            var page = visitor.page();
            visitor.open("/search?q=qlog+in:agenda");
            page.locator(".result a").first().click();
            assertThat(page.locator(":target")).containsText("qlog");
            assertThat(page.locator(":target")).isInViewport();
        }
    }
}
