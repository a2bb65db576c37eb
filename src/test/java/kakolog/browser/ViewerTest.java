package kakolog.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kakolog.RunningKakolog;
import kakolog.demo.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A deck read page by page, in a real browser. */
@TestInstance(Lifecycle.PER_CLASS)
final class ViewerTest {
    private static final String EVENT = "2021-05-18";
    private static final String DECK = "/events/2021-05-18/materials/deck.pdf/view";

    private final Browser browser = Browser.open();
    private final RunningKakolog kakolog = RunningKakolog.withDiscord();

    @BeforeAll
    void send() {
        Slides.send(kakolog, EVENT, "deck.pdf", Slides.of("Opening", "What QUIC is", "Packets", "QUIC and TCP", "End"));
        Slides.send(kakolog, EVENT, "memo.txt", "memo".getBytes(StandardCharsets.UTF_8));
        kakolog.as(Person.HANAKO).post("/organize/events/" + EVENT + "/mark", "on", "1");
    }

    @AfterAll
    void stop() {
        kakolog.close();
        browser.close();
    }

    @Test
    void keys_turn_the_pages_and_the_address_follows() {
        try (var ken = reader("")) {
            assertOn(ken, 1);
            for (var step : List.of(
                    "ArrowRight 2", "PageDown 3", "Space 4", "End 5", "ArrowRight 5", "ArrowLeft 4", "Home 1")) {
                ken.page().keyboard().press(step.split(" ", -1)[0]);
                assertOn(ken, Integer.parseInt(step.split(" ", -1)[1]));
            }
            ken.page().keyboard().press("ArrowRight");
            assertThat(ken.page()).hasURL(kakolog.url(DECK + "#page=2"));
            assertThat(ken.page().locator(".deck-status")).hasText("2 / 5 ページ");
        }
    }

    @Test
    void address_leads_to_a_page_and_can_be_copied() {
        try (var ken = reader("#page=3")) {
            assertOn(ken, 3);
            ken.page().locator(".deck [data-copy]").click();
            assertThat(ken.page().locator(".toast")).hasText("コピーしました");
            assertEquals(kakolog.url(DECK + "#page=3"), ken.clipboard());
            ken.page().evaluate("location.hash = '#page=5'");
            assertOn(ken, 5);
            ken.page().locator(".deck-place input").fill("2");
            ken.page().keyboard().press("Enter");
            assertOn(ken, 2);
            ken.page().locator(".deck-strip a").nth(3).click();
            assertOn(ken, 4);
            assertThat(ken.page().locator(".deck-strip [aria-current]")).hasText("4");
        }
    }

    @Test
    void search_marks_what_it_finds_whatever_its_width_and_case() {
        try (var ken = reader("")) {
            ken.page().keyboard().press("/");
            ken.page().keyboard().type("ｑｕｉｃ");
            assertThat(ken.page().locator(".deck-hits")).hasText("1 / 2 件");
            assertOn(ken, 2);
            assertThat(ken.page().locator(".viewer-current .viewer-text mark")).hasText("QUIC");
            assertThat(ken.page().locator(".deck-found")).hasCount(2);
            ken.page().keyboard().press("Enter");
            assertOn(ken, 4);
            assertThat(ken.page().locator(".deck-hits")).hasText("2 / 2 件");
            ken.page().keyboard().press("Shift+Enter");
            assertOn(ken, 2);
            ken.page().locator(".deck-search input").fill("nowhere");
            assertThat(ken.page().locator(".deck-hits")).hasText("0 件");
            assertThat(ken.page().locator("mark")).hasCount(0);
        }
    }

    @Test
    void f_fills_the_screen_with_the_deck_and_what_is_said_of_it() {
        try (var ken = reader("")) {
            ken.page().keyboard().press("f");
            ken.page().waitForFunction("document.fullscreenElement?.matches('.deck')");
            assertThat(ken.page().locator(".viewer-current .viewer-only")).isInViewport();
            assertThat(ken.page().locator(".viewer-current .viewer-only")).hasText("参加者限定・共有禁止");
            assertThat(ken.page().locator("[data-full]")).hasAttribute("aria-pressed", "true");
            ken.page().keyboard().press("f");
            ken.page().waitForFunction("!document.fullscreenElement");
        }
    }

    @Test
    void finger_that_goes_sideways_turns_the_page() {
        try (var ken = reader("")) {
            ken.page().evaluate("""
                    () => {
                      const sheet = document.querySelector('.viewer-current .viewer-sheet');
                      const touch = (type, clientX) => sheet.dispatchEvent(new PointerEvent(type,
                        { bubbles: true, pointerId: 7, pointerType: 'touch', isPrimary: true, clientX, clientY: 300 }));
                      touch('pointerdown', 300);
                      touch('pointerup', 120);
                    }
                    """);
            assertOn(ken, 2);
        }
    }

    @Test
    void text_of_a_page_can_be_selected_and_enlarged() {
        try (var ken = reader("#page=2")) {
            ken.page().locator("[data-select]").click();
            var letters = ken.page().locator(".viewer-letters span").first();
            assertThat(letters).hasText("What QUIC is");
            letters.dblclick();
            assertTrue("What QUIC is"
                    .contains(String.valueOf(ken.page().evaluate("getSelection().toString().trim() || '-'"))));
            assertTrue((Boolean) ken.page().evaluate("""
                    () => {
                      const canvas = document.querySelector('.viewer-text-view canvas');
                      const drawn = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
                      return drawn.some((value, index) => index % 4 === 0 && value < 80);
                    }
                    """));
            var before = ken.page().locator(".viewer-text-view canvas").boundingBox().width;
            ken.page().locator("[data-zoom=larger]").click();
            ken.page()
                    .waitForFunction(
                            "width => document.querySelector('.viewer-text-view canvas').clientWidth > width",
                            before + 10);
            ken.page().locator("[data-go=next]").click();
            assertThat(letters).hasText("Packets");
            ken.page().locator("[data-select]").click();
            assertThat(ken.page().locator(".viewer-text-view")).hasCount(0);
            assertThat(picture(ken)).isVisible();
        }
    }

    @Test
    void picture_stays_where_pdf_js_does_not_load() {
        try (var ken = reader("")) {
            ken.page()
                    .route(
                            "**/pdf.min.mjs",
                            route -> route.fulfill(new FulfillOptions()
                                    .setContentType("text/javascript")
                                    .setBody("")));
            ken.page().locator("[data-select]").click();
            assertThat(ken.page().locator(".deck-fault")).containsText("画像で表示しています");
            assertThat(picture(ken)).isVisible();
            assertThat(ken.page().locator("[data-select]")).hasAttribute("aria-pressed", "false");
        }
    }

    @Test
    void policy_of_the_viewer_takes_the_place_of_the_common_one() {
        var ken = kakolog.as(Person.KEN);
        // The second is answered from the shelf.
        for (var answer : List.of(ken.get(DECK), ken.get(DECK))) {
            var policies = answer.headers().allValues("Content-Security-Policy");
            assertEquals(1, policies.size());
            assertTrue(policies.get(0).endsWith("; worker-src 'self'; font-src 'self'"), policies.get(0));
            assertTrue(policies.get(0).contains("script-src 'self';"), policies.get(0));
        }
    }

    @Test
    void name_of_the_reader_lies_over_the_page() {
        try (var ken = reader("")) {
            assertThat(ken.page().locator(".viewer-pattern text").first()).hasText("健");
            assertThat(ken.page().locator(".viewer-current .viewer-mark")).isVisible();
            assertThat(ken.page().locator(".viewer-current .viewer-mark")).hasCSS("pointer-events", "none");
        }
    }

    @Test
    void without_scripts_all_pages_stand_one_below_another() {
        reader("").close();
        try (var ken = browser.visitorWithoutScripts(kakolog)) {
            ken.signedIn(Person.KEN, "/me");
            ken.open(DECK);
            assertThat(ken.page().locator(".viewer-picture")).hasCount(5);
            assertThat(ken.page().locator(".viewer-picture").nth(4)).isVisible();
            assertThat(ken.page().locator(".deck-bar")).isHidden();
            assertThat(ken.page().locator(".viewer-only").last()).hasText("参加者限定・共有禁止");
        }
    }

    @Test
    void pages_of_materials_have_no_violation() {
        try (var ken = reader("#page=2")) {
            ken.page().locator(".deck-search input").fill("QUIC");
            assertThat(ken.page().locator(".deck-hits")).hasText("1 / 2 件");
            assertEquals("", Axe.violations(ken), "deck");
            ken.resize(360);
            assertTrue((Boolean) ken.page().evaluate("document.scrollingElement.scrollWidth <= innerWidth"));
            ken.resize(1280);
            ken.page().locator("[data-select]").click();
            assertThat(ken.page().locator(".viewer-letters")).isVisible();
            assertEquals("", Axe.violations(ken), "text");
            for (var path : List.of("/events/2021-05-18/materials/memo.txt/view", "/events/2021-05-18")) {
                ken.open(path);
                assertEquals("", Axe.violations(ken), path);
            }
        }
        try (var hanako = browser.visitor(kakolog)) {
            hanako.signedIn(Person.HANAKO, "/me");
            for (var path :
                    List.of("/events/2021-05-18", "/organize/events/2021-05-18/materials", "/organize/tokens")) {
                hanako.open(path);
                hanako.page().evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))");
                assertEquals("", Axe.violations(hanako), path);
            }
        }
    }

    /** A participant before the deck once its pages can be seen. */
    private Visitor reader(String hash) {
        var ken = browser.visitor(kakolog);
        ken.signedIn(Person.KEN, "/me");
        ken.open(DECK + hash);
        // Its pictures may still be in the making: the page waits for them by itself.
        assertThat(ken.page().locator(".deck-bar")).isVisible(new IsVisibleOptions().setTimeout(60_000));
        assertThat(ken.page().locator(".viewer-current .viewer-drawn"))
                .isVisible(new IsVisibleOptions().setTimeout(60_000));
        return ken;
    }

    private static void assertOn(Visitor visitor, int page) {
        assertThat(visitor.page().locator(".viewer-current")).hasAttribute("data-page", String.valueOf(page));
        assertThat(visitor.page().locator(".deck-place input")).hasValue(String.valueOf(page));
    }

    private static Locator picture(Visitor visitor) {
        return visitor.page().locator(".viewer-current .viewer-picture");
    }
}
