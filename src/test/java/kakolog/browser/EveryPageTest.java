package kakolog.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import kakolog.RunningKakolog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds on every page. */
@TestInstance(Lifecycle.PER_CLASS)
final class EveryPageTest {
    private final Browser browser = Browser.open();
    private final RunningKakolog kakolog = RunningKakolog.start();
    private final Visitor visitor = browser.visitor(kakolog);
    private final Visitor withoutScripts = browser.visitorWithoutScripts(kakolog);

    EveryPageTest() {
        kakolog.clock().set("2021-07-05T12:00:00+09:00");
    }

    @AfterAll
    void stop() {
        visitor.close();
        withoutScripts.close();
        kakolog.close();
        browser.close();
    }

    static Stream<String> pages() {
        return PublicPages.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void page_works_without_scripts(String path) {
        assertEquals(PublicPages.status(path), withoutScripts.open(path).status());
        assertThat(withoutScripts.page().locator("h1")).hasCount(1);
        assertThat(withoutScripts.page().locator("h1")).not().hasText("");
        assertThat(withoutScripts.page().locator("main")).not().hasText("");
        withoutScripts.expectNoFaults();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void page_is_quiet_and_scrolls_only_downwards(String path) {
        visitor.open(path);
        assertEquals("", Wide.parts(visitor));
        visitor.expectNoFaults();
    }
}
