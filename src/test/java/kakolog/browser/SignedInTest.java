package kakolog.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import kakolog.RunningKakolog;
import kakolog.demo.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Login, the viewing URL and the organizers' pages, as people meet them in a real browser. */
@TestInstance(Lifecycle.PER_CLASS)
final class SignedInTest {
    private static final String EVENT = "/events/2021-07-06";
    private static final String URL = "https://stream.example/evening";

    private final Browser browser = Browser.open();
    private final RunningKakolog kakolog = RunningKakolog.withDiscord();

    @BeforeEach
    void begin() {
        kakolog.community().reset();
        kakolog.clock().set("2021-07-06T19:00:00+09:00");
        kakolog.as(Person.HANAKO).post(EVENT + "/stream", "url", URL);
    }

    @AfterAll
    void stop() {
        kakolog.close();
        browser.close();
    }

    @Test
    void a_participant_signs_in_and_the_page_switches_the_viewing_url_on_by_itself() {
        try (var taro = browser.visitor(kakolog)) {
            taro.open(EVENT);
            taro.page().locator(".watch .button").click();
            signIn(taro, "太郎");
            assertTrue(taro.page().url().endsWith(EVENT));
            assertThat(taro.page().locator(".watch")).containsText("2021-07-06 の参加者として確認しました");
            assertThat(watchButton(taro)).hasCount(0);
            taro.page().clock().install();
            taro.open(EVENT);
            taro.page().evaluate("window.notReloaded = true");
            kakolog.clock().set("2021-07-06T19:15:00+09:00");
            taro.page().clock().runFor(25_000);
            assertThat(watchButton(taro)).hasAttribute("href", URL);
            taro.page().waitForFunction("window.notReloaded");
        }
    }

    @Test
    void login_works_without_scripts() {
        try (var sakura = browser.visitorWithoutScripts(kakolog)) {
            sakura.open("/login?next=" + EVENT);
            signIn(sakura, "さくら");
            assertThat(sakura.page().locator(".watch")).containsText("ブースターとして確認しました");
        }
    }

    @Test
    void who_cancels_at_discord_may_try_again() {
        try (var jiro = browser.visitor(kakolog)) {
            jiro.open("/login");
            jiro.page().locator("main .button").click();
            jiro.page().getByText("キャンセル").click();
            assertThat(jiro.page().locator(".notice")).containsText("キャンセル");
            signIn(jiro, "次郎");
            assertThat(jiro.page().locator(".masthead-me")).hasText("次郎");
        }
    }

    @Test
    void an_organizer_looks_as_a_booster_and_stops() {
        try (var hanako = browser.visitor(kakolog)) {
            hanako.open("/login?next=/organize");
            signIn(hanako, "花子");
            button(hanako, "ブースター").click();
            assertThat(hanako.page().locator(".pretence")).containsText("ブースター");
            hanako.open(EVENT);
            assertThat(hanako.page().locator(".watch")).containsText("ブースターとして確認しました");
            assertThat(hanako.page().locator(".steering")).hasCount(0);
            assertEquals("", Axe.violations(hanako));
            button(hanako, "やめる").click();
            assertThat(hanako.page().locator(".steering")).hasCount(1);
            hanako.open("/organize/record");
            assertThat(hanako.page().locator(".changes")).containsText("「ブースター」として見るのを終えました");
        }
    }

    @Test
    void an_organizer_sets_the_url_on_the_event_page() {
        try (var hanako = browser.visitor(kakolog)) {
            hanako.open("/login?next=" + EVENT);
            signIn(hanako, "花子");
            hanako.page().locator("#stream-url").fill("https://other.example/live");
            button(hanako, "保存").click();
            assertThat(hanako.page().locator("#stream-url")).hasValue("https://other.example/live");
        }
    }

    @Test
    void pages_for_who_is_signed_in_have_no_violation() {
        try (var hanako = browser.visitor(kakolog)) {
            hanako.open("/login?next=/me");
            assertEquals("", Axe.violations(hanako), "login");
            signIn(hanako, "花子");
            kakolog.as(Person.TARO).get("/me");
            kakolog.clock().set("2021-07-06T19:20:00+09:00");
            for (var path : new String[] {"/me", "/", EVENT, "/organize", "/organize/record", "/organize" + EVENT}) {
                hanako.open(path);
                assertEquals("", Axe.violations(hanako), path);
            }
        }
        try (var jiro = browser.visitor(kakolog)) {
            jiro.open("/login?next=" + EVENT);
            signIn(jiro, "次郎");
            assertEquals("", Axe.violations(jiro), "without the role");
            jiro.open("/organize");
            assertEquals("", Axe.violations(jiro), "refusal");
        }
    }

    /** From the page before the login through Discord's page. */
    private static void signIn(Visitor visitor, String name) {
        visitor.page().locator("main .button").click();
        visitor.page().getByText(name).click();
        assertThat(visitor.page().locator(".masthead-me")).hasText(name);
    }

    private static Locator watchButton(Visitor visitor) {
        return visitor.page().locator(".watch-go a");
    }

    private static Locator button(Visitor visitor, String name) {
        return visitor.page()
                .getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }
}
