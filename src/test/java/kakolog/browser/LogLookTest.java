package kakolog.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import kakolog.Config;
import kakolog.RunningKakolog;
import kakolog.demo.Person;
import kakolog.demo.SamplePortal;
import kakolog.demo.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of past logs on every screen, by a log that holds all that can be said on Discord. */
@TestInstance(Lifecycle.PER_CLASS)
final class LogLookTest {
    private static final String LOG = "/events/2021-05-18/log";

    private final Browser browser = Browser.open();
    private final Samples samples = Samples.unpack();
    private final RunningKakolog kakolog = SamplePortal.of(samples);

    LogLookTest() throws IOException, Config.Unusable {
        var sakura = kakolog.as(Person.SAKURA);
        kakolog.await(() -> sakura.get("/api" + LOG), got -> got.statusCode() == 200);
    }

    @AfterAll
    void stop() {
        kakolog.close();
        samples.close();
        browser.close();
    }

    static Object[][] pages() {
        return new Object[][] {
            {Person.SAKURA, LOG, 200},
            {Person.SAKURA, LOG + "?only=questions", 200},
            {Person.SAKURA, LOG + "?thread=844174117216190683", 200},
            {Person.SAKURA, "/search?q=QUIC+in:log", 200},
            {Person.SAKURA, "/me/messages", 200},
            {Person.KEN, LOG, 403},
            {Person.HANAKO, "/organize" + LOG, 200},
            {Person.HANAKO, "/organize/events/2021-07-06/log", 200},
        };
    }

    @ParameterizedTest
    @MethodSource("pages")
    void page_has_no_violation_and_scrolls_only_downwards(Person who, String path, int status) {
        try (var visitor = browser.visitor(kakolog)) {
            visitor.signedIn(who, "/");
            assertEquals(status, visitor.open(path).status());
            assertEquals("", Axe.violations(visitor));
            assertEquals("", Wide.parts(visitor));
            if (status == 200) {
                visitor.expectNoFaults();
            }
        }
    }

    @Test
    void log_is_searched_from_its_own_page() {
        try (var sakura = browser.visitorWithoutScripts(kakolog)) {
            sakura.signedIn(Person.SAKURA, "/");
            sakura.open(LOG);
            var field = sakura.page().getByPlaceholder("このログを検索");
            field.fill("QUIC has:link");
            field.press("Enter");
            assertThat(sakura.page().locator("main [type=search]")).hasValue("in:2021-05-18 in:log QUIC has:link");
            assertThat(sakura.page().locator(".result").first()).isVisible();
        }
    }
}
