package kakolog.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import kakolog.RunningKakolog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The filters of the link ledger. */
@TestInstance(Lifecycle.PER_CLASS)
final class LinksTest {
    private final Browser browser = Browser.open();
    private final RunningKakolog kakolog = RunningKakolog.start();

    @AfterAll
    void stop() {
        kakolog.close();
        browser.close();
    }

    @Test
    void each_choice_changes_the_address_the_rows_and_the_count() {
        try (var visitor = browser.visitor(kakolog)) {
            var page = visitor.page();
            visitor.open("/links");
            assertThat(count(page)).hasText("137 件のアドレス");

            choice(page, "年").selectOption("2021");
            assertThat(page).hasURL(kakolog.url("/links?year=2021"));
            assertThat(count(page)).hasText("137 件中 81 件");

            choice(page, "話題").selectOption("quic");
            assertThat(page).hasURL(kakolog.url("/links?year=2021&topic=quic"));
            assertThat(count(page)).hasText("137 件中 6 件");

            choice(page, "サイト").selectOption("quicwg.org");
            assertThat(page).hasURL(kakolog.url("/links?year=2021&topic=quic&host=quicwg.org"));
            assertThat(count(page)).hasText("137 件中 5 件");
            assertThat(page.locator(".link")).hasCount(5);

            page.getByText("解除").click();
            assertThat(page).hasURL(kakolog.url("/links"));
        }
    }

    @Test
    void without_scripts_the_button_filters() {
        try (var visitor = browser.visitorWithoutScripts(kakolog)) {
            var page = visitor.page();
            visitor.open("/links");
            choice(page, "サイト").selectOption("quicwg.org");
            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("絞り込む"))
                    .click();
            assertThat(page).hasURL(kakolog.url("/links?year=&topic=&host=quicwg.org"));
            assertThat(count(page)).hasText("137 件中 7 件");
        }
    }

    private static Locator choice(Page page, String name) {
        return page.getByRole(
                AriaRole.COMBOBOX, new GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator count(Page page) {
        return page.locator(".head-note");
    }
}
