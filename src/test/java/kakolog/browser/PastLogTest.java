package kakolog.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import kakolog.RunningKakolog;
import kakolog.WrittenLog;
import kakolog.demo.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A past log as a booster meets it in a real browser, and as those would have it who write scripts into a chat. */
@TestInstance(Lifecycle.PER_CLASS)
final class PastLogTest {
    private static final String LONG = "2021-05-18";
    private static final String HOSTILE = "2020-11-10";
    private static final String LOG = "/events/" + LONG + "/log";
    private static final String HOSTILE_LOG = "/events/" + HOSTILE + "/log";

    private final Browser browser = Browser.open();
    private final RunningKakolog kakolog = RunningKakolog.withDiscord();

    @BeforeAll
    void fill() {
        var hanako = kakolog.as(Person.HANAKO);
        var evening = WrittenLog.of(LONG);
        for (int minute = 0; minute < 150; minute++) {
            evening.say(Person.KEN, time(minute), minute % 10 == 0 ? "これは何ですか?" : "発言 " + minute);
        }
        evening.publishedBy(hanako);
        var hostile = WrittenLog.of(HOSTILE);
        for (int number = 0; number < HostileContentTest.CORPUS.size(); number++) {
            var text = HostileContentTest.CORPUS.get(number);
            hostile.say(Person.KEN, time(number), text)
                    .with("author", Map.of("id", String.valueOf(4000 + number), "name", text, "nickname", text))
                    .with("embeds", List.of(Map.of("title", text, "url", text, "description", text, "color", text)))
                    .with("reactions", List.of(Map.of("emoji", Map.of("id", "", "name", text), "count", 2)))
                    .file(text, "https://files.example/" + number);
        }
        hostile.publishedBy(hanako);
    }

    private static String time(int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", 19 + minute / 60, minute % 60);
    }

    @AfterAll
    void stop() {
        kakolog.close();
        browser.close();
    }

    @Test
    void link_of_a_message_opens_it_in_its_place_wherever_that_is() {
        try (var sakura = browser.visitor(kakolog)) {
            sakura.signedIn(Person.SAKURA, "/");
            var last = "#m-" + WrittenLog.id(LONG, time(149));
            sakura.open(LOG + last);
            assertThat(sakura.page().locator(last)).isInViewport();
            sakura.page().locator(last + " .log-time").click();
            assertTrue(sakura.clipboard().endsWith(last), sakura.clipboard());
            var copied = sakura.clipboard();
            sakura.open("/");
            sakura.open(copied);
            assertThat(sakura.page().locator(last)).isInViewport();
        }
    }

    @Test
    void log_goes_on_by_itself_to_its_last_message() {
        try (var sakura = browser.visitor(kakolog)) {
            sakura.signedIn(Person.SAKURA, "/");
            sakura.open(LOG);
            assertThat(sakura.page().locator(".log-post")).hasCount(100);
            sakura.page().locator(".log-post").last().scrollIntoViewIfNeeded();
            assertThat(sakura.page().locator(".log-post")).hasCount(150);
            assertThat(sakura.page().locator("[data-log=later]")).hasCount(0);
        }
    }

    @Test
    void bar_of_the_evening_leads_to_its_time_without_scripts() {
        try (var sakura = browser.visitorWithoutScripts(kakolog)) {
            sakura.signedIn(Person.SAKURA, "/");
            sakura.open(LOG + "?at=20:15");
            assertEquals(
                    "m-" + WrittenLog.id(LONG, "20:15"),
                    sakura.page().locator(".log-post").first().getAttribute("id"));
            sakura.page().getByText("質問のみ").click();
            assertThat(sakura.page().locator(".log-post")).hasCount(15);
        }
    }

    @Test
    void nothing_that_was_written_runs_even_without_the_policy() {
        try (var hanako = browser.visitorWithoutPolicy(kakolog)) {
            hanako.signedIn(Person.HANAKO, "/");
            for (var path : List.of(
                    HOSTILE_LOG,
                    HOSTILE_LOG + "?only=questions",
                    "/organize" + HOSTILE_LOG,
                    "/organize" + HOSTILE_LOG + "/messages/" + WrittenLog.id(HOSTILE, time(0)),
                    "/search?q=hostile+in:log",
                    "/events/" + HOSTILE)) {
                HostileContentTest.isHarmless(hanako, path);
            }
            hanako.open(HOSTILE_LOG);
            assertThat(hanako.page().locator(".log-post")).hasCount(HostileContentTest.CORPUS.size());
        }
    }

    @Test
    void policy_has_nothing_to_report_of_it() {
        try (var sakura = browser.visitor(kakolog)) {
            sakura.signedIn(Person.SAKURA, "/");
            sakura.open(HOSTILE_LOG);
            sakura.expectNoFaults();
        }
    }
}
