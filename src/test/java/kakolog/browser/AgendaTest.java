package kakolog.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.LocatorOptions;
import com.microsoft.playwright.options.Media;
import java.util.List;
import kakolog.RunningKakolog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The agenda of an event, whose every item has an address. */
@TestInstance(Lifecycle.PER_CLASS)
final class AgendaTest {
    private static final String EVENT = "/events/2021-05-18";

    private final Browser browser = Browser.open();
    private final RunningKakolog kakolog = RunningKakolog.start();

    @AfterAll
    void stop() {
        kakolog.close();
        browser.close();
    }

    @Test
    void item_under_the_pointer_offers_its_address() {
        try (var visitor = browser.visitor(kakolog)) {
            visitor.open(EVENT);
            var item = item(visitor.page());
            var link = item.locator(".item-link");
            assertThat(link).hasCSS("opacity", "0");
            item.locator(".item-text").hover();
            assertThat(link).hasCSS("opacity", "1");
            assertThat(link).hasText("#");
        }
    }

    @Test
    void address_of_an_item_is_copied_and_leads_to_it() {
        try (var visitor = browser.visitor(kakolog)) {
            visitor.open(EVENT);
            var id = item(visitor.page()).getAttribute("id");
            item(visitor.page()).locator(".item-text").hover();
            item(visitor.page()).locator(".item-link").click();
            assertThat(visitor.page().locator(".toast")).hasText("コピーしました");
            assertEquals(kakolog.url(EVENT + "#" + id), visitor.clipboard());

            visitor.open("/");
            visitor.open(EVENT + "#" + id);
            assertThat(item(visitor.page())).isInViewport();
            assertTrue((Boolean) item(visitor.page()).evaluate("item => item.matches(':target') && scrollY > 0"));
            assertThat(item(visitor.page())).hasCSS("background-color", "rgb(228, 236, 244)");
        }
    }

    @Test
    void printed_page_holds_the_agenda_and_not_the_site_around_it() {
        try (var visitor = browser.visitor(kakolog)) {
            visitor.open(EVENT);
            visitor.page().emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(visitor.page().locator(".agenda")).isVisible();
            for (var around : List.of(".masthead", ".footer", ".contents", ".neighbours")) {
                assertThat(visitor.page().locator(around)).isHidden();
            }
        }
    }

    private static Locator item(Page page) {
        return page.locator(".item", new LocatorOptions().setHasText("期限切れ")).last();
    }
}
